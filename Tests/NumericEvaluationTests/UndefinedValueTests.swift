import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct UndefinedValueTests {
  private func undefined(
    at x: Double, _ build: (inout ExpressionGraph, NodeID) -> NodeID
  ) -> UndefinedReason? {
    var graph = ExpressionGraph()
    let variable = graph.scalar("x")
    let root = build(&graph, variable)
    let evaluation = Evaluator(graph, roots: [root])(Environment(values: [variable: Tensor(x)]))
    return evaluation.firstUndefined()?.reason
  }

  @Test func eachReasonIsFound() {
    let third = Number(numerator: 1, denominator: 3) ?? 0
    #expect(undefined(at: 0) { $0.power($1, -1) } == .divisionByZero)
    #expect(undefined(at: -1) { $0.elementwise(.log, $1) } == .logOfNonPositive)
    #expect(undefined(at: 0) { $0.elementwise(.log2, $1) } == .logOfNonPositive)
    #expect(undefined(at: -1) { $0.elementwise(.log1p, $1) } == .logOfNonPositive)
    #expect(undefined(at: -1) { $0.elementwise(.sqrt, $1) } == .rootOfNegative)
    #expect(undefined(at: -8) { $0.power($1, third) } == .rootOfNegative)
    #expect(undefined(at: 2) { $0.elementwise(.asin, $1) } == .outOfDomain(.asin))
    #expect(undefined(at: 0.5) { $0.elementwise(.acosh, $1) } == .outOfDomain(.acosh))
    #expect(undefined(at: 1000) { $0.elementwise(.exp, $1) } == .overflow)
    #expect(
      undefined(at: -2) { graph, x in
        let half = graph.number(Number(0.5))
        return graph.binary(.elementwise(.power), x, half)
      } == .outOfDomain(.power))
    #expect(
      undefined(at: 0) { graph, x in
        let exponent = graph.number(-2)
        return graph.binary(.elementwise(.power), x, exponent)
      } == .divisionByZero)
  }

  @Test func theCauseIsFoundNotWhatFollows() {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let log = graph.elementwise(.log, x)
    let root = graph.plus(graph.elementwise(.sin, log), graph.power(log, 2))
    let evaluation = Evaluator(graph, roots: [root])(Environment(values: [x: Tensor(-1)]))
    #expect(evaluation.firstUndefined()?.node == log)
  }

  @Test func whatDoesNotSpoilTheRootDoesNotCount() {
    // 1/(1 + e^1000) is 0, and the branch that is left out is no matter.
    #expect(
      undefined(at: 1000) { graph, x in
        let exponential = graph.elementwise(.exp, x)
        return graph.power(exponential, -1)
      } == nil)
    #expect(
      undefined(at: -1) { graph, x in
        let pattern = graph.intern(ChoicePattern(comparisons: [.greater]))
        let log = graph.elementwise(.log, x)
        return graph.node(.choice(pattern), [x, graph.number(0), log, x])
      } == nil)
    #expect(undefined(at: 2) { $0.elementwise(.log, $1) } == nil)
  }
}
