import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct EvaluationTests {
  @Test func everyNodeBelowTheRootsHasAValue() {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let square = graph.power(x, 2)
    let root = graph.plus(square, x)
    let other = graph.elementwise(.sin, x)
    let evaluation = Evaluator(graph, roots: [root])(Environment(values: [x: Tensor(3)]))
    #expect(evaluation[x]?.scalar == 3)
    #expect(evaluation[square]?.scalar == 9)
    #expect(evaluation[root]?.scalar == 12)
    #expect(evaluation[other] == nil)
  }

  @Test func aHeldDefinitionHasTheGivenValue() {
    var graph = ExpressionGraph()
    let t = graph.scalar("t")
    let body = graph.elementwise(.sin, t)
    let x = graph.define(
      Definition(name: "x", application: nil, parameters: ["t"], serial: 0), as: body)
    let f = graph.plus(graph.power(x, 2), t)
    let environment = Environment(values: [x: Tensor(3), t: Tensor(1)])
    #expect(Evaluator(graph, roots: [f], held: [x])(environment)[f]?.scalar == 10)
    let free = Evaluator(graph, roots: [f])(Environment(values: [t: Tensor(0)]))
    #expect(free[f]?.scalar == 0)
    #expect(free[x]?.scalar == 0)
  }

  @Test func aMissingInputLeavesOnlyWhatNeedsItWithoutAValue() {
    var graph = ExpressionGraph()
    let (x, y) = (graph.scalar("x"), graph.scalar("y"))
    let (a, b) = (graph.elementwise(.exp, x), graph.elementwise(.exp, y))
    let both = graph.plus(a, b)
    let evaluation = Evaluator(graph, roots: [both])(Environment(values: [x: Tensor(0)]))
    #expect(evaluation[a]?.scalar == 1)
    #expect(evaluation[b] == nil)
    #expect(evaluation[both] == nil)
    #expect(!evaluation.hasValue(both))
  }

  @Test func symbolicSizesComeFromTheEnvironment() {
    var graph = ExpressionGraph()
    let n = Dimension(symbol: "n")
    let x = graph.variable(Variable(name: "x", shape: Shape([n])))
    let mean = graph.product(
      ProductPattern(
        sizes: [.init(dimension: n, exponent: -1)], factors: [.init(labels: [Label(0)])],
        extents: [n]), [x])
    #expect(evaluate(mean, in: graph, [x: Tensor([1, 2, 6])], sizes: ["n": 3])?.scalar == 3)
    #expect(evaluate(mean, in: graph, [x: Tensor([1, 2, 6])]) == nil)
    #expect(evaluate(mean, in: graph, [x: Tensor([1, 2, 6])], sizes: ["n": 4]) == nil)
  }

  @Test func anEvaluatorServesManyPoints() {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let square = graph.power(x, 2)
    let evaluator = Evaluator(graph, roots: [square])
    for value in [0.0, 1, 2, 3] {
      #expect(evaluator(Environment(values: [x: Tensor(value)]))[square]?.scalar == value * value)
    }
    #expect(evaluator.inputs == [x])
  }

  @Test func aChainOfAHundredThousandNodesIsEvaluated() {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    var node = x
    var expected = 0.5
    for step in 0..<100_000 {
      node = graph.elementwise(step % 2 == 0 ? .sin : .cos, node)
      expected =
        step % 2 == 0
        ? ElementwiseReference.sine(expected) : ElementwiseReference.cosine(expected)
    }
    #expect(evaluate(node, in: graph, [x: Tensor(0.5)])?.scalar == expected)
  }

  @Test func anUndefinedValueIsAValue() {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let log = graph.elementwise(.log, x)
    let evaluation = Evaluator(graph, roots: [log])(Environment(values: [x: Tensor(-1)]))
    #expect(evaluation.hasValue(log))
    #expect(evaluation[log]?.isFinite == false)
  }
}
