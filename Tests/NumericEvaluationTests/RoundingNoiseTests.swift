import ExpressionGraph
import NumericEvaluation
import Testing

/// How well values are determined, and what that means for the check of a derivative.
@Suite struct RoundingNoiseTests {
  private func noise(at x: Double, _ build: (inout ExpressionGraph, NodeID) -> NodeID) -> Double {
    var graph = ExpressionGraph()
    let variable = graph.scalar("x")
    let node = build(&graph, variable)
    let evaluation = Evaluator(graph, roots: [node])(
      Environment(values: [variable: Tensor(x)]))
    return evaluation.roundingNoise(of: [node])[0][0]
  }

  @Test func whatIsWellConditionedKeepsItsDigits() {
    #expect(noise(at: 0.5) { graph, x in graph.elementwise(.sin, x) } < 1e-15)
    #expect(noise(at: 0.5) { graph, x in graph.power(x, Number(2)) } < 1e-15)
    #expect(noise(at: 0.5) { graph, x in graph.elementwise(.abs, x) } == 0)
  }

  @Test func cancellationLosesDigits() {
    let lost = noise(at: 0.5) { graph, x in
      let large = graph.number(Number(100_000_000))
      return graph.minus(graph.plus(large, x), large)
    }
    #expect(lost > 1e-9 && lost < 1e-6)
  }

  /// xₖ₊₁ = 4 xₖ (1 − xₖ): every step doubles an error.
  private func logisticMap(_ steps: Int, in graph: inout ExpressionGraph, _ x: NodeID) -> NodeID {
    (0..<steps).reduce(x) { value, _ in
      let rest = graph.minus(graph.number(.one), value)
      return graph.scalarProduct(coefficient: Number(4), [(value, .one), (rest, .one)])
    }
  }

  @Test func chaosLosesThemAll() {
    #expect(noise(at: 0.3) { graph, x in logisticMap(10, in: &graph, x) } < 1e-11)
    #expect(noise(at: 0.3) { graph, x in logisticMap(100, in: &graph, x) } > 0.01)
  }

  @Test func aMissingValueHasNoNoise() {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let evaluation = Evaluator(graph, roots: [x])(Environment())
    #expect(evaluation.roundingNoise(of: [x]) == [[]])
  }

  /// The derivative by the chain rule, times a factor.
  private func check(steps: Int, factor: Int) -> CheckResult {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    var (value, derivative) = (x, graph.number(Number(factor)))
    for _ in 0..<steps {
      let slope = graph.sum([(Number(4), graph.number(.one)), (Number(-8), value)])
      derivative = graph.scalarProduct([(derivative, .one), (slope, .one)])
      value = logisticMap(1, in: &graph, value)
    }
    return graph.check(
      CheckRequest(function: value, input: x, derivative: derivative),
      at: Environment(values: [x: Tensor(0.3)]))
  }

  @Test(arguments: [1, 5, 10, 60, 200, 1000])
  func chaosIsNoFalseAlarm(_ steps: Int) {
    let result = check(steps: steps, factor: 1)
    #expect(result.passed)
    #expect(steps > 10 ? result.skipped == .unreliable : result.points == 5)
  }

  @Test(arguments: [1, 5, 10, 60, 200, 1000])
  func aWrongDerivativeOfChaosNeverPasses(_ steps: Int) {
    let result = check(steps: steps, factor: 2)
    #expect(!result.passed || result.points == 0)
  }
}
