import ExpressionGraph
import NumericEvaluation
import Testing

/// Where a function leaves one branch for another, seen by what its check says there.
@Suite struct BranchPointTests {
  private func skipped(
    at value: Double, _ build: (inout ExpressionGraph, NodeID) -> (NodeID, NodeID)
  ) -> SkipReason? {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let (function, derivative) = build(&graph, x)
    return graph.check(
      CheckRequest(function: function, input: x, derivative: derivative),
      at: Environment(values: [x: Tensor(value)])
    ).skipped
  }

  @Test func theKinkOfAbsIsAtZeroAlone() {
    func reason(_ value: Double) -> SkipReason? {
      skipped(at: value) { graph, x in
        (graph.elementwise(.abs, x), graph.elementwise(.sign, x))
      }
    }
    guard case .kink = reason(0) else {
      Issue.record("no kink at 0")
      return
    }
    #expect(reason(0.5) == nil && reason(-2) == nil)
  }

  /// 1/x has a pole at 0, which is no kink.
  @Test func aPoleIsUndefinedRatherThanAKink() {
    let reason = skipped(at: 0) { graph, x in
      (graph.power(x, .minusOne), graph.power(x, Number(-2), times: .minusOne))
    }
    guard case .undefined = reason else {
      Issue.record("\(String(describing: reason))")
      return
    }
  }

  /// The branch of max changes where its arguments tie, here at 1.
  @Test func argumentsThatTieAreAKink() {
    func reason(_ value: Double) -> SkipReason? {
      skipped(at: value) { graph, x in
        let one = graph.number(1)
        let step = graph.elementwise(.step, graph.minus(x, one))
        return (graph.node(.elementwise(.max), [x, one]), step)
      }
    }
    guard case .kink = reason(1) else {
      Issue.record("no kink at 1")
      return
    }
    #expect(reason(3) == nil && reason(0) == nil)
  }

  @Test func smoothFunctionsHaveNone() {
    #expect(
      skipped(at: 0) { graph, x in (graph.elementwise(.sin, x), graph.elementwise(.cos, x)) } == nil
    )
  }
}
