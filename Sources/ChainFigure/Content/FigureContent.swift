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
  /// The order in which all this is revealed, if it is.
  var steps: StepPlan?

  /// Past so many nodes edges carry values alone, and no other way to draw it is tried.
  private static let mostDetailedNodes = 30
  /// Past so many there is no table of what the values come from: an overview.
  static let mostTabledNodes = 80

  var isLarge: Bool { nodes.count > Self.mostDetailedNodes }

  /// Whether a picture that runs upwards exceeds a room less than one that runs right.
  ///
  /// Told without placing anything: a box and a label beside each other take about twice the room
  /// that they take above each other, and a room is about twice as wide as high, so what decides is
  /// whether there are more ranks than nodes in a rank.
  var isDeep: Bool {
    var ranks = Array(repeating: 1, count: nodes.count)
    for edge in edges.sorted(by: { ($0.to, $0.from) < ($1.to, $1.from) }) where edge.from < edge.to
    {
      ranks[edge.to] = max(ranks[edge.to], ranks[edge.from] + 1)
    }
    let longest = ranks.max() ?? 0
    return longest * longest > nodes.count
  }
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
  /// How many boxes lie behind this one: it stands for more than itself.
  var isStack = false
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
  /// Its place in the table of formulas, where the labels have no room for them.
  var number: TableNumber?
  /// Whether its formula is a factor of a product in the panel.
  var isSaidBelow = false
  var sentence: String = ""

  var subject: SceneSubject { .edge(index, strand: strand, from: from, to: to) }
}

/// The place of a formula in the table below the graph, counted from 1.
struct TableNumber: Hashable {
  let value: Int

  var formula: Formula { .row([.ordinary("["), .number(String(value)), .ordinary("]")]) }
}

/// `symbol = formula = value`, each part absent where it would say nothing.
struct LabelContent: Hashable {
  var symbol: Formula?
  var formula: Formula?
  var value: Formula?
  /// The Jacobian's shape where it is not scalar.
  var badge: Formula?
  /// Where the Jacobian's entries vanish, if it is too large to be written out.
  var structure: MatrixStructure?
  /// Whether the formula is a number, and so its own value.
  var isNumber = false

  var isEmpty: Bool { symbol == nil && formula == nil && value == nil }
}

/// A piece of a line: a formula, or the number of a path in its circle.
package enum Piece: Hashable {
  case formula(Formula, Ink)
  case number(PathNumber)
  case structure(MatrixStructure)

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
  /// Whether it may be left out for want of room, since the sum says it in another form.
  var isOptional = false
  var lead: [Piece] = []
  var formula: [Piece] = []
  /// The factors' numbers, or what the product comes to.
  var numbers: [Piece] = []
  /// Whether the numbers say more than the factors, and are not to be left out first.
  var isClosed = false
  var value: [Piece] = []
  var sentence: String = ""
}
