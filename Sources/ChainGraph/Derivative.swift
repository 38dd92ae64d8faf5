import ChainDerivation
import ChainNotation
import ExpressionGraph
import NumericEvaluation

/// A derivative of a figure.
public struct Derivative: Sendable {
  private let row: QueryDerivation
  private let derivation: Derivation

  init(_ row: QueryDerivation, of derivation: Derivation) {
    self.row = row
    self.derivation = derivation
  }

  /// What is differentiated, as the input names it.
  public var output: String { row.query.outputName }
  /// By what, one name an order.
  public var inputs: [String] { row.query.inputNames }
  /// As a query: `df/dt`, `d^2f/dx dy`; very long names are cut.
  public var symbol: String { row.query.symbol }

  /// The derivative in the inputs' names, as text of the input language.
  ///
  /// The text is written anew at each call. Past 2,000 operations shared parts are names, which
  /// `bindings` explains.
  public var expression: String { text.expression }
  /// What the names stand for that a very large expression gives its shared parts, in order.
  public var bindings: [(name: String, expression: String)] {
    text.bindings.map { ($0.name, $0.expression) }
  }

  /// The entries of its value at the point, row by row, output's axes before the input's; nil
  /// where no point is given.
  public var value: [Double]? { derivation.value(of: row.total)?.data }

  /// How many paths the chain rule sums over; decimal, since there can be very many.
  public var pathCount: String { row.pathCount.description }
  /// At how many points it was compared with central differences.
  public var checkPoints: Int { row.check.points }
  /// The largest relative difference from them; nil where no point was usable.
  public var checkError: Double? { row.check.points > 0 ? row.check.maxRelativeError : nil }
  /// Whether it agrees with central differences, and with accumulation over the figure's edges.
  public var isChecked: Bool { row.isSound }

  private var text: BoundText {
    Notation(graph: derivation.graph, facts: true, breaksTies: derivation.hasTies).boundText(
      of: row.total, orientation: row.outputShape.isScalar ? .row : .column)
  }
}
