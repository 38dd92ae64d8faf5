import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// An input whose declaration says its shape.
struct SizedInput {
  let name: String
  /// Of its shape.
  let range: SourceRange
  /// Whether another shape with as many dimensions could be declared in its place.
  let isFree: Bool

  /// The declaration with other dimensions, such as `x : R^5`.
  fileprivate func declaration(_ dimensions: [Dimension]) -> String? {
    guard isFree else { return nil }
    let list = dimensions.map(\.description).joined(separator: " x ")
    return "`\(name) : R^\(dimensions.count == 1 ? list : "{\(list)}")`"
  }
}

extension Space {
  /// How many columns stand before a product sign; nil for a column.
  fileprivate var columnCount: String? {
    switch shape.order {
    case 1: isRow ? "\(shape.dimensions[0]) entries" : nil
    case 2: "\(shape.dimensions[1]) columns"
    case _: nil
    }
  }

  /// How many rows stand after a product sign; nil for a row.
  fileprivate var rowCount: String? {
    switch shape.order {
    case 1: isRow ? nil : "\(shape.dimensions[0]) entries"
    case 2: "\(shape.dimensions[0]) rows"
    case _: nil
    }
  }
}

/// The words of elaboration about shapes and dimensions.
extension Diagnostic {
  typealias Located = (range: SourceRange, space: Space, input: SizedInput?)

  static func shapeMismatch(
    _ action: String, _ left: Located, _ right: Located, isTransposed: Bool
  ) -> Diagnostic {
    let inner = action == "multiply" && left.space != right.space
    let counts = inner ? (left.space.columnCount, right.space.rowCount) : (nil, nil)
    let labels = [label(left, counts.0), label(right, counts.1)]
    let redeclared = inner ? redeclarations(left, right) : nil
    return Diagnostic(
      .error, id: "shape-mismatch", message(action, left.space, right.space),
      at: Label(left.range.union(right.range), reason(action, left.space, right.space)),
      secondary: labels,
      help: redeclared.map { [$0] } ?? mends(action, left.space, right.space, isTransposed))
  }

  /// At its declaration for an input whose count is what does not fit, else at the operand.
  private static func label(_ operand: Located, _ count: String?) -> Label {
    guard let input = operand.input, let count else {
      return Label(operand.range, "this is \(operand.space)")
    }
    return Label(input.range, "`\(input.name)` has \(count)")
  }

  /// The declarations of two inputs of which either would make their product fit.
  private static func redeclarations(_ left: Located, _ right: Located) -> String? {
    guard let matrix = left.input, let other = right.input, matrix.name != other.name,
      left.space.shape.order == 2, !right.space.isRow, right.space.shape.order > 0
    else { return nil }
    let (rows, columns) = (left.space.shape.dimensions[0], left.space.shape.dimensions[1])
    let dimensions = right.space.shape.dimensions
    guard columns.known != nil, dimensions[0].known != nil else { return nil }
    let choices = [
      matrix.declaration([rows, dimensions[0]]),
      other.declaration([columns] + dimensions.dropFirst()),
    ].compactMap(\.self)
    return choices.isEmpty ? nil : "declare " + choices.joined(separator: " or ")
  }

  private static func message(_ action: String, _ left: Space, _ right: Space) -> String {
    switch action {
    case "add": "cannot add \(left) and \(right)"
    case "multiply": "cannot multiply \(left) by \(right)"
    case "multiply entry by entry": "cannot multiply \(left) and \(right) entry by entry"
    case "raise entry by entry": "cannot raise \(left) to \(right) entry by entry"
    case "choose between": "cannot choose between \(left) and \(right)"
    case _: "`\(action)` takes values of one shape, not \(left) and \(right)"
    }
  }

  /// What differs, in dimensions.
  private static func reason(_ action: String, _ left: Space, _ right: Space) -> String? {
    if action == "multiply" {
      guard let inner = left.grid?.columns, let outer = right.grid?.rows, inner != outer else {
        return nil
      }
      return "inner dimensions \(inner) and \(outer) differ"
    }
    if left.shape == right.shape, left.isRow != right.isRow { return "a row and a column" }
    guard left.dimensions.count == right.dimensions.count,
      let (a, b) = zip(left.dimensions, right.dimensions).first(where: { $0 != $1 })
    else { return nil }
    return "dimensions \(a) and \(b) differ"
  }

