import ExpressionGraph
import Testing

private let vector = Shape([Dimension(symbol: "n")])

@Test func equalNodesAreOneNode() {
  var graph = ExpressionGraph()
  let x = graph.variable(Variable(name: "x", shape: .scalar))
  let first = graph.elementwise(.sin, x)
  let count = graph.count
  #expect(graph.elementwise(.sin, x) == first)
  #expect(graph.variable(Variable(name: "x", shape: .scalar)) == x)
  #expect(graph.count == count)
  #expect(graph.elementwise(.cos, x) != first)
}

@Test func equalNodesAreOneNodeAcrossGrowth() {
  var graph = ExpressionGraph()
  var chain = graph.variable(Variable(name: "x", shape: .scalar))
  var made = [chain]
  for _ in 0..<2_000 {
    chain = graph.elementwise(.sin, chain)
    made.append(chain)
  }
  var again = made[0]
  for expected in made.dropFirst() {
    again = graph.elementwise(.sin, again)
    #expect(again == expected)
  }
}

@Test func definitionsOfOneBodyAreTwoNodes() {
  var graph = ExpressionGraph()
  let x = graph.variable(Variable(name: "x", shape: .scalar))
  let a = graph.define(
    Definition(name: "a", application: nil, parameters: [], serial: 0), as: x)
  let b = graph.define(
    Definition(name: "b", application: nil, parameters: [], serial: 1), as: x)
  #expect(a != b)
  #expect(graph.inlined(a) == x)
  #expect(graph.inlined(a, keeping: [a]) == a)
}

@Test func operandsComeBeforeTheirUsers() {
  var graph = ExpressionGraph()
  let x = graph.variable(Variable(name: "x", shape: .scalar))
  let y = graph.variable(Variable(name: "y", shape: .scalar))
  let product = graph.scalarProduct([(x, 1), (y, 2)])
  let sum = graph.sum([(1, product), (-1, x)])
  #expect(graph.nodes(below: [sum]) == [x, y, product, sum])
  #expect(graph.nodes(below: [sum], isLeaf: { $0 == product }) == [x, product, sum])
  #expect(graph.variables(below: [sum]) == [x, y])
  #expect(Array(graph.operands(of: sum)) == [product, x])
}

@Test func shapesFollowFromOperands() {
  var graph = ExpressionGraph()
  let x = graph.variable(Variable(name: "x", shape: vector))
  let s = graph.variable(Variable(name: "s", shape: .scalar))
  // A node is made before the graph is asked about it: arguments are evaluated after `self`.
  let vectors = [
    graph.elementwise(.exp, x), graph.broadcast(s, to: vector), graph.zero(vector),
  ]
  let scalars = [
    graph.broadcast(s, to: .scalar), graph.entry(x, at: [0]), graph.unary(.reduction(.norm2), x),
  ]
  #expect(vectors.allSatisfy { graph.shape(of: $0) == vector })
  #expect(scalars.allSatisfy { graph.isScalar($0) })
  #expect(scalars[0] == s)
}

@Test func operandsThatDoNotFitHaveNoShape() {
  var graph = ExpressionGraph()
  let x = graph.variable(Variable(name: "x", shape: vector))
  let s = graph.variable(Variable(name: "s", shape: .scalar))
  let sum = graph.intern(SumPattern(coefficients: [1, 1]))
  #expect(graph.shape(of: .sum(sum), operands: [x, s]) == nil)
  #expect(graph.shape(of: .sum(sum), operands: [x]) == nil)
  #expect(graph.shape(of: .elementwise(.max), operands: [x]) == nil)
  let pair = graph.intern(Shape([Dimension(2)]))
  #expect(graph.shape(of: .literal(pair), operands: [s]) == nil)
  let product = graph.intern(
    ProductPattern(factors: [.init(labels: [Label(0)])], extents: [Dimension(3)]))
  #expect(graph.shape(of: .product(product), operands: [x]) == nil)
}

@Test func choiceNeedsScalarSidesAndValuesOfOneShape() {
  var graph = ExpressionGraph()
  let x = graph.variable(Variable(name: "x", shape: vector))
  let s = graph.variable(Variable(name: "s", shape: .scalar))
  let pattern = graph.intern(ChoicePattern(comparisons: [.less]))
  #expect(graph.shape(of: .choice(pattern), operands: [s, s, x, x]) == vector)
  #expect(graph.shape(of: .choice(pattern), operands: [x, s, x, x]) == nil)
  #expect(graph.shape(of: .choice(pattern), operands: [s, s, x, s]) == nil)
}

@Test func derivativeOfAnAbstractFunctionAddsTheDomainsAxes() {
  var graph = ExpressionGraph()
  let x = graph.variable(Variable(name: "x", shape: vector))
  let f = AbstractFunction(name: "f", domain: [vector], codomain: Shape([Dimension(2)]))
  let plain = graph.application(f, to: [x])
  let second = graph.application(f, derivatives: [0, 0], to: [x])
  #expect(graph.shape(of: plain) == Shape([Dimension(2)]))
  #expect(graph.shape(of: second) == Shape([Dimension(2)]) + vector + vector)
}

@Test func deepChainsAreTraversedWithoutRecursion() {
  var graph = ExpressionGraph()
  let x = graph.variable(Variable(name: "x", shape: .scalar))
  let y = graph.variable(Variable(name: "y", shape: .scalar))
  var chain = x
  for _ in 0..<100_000 { chain = graph.elementwise(.tanh, chain) }
  #expect(graph.nodes(below: [chain]).count == 100_001)
  let image = graph.rebuilt(chain, isLeaf: { $0 == x }) { _, node, _ in node == x ? y : nil }
  #expect(graph.nodes(below: [image]).contains(y))
  #expect(!graph.nodes(below: [image]).contains(x))
}
