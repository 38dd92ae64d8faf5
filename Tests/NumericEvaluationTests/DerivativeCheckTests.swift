import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct DerivativeCheckTests {
  @Test func aRightDerivativePasses() {
    var graph = ExpressionGraph()
    let x = graph.variable(Variable(name: "x", shape: .scalar))
    let result = check(
      CheckRequest(
        function: graph.elementwise(.sin, x), input: x, derivative: graph.elementwise(.cos, x)),
      in: graph)
    #expect(result.passed)
    #expect(result.points == 5)
    #expect(result.maxRelativeError < 1e-9)
  }
}