  private static func mends(
    _ action: String, _ left: Space, _ right: Space, _ isTransposed: Bool
  ) -> [String] {
    if action == "multiply", left == right, left.shape.order == 1 {
      return [
        "write `x'*y` for the inner product, `x*y'` for the outer, `x .* y` entry by entry"
      ]
    }
    if isTransposed { return ["transpose one of them: `x'`"] }
    let pairs =
      action == "multiply"
      ? [(left.grid?.columns, right.grid?.rows)].compactMap { pair in
        pair.0.flatMap { a in pair.1.map { (a, $0) } }
      }
      : left.dimensions.count == right.dimensions.count
        ? Array(zip(left.dimensions, right.dimensions)) : []
    guard let (a, b) = pairs.first(where: { $0 != $1 }) else {
      return action == "multiply" && max(left.shape.order, right.shape.order) > 2
        ? ["say with `einsum` which axes are multiplied"] : []
    }
    guard a.known == nil || b.known == nil else { return [] }
    let (name, other) = a.known == nil ? (a, b) : (b, a)
    return ["write `where \(name) = \(other)` if they are the same"]
  }

  static func missingDimension(_ name: String, _ range: SourceRange) -> Diagnostic {
    .error(
      "missing-dimension", "nothing says how many entries `\(name)` has", at: range,
      help: "declare it: `\(name) : R^2`, or `\(name) : R^n`")
  }

  static func unsized(_ range: SourceRange) -> Diagnostic {
    .error(
      "missing-dimension", "nothing around this constant says how large it is", at: range,
      help: "give its size: `eye(n)`, `ones(n)`, `ones(m, n)`")
  }

  static func notSquare(_ purpose: String, _ space: Space, _ range: SourceRange) -> Diagnostic {
    let grid = space.shape.order == 2 ? space.shape.dimensions : []
    let isSymbolic = grid.count == 2 && (grid[0].known == nil || grid[1].known == nil)
    return .error(
      "not-square", "\(purpose) needs a square matrix, this is \(space)", at: range,
      help: isSymbolic ? "write `where \(grid[0]) = \(grid[1])` if they are the same" : nil)
  }

  static func divisionByTensor(_ space: Space, _ range: SourceRange) -> Diagnostic {
    .error(
      "shape-mismatch", "only a scalar can stand below `/`, this is \(space)", at: range,
      help: "write `./` to divide entry by entry")
  }

  static func divisionByZero(_ range: SourceRange) -> Diagnostic {
    .error("division-by-zero", "division by zero", at: range)
  }

  static func transposeOfTensor(_ space: Space, _ range: SourceRange) -> Diagnostic {
    .error(
      "shape-mismatch", "only vectors and matrices have a transpose, this is \(space)", at: range,
      help: "say which axes change places: `transpose(T, [2, 1, 3])`")
  }

  static func powerOfTensor(
    _ base: SourceRange, _ space: Space, _ exponent: SourceRange, isExponent: Bool
  ) -> Diagnostic {
    .error(
      "shape-mismatch",
      isExponent
        ? "an exponent of `^` is a scalar" : "`^` raises a scalar or a matrix, this is \(space)",
      at: isExponent ? exponent : base, help: "write `.^` to raise entry by entry",
      replacement: .init(SourceRange(base.end, base.end), with: "."))
  }

  static func matrixExponent(_ range: SourceRange) -> Diagnostic {
    .error(
      "matrix-power", "a matrix is raised to a whole number only", at: range,
      help: "write `.^` to raise entry by entry")
  }

  static func largeMatrixPower(_ limit: Int, _ range: SourceRange) -> Diagnostic {
    .error(
      "too-large", "a power of a matrix is written out as a product, up to \(limit)", at: range,
      help: "name a smaller power and multiply: `Y = X^\(limit)`, then `Y*Y`")
  }

  static func wrongArgument(
    _ name: String, expected: Space, found: Space, _ range: SourceRange
  ) -> Diagnostic {
    .error(
      "shape-mismatch", "`\(name)` takes \(expected) here, this is \(found)", at: range)
  }

  static func declaredShape(
    _ name: String, _ declared: Space, found: Space, _ range: SourceRange, declaration: SourceRange
  ) -> Diagnostic {
    .error(
      "shape-mismatch", "`\(name)` is declared \(declared) but defined as \(found)", at: range,
      secondary: [.init(declaration, "declared here")])
  }

