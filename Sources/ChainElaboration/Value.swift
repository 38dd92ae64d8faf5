import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// What an expression stands for: a node, and what notation knows of it beyond its axes.
struct Value: Hashable {
  /// For a constant sized by its context, the scalar that stands at its entries.
  var node: NodeID
  /// Whether a value with one axis lies: `x'`, `[1, 2]`.
  var isRow = false
  /// Set where the size follows from the context.
  var contextual: ContextualConstant?
  /// Set where the shape is that of an input whose shape is still open.
  var open: OpenShape?

  init(
    _ node: NodeID, isRow: Bool = false, contextual: ContextualConstant? = nil,
    open: OpenShape? = nil
  ) {
    self.node = node
    self.isRow = isRow
    self.contextual = contextual
    self.open = open
  }
}

/// Constants that are as large as their surroundings ask for.
enum ContextualConstant: Hashable {
  /// `I`
  case identity
  /// `vector(1)`
  case vector
  /// `matrix(1)`
  case matrix
}

/// The shape of an input that nothing has fixed yet; taken as R until something does.
struct OpenShape: Hashable {
  /// Position in `Names.inputs`.
  let input: Int
  var isTransposed: Bool
}

/// A shape with its orientation: what a space, or a value, is in the language.
struct Space: Hashable {
  var shape: Shape
  var isRow = false

  static let scalar = Space(shape: .scalar)

  /// The space as its declaration lists its dimensions; R^1 and R^{1×1} are R, R^{1×n} a row.
  init(declared dimensions: [Dimension]) {
    let isMatrix = dimensions.count == 2
    let kept = dimensions.count <= 2 ? dimensions.filter { !$0.isOne } : dimensions
    shape = Shape(kept)
    isRow = isMatrix && kept.count == 1 && dimensions[0].isOne
  }

  init(shape: Shape, isRow: Bool = false) {
    self.shape = shape
    self.isRow = isRow
  }

  /// The dimensions as the language counts them, rows first.
  var dimensions: [Dimension] {
    isRow && shape.order == 1 ? [Dimension(1)] + shape.dimensions : shape.dimensions
  }

  /// How many rows and columns; nil past order 2.
  var grid: (rows: Dimension, columns: Dimension)? {
    switch shape.order {
    case 0: (Dimension(1), Dimension(1))
    case 1:
      isRow ? (Dimension(1), shape.dimensions[0]) : (shape.dimensions[0], Dimension(1))
    case 2: (shape.dimensions[0], shape.dimensions[1])
    case _: nil
    }
  }
}

extension Space: CustomStringConvertible {
  /// As a declaration spells it.
  var description: String { Shape(dimensions).description }
}
