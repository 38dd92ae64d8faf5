import ChainDerivation
import ExpressionGraph
import TensorCalculus
import Testing

@Suite struct SimplifierGuardTests {
  /// The derivatives of a model with every kind of rule in play keep their values.
  @Test(arguments: [false, true])
  func everyRewriteKeepsItsValue(facts: Bool) {
    var graph = ExpressionGraph()
    let n = Dimension(symbol: "n")
    let x = graph.variable(Variable(name: "x", shape: Shape([n])))
    let w = graph.variable(
      Variable(name: "W", shape: Shape([n, n]), properties: .symmetric))
    let inverse = graph.matrixFunction(.inverse, w)
    let form = graph.product(
      ProductPattern(
        factors: [
          .init(labels: [Label(0)]), .init(labels: [Label(0), Label(1)]), .init(labels: [Label(1)]),
        ], extents: [n, n]), [x, inverse, x])
    let model = graph.sum([
      (.one, graph.elementwise(.log, form)), (.minusOne, graph.elementwise(.sigmoid, form)),
    ])
    var simplifier = Simplifier(facts: facts)
    for input in [x, w] {
      let derivative = graph.derivative(of: model, by: input)
      #expect(simplifier.simplified(derivative, in: &graph) != derivative)
    }
    #expect(graph.brokenRewrite(of: simplifier) == nil)
  }
}