  static func needsVector(_ name: String, _ space: Space, _ range: SourceRange) -> Diagnostic {
    .error("shape-mismatch", "`\(name)` takes a vector, this is \(space)", at: range)
  }

  static func needsMatrix(_ name: String, _ space: Space, _ range: SourceRange) -> Diagnostic {
    .error("shape-mismatch", "`\(name)` takes a matrix, this is \(space)", at: range)
  }

  static func needsScalar(_ name: String, _ space: Space, _ range: SourceRange) -> Diagnostic {
    .error("shape-mismatch", "`\(name)` takes a scalar here, this is \(space)", at: range)
  }

  static func needsThreeEntries(_ space: Space, _ range: SourceRange) -> Diagnostic {
    .error("shape-mismatch", "`cross` takes vectors of R^3, this is \(space)", at: range)
  }

  static func axisOutOfRange(_ axis: Int, _ space: Space, _ range: SourceRange) -> Diagnostic {
    .error(
      "axis-out-of-range",
      space.dimensions.isEmpty
        ? "a scalar has no axis" : "there is no axis \(axis) in \(space)", at: range,
      help: space.dimensions.isEmpty ? nil : "axes count from 1 to \(space.dimensions.count)")
  }

  static func notAPermutation(_ space: Space, _ range: SourceRange) -> Diagnostic {
    .error(
      "axis-out-of-range", "these are not the axes of \(space) in another order", at: range,
      help: "name each axis from 1 to \(space.dimensions.count) once")
  }

  static func indexOutOfRange(
    _ index: Int, _ dimension: Dimension, _ space: Space, _ range: SourceRange
  ) -> Diagnostic {
    .error(
      "index-out-of-range", "there is no entry \(index) in \(space)", at: range,
      label: "entries count from 1 to \(dimension)")
  }

  static func emptySlice(_ first: Int, _ last: Int, _ range: SourceRange) -> Diagnostic {
    .error(
      "index-out-of-range", "`\(first):\(last)` selects nothing", at: range,
      help: "a slice counts from 1 and includes both ends")
  }

  static func indexNotConstant(_ range: SourceRange) -> Diagnostic {
    .error(
      "index-not-constant", "a known whole number is expected here", at: range,
      help: "give the number itself, or the size of its dimension with `where`")
  }

  static func wrongIndexCount(_ space: Space, _ count: Int, _ range: SourceRange) -> Diagnostic {
    .error(
      "wrong-index-count",
      space.shape.isScalar
        ? "a scalar has no entries to select"
        : "\(space) is indexed by \(counted(space.shape.order, "number")), not \(count)",
      at: range, help: space.shape.order == 2 ? "`X[1, :]` is a row, `X[:, 1]` a column" : nil)
  }

  static func raggedLiteral(_ range: SourceRange) -> Diagnostic {
    .error(
      "ragged-literal", "the rows of this matrix do not fit together", at: range,
      help: "`,` separates the entries of a row, `;` the rows")
  }

  static func tensorInLiteral(_ space: Space, _ range: SourceRange) -> Diagnostic {
    .error("shape-mismatch", "\(space) cannot be part of a matrix", at: range)
  }

  static func reshapeCount(_ space: Space, _ target: Shape, _ range: SourceRange) -> Diagnostic {
    .error(
      "shape-mismatch",
      "\(space) cannot be reshaped to \(target)", at: range)
  }

  static func misplacedString(_ range: SourceRange) -> Diagnostic {
    .error("misplaced-text", "text in quotes belongs into `einsum` or a setting", at: range)
  }

  static func misplacedComparison(_ range: SourceRange) -> Diagnostic {
    .error("misplaced-comparison", "a comparison belongs into `cases`", at: range)
  }

  static func casesWithoutOtherwise(_ range: SourceRange) -> Diagnostic {
    .error(
      "wrong-argument-count", "`cases` takes pairs of condition and value, then a last value",
      at: range, help: "write `cases(x > 0, x, 0)`")
  }

  static func notACondition(_ range: SourceRange) -> Diagnostic {
    .error(
      "not-a-condition", "a comparison is expected here", at: range, help: "write `x > 0`")
  }
}
