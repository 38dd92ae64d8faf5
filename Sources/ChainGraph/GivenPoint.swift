import ChainElaboration
import ExpressionGraph
import NumericEvaluation

/// The point of a figure, with the values of what its queries differentiate.
///
/// The values are those of the expressions as written: their nodes have places in the source, which
/// those of derivatives have not.
struct GivenPoint {
  let environment: Environment
  private let evaluation: Evaluation

  /// Nil if the figure names no point.
  init?(of figure: ElaboratedFigure) {
    guard !figure.point.isEmpty else { return nil }
    var environment = Environment(sizes: figure.sizes)
    let given = Evaluator(figure.graph, roots: figure.point.map(\.value), sizes: figure.sizes)
    let values = given(environment)
    for row in figure.point { environment.values[row.node] = values[row.value] }
    self.environment = environment
    let held = Set(figure.queries.flatMap(\.wrt)).filter { environment.values[$0] != nil }
    let evaluator = Evaluator(
      figure.graph, roots: figure.queries.map(\.output), held: held, sizes: figure.sizes)
    evaluation = evaluator(environment)
  }

  /// The first node without a finite value although its operands have one.
  var undefined: UndefinedValue? { evaluation.firstUndefined() }

  /// The nodes at a kink, where a derivative is a convention.
  var kinks: [NodeID] { evaluation.kinks() }

  /// The value of a node as it is written, if the point fixes it.
  func value(of node: NodeID) -> Tensor? { evaluation[node] }
}
