import ChainScene
package import MathTypesetting

/// What a figure shows, in formulas and sentences, before anything has a size or a place.
struct FigureContent: Hashable {
  var title: Formula?
  var facts: [Formula] = []
  var nodes: [NodeContent] = []
  var edges: [EdgeContent] = []
  var panel: [PanelRow] = []
  var notes: [Formula] = []
  var caption: Formula?

  /// Past so many nodes edges carry values alone and nothing is tried but the direction.
  private static let mostDetailedNodes = 30
  var isOverview: Bool { nodes.count > Self.mostDetailedNodes }
}

/// A numbered path through the graph; counted from 0 through all queries.
package struct PathNumber: Hashable, Comparable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static func < (a: PathNumber, b: PathNumber) -> Bool { a.index < b.index }
}

/// What a piece of text means, which decides its colour.
package enum Ink: Hashable {
  case text, muted, value, derivative
  case path(PathNumber)
}

struct TextLine: Hashable {
  var formula: Formula
  var ink: Ink = .text
}

/// A node: its role by shape, its lines of text, and the sentence that says them.
struct NodeContent: Hashable {
  enum Look: Hashable {
    case input, parameter, constant, definition, operation, abstract, output
  }

  var look: Look
  var lines: [TextLine]
  var sentence: String = ""
}

/// An arrow with its local derivative.
struct EdgeContent: Hashable {
  var from: Int
  var to: Int
  /// The edge of the figure, and which of its parallel arrows this is.
  var index: Int
  var strand = 0
  var label = LabelContent()
  /// The numbered paths that run along it.
  var paths: [PathNumber] = []
  /// Whether its partial is zero, everywhere or at the point.
  var isZero = false
  /// Whether it comes from a constant, by which nothing is differentiated.
  var isConstant = false
  /// Whether its formula is a factor of a product in the panel.
  var isSaidBelow = false
  var sentence: String = ""

  var subject: SceneSubject { .edge(index, strand: strand, from: from, to: to) }
}

/// `symbol = formula = value`, each part absent where it would say nothing.
struct LabelContent: Hashable {
  var symbol: Formula?
  var formula: Formula?
  var value: Formula?
  /// The Jacobian's shape where it is not scalar.
  var badge: Formula?
  /// Whether the formula is a number, and so its own value.
  var isNumber = false

  var isEmpty: Bool { symbol == nil && formula == nil && value == nil }
}

/// A piece of a line: a formula, or the number of a path in its circle.
package enum Piece: Hashable {
  case formula(Formula, Ink)
  case number(PathNumber)

  package static func formula(_ formula: Formula) -> Piece { .formula(formula, .text) }
}

/// A row of the derivation below the graph: `① via x₁  lead = formula = numbers = value`.
///
/// Cells after the first begin with their relation sign. Equal parts stand below each other.
struct PanelRow: Hashable {
  enum Kind: Hashable {
    case path
    /// Has a rule above where it follows other rows.
    case total
    /// A line by itself, outside the columns.
    case remark
  }

  var kind: Kind = .path
  var subject: SceneSubject?
  var number: PathNumber?
  var via: Formula?
  var lead: [Piece] = []
  var formula: [Piece] = []
  var numbers: [Piece] = []
  var value: [Piece] = []
  var sentence: String = ""
}
