import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct EvaluatorTests {
  @Test func inputsAreThoseBelowTheRoots() {
    var graph = ExpressionGraph()
    let (x, y, z) = (graph.scalar("x"), graph.scalar("y"), graph.scalar("z"))
    let sum = graph.plus(x, y)
    let evaluator = Evaluator(graph, roots: [sum])
    #expect(Set(evaluator.inputs) == [x, y] && !evaluator.inputs.contains(z))
    #expect(evaluator.entryCount == 3)
  }

  /// A definition that is held is an input, whatever it is defined as.
  @Test func heldNodesAreInputs() {
    var graph = ExpressionGraph()
    let t = graph.scalar("t")
    let x = graph.define(
      Definition(name: "x", application: nil, parameters: [], serial: 0), as: graph.times(2, t))
    let f = graph.power(x, Number(2))
    let free = Evaluator(graph, roots: [f])
    let held = Evaluator(graph, roots: [f], held: [x])
    #expect(free.inputs == [t] && held.inputs == [x])
    #expect(free(Environment(values: [t: Tensor(3)]))[f]?.data == [36])
    #expect(held(Environment(values: [x: Tensor(3)]))[f]?.data == [9])
  }

  @Test func lengthsComeFromSizes() {
    var graph = ExpressionGraph()
    let x = graph.variable(
      Variable(name: "x", shape: Shape([Dimension(symbol: "n"), Dimension(2)])))
    #expect(Evaluator(graph, roots: [x], sizes: ["n": 5]).lengths(of: x) == [5, 2])
    let unknown = Evaluator(graph, roots: [x])
    #expect(!unknown.isResolved(x) && unknown.lengths(of: x) == nil)
  }

  @Test func whatIsMissingHasNoValueAndTheRestHas() {
    var graph = ExpressionGraph()
    let (x, y) = (graph.scalar("x"), graph.scalar("y"))
    let (double, product) = (graph.times(2, x), graph.scalarProduct([(x, .one), (y, .one)]))
    let evaluation = Evaluator(graph, roots: [double, product])(
      Environment(values: [x: Tensor(4)]))
    #expect(evaluation[double]?.data == [8])
    #expect(evaluation[product] == nil && !evaluation.hasValue(product))
  }
}
