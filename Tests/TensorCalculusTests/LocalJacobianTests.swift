import ExpressionGraph
import NumericEvaluation
import TensorCalculus
import Testing

private let a = Sketch.input("a")
private let x = Sketch.input("x", "m")
private let y = Sketch.input("y", "m")
private let z = Sketch.input("z", "3")
private let A = Sketch.input("A", "m", "n")
private let S = Sketch.input("S", "n", "n")
private let T = Sketch.input("T", "2", "3", "4")

/// One row an operation, and for products one a way that labels can meet.
private let rows: [(name: String, node: Sketch)] =
  [
    ("sum", x - y),
    ("sum of one operand twice", x + x),
    ("scalar product", einsum(",->", a, Sketch.input("b"), exponents: [2, -1], coefficient: 3)),
    ("inner product", einsum("i,i->", x, y)),
    ("outer product", einsum("i,j->ij", x, z)),
    ("matrix by vector", einsum("ij,j->i", A, Sketch.input("v", "n"))),
    ("matrix product", einsum("ij,jk->ik", A, S)),
    ("transpose", einsum("ij->ji", A)),
    ("trace", einsum("ii->", S)),
    ("diagonal read", einsum("ii->i", S)),
    ("diagonal written", einsum("i->ii", x)),
    ("sum over an axis", einsum("ij->j", A)),
    ("row times matrix, entrywise", einsum("ij,i->ij", A, x)),
    ("power of a vector", einsum("i->i", x, exponents: [3])),
    ("power in a contraction", einsum("ij,i->j", A, x, exponents: [2, -1])),
    ("broadcast", einsum("->ij", a, lengths: ["i": Dimension(2), "j": Dimension(3)])),
    ("broadcast along one axis", einsum("i->ij", x, lengths: ["j": Dimension(3)])),
    ("one operand twice", einsum("i,i,i->", x, x, y)),
    ("three factors", einsum("ijk,j,i->k", T, z, Sketch.input("w", "2"))),
    ("entrywise function", tanh(A)),
    ("entrywise function of two", apply(.atan2, x, y)),
    ("power", apply(.power, apply(.exp, x), y)),
    ("literal", literal([[a, a * Sketch.input("b")], [sin(a), 1]])),
    ("literal vector", literal([[a], [Sketch.input("b")], [a]])),
    ("entry", T(at: 1, 0, 2)),
    ("row", A.slice(.index(1), .all)),
    ("range", T.slice(.all, .range(start: Dimension(1), length: Dimension(2)), .index(0))),
    ("choice", choose(a, .less, Sketch.input("b"), x, else: y)),
    ("choice not taken", choose(a, .greater, a + 1, x, else: y)),
    ("softmax", x.mixed(.softmax)),
    ("logsoftmax", z.mixed(.logsoftmax)),
  ] + Reduction.allCases.map { ("\($0) of a vector", z.reduced($0)) }
  + Reduction.allCases.map { ("\($0) of a matrix", A.reduced($0)) }

@Test(arguments: rows.indices)
func everyLocalJacobianAgreesWithDifferences(row: Int) {
  var bench = Bench(seed: UInt64(row))
  let node = bench.build(rows[row].node)
  for (position, operand) in bench.graph.operands(of: node).enumerated() {
    let terms = bench.graph.localJacobian(of: node, operand: position)
    let shape = bench.graph.shape(of: node) + bench.graph.shape(of: operand)
    #expect(terms.allSatisfy { $0.shape == shape })
    guard let held = bench.holding(operand, at: position, of: node) else { continue }
    let parts = terms.map { bench.graph.node(of: $0) }
    let jacobian = bench.graph.total(of: parts, shape: shape)
    for _ in 0..<3 {
      let point = bench.point(for: [node, held.node, held.input], in: 0.3...1.7)
      let at = point.merging(bench.values(of: [operand], as: [held.input], at: point)) { $1 }
      let expected = bench.differences(of: held.node, by: held.input, at: at)
      #expect(agree(bench.value(jacobian, point), expected), "\(rows[row].name), \(position)")
    }
  }
}

extension Bench {
  /// The node with one of its operands replaced by a fresh input, so that it alone varies.
  fileprivate mutating func holding(
    _ operand: NodeID, at position: Int, of node: NodeID
  ) -> (node: NodeID, input: NodeID)? {
    let shape = graph.shape(of: operand)
    let input = graph.variable(Variable(name: "held", shape: shape))
    var operands = Array(graph.operands(of: node))
    operands[position] = input
    return (graph.node(graph.operation(of: node), operands), input)
  }

  /// Values of nodes at a point, given to others.
  fileprivate func values(
    of nodes: [NodeID], as inputs: [NodeID], at point: [NodeID: Tensor]
  ) -> [NodeID: Tensor] {
    var values: [NodeID: Tensor] = [:]
    for (node, input) in zip(nodes, inputs) {
      values[input] = Tensor(shape: lengths(of: node), data: value(node, point))
    }
    return values
  }
}

@Test func selectionsOfTheLargestAreConstant() {
  var bench = Bench()
  let node = bench.build(z.mixed(.firstMaximum))
  #expect(bench.graph.localJacobian(of: node, operand: 0).isEmpty)
}

@Test func derivativesOfAbstractFunctionsKeepTheirArgumentsOrder() {
  var bench = Bench()
  let (m, n) = (Shape([Dimension(symbol: "m")]), Shape([Dimension(symbol: "n")]))
  let function = AbstractFunction(name: "f", domain: [m, n], codomain: Shape([Dimension(4)]))
  let arguments = [bench.build(x), bench.build(.input("v", "n"))]
  let value = bench.graph.application(function, to: arguments)
  let mixed = bench.graph.derivative(
    of: bench.graph.derivative(of: value, by: arguments[1]), by: arguments[0])
  // ∂²f/∂v∂x has v's axis before x's, though the graph knows only the sorted order.
  #expect(bench.graph.shape(of: mixed) == Shape([Dimension(4)]) + n + m)
  let sorted = bench.graph.derivative(
    of: bench.graph.derivative(of: value, by: arguments[0]), by: arguments[1])
  #expect(bench.graph.shape(of: sorted) == Shape([Dimension(4)]) + m + n)
  let neat = bench.simplifier.simplified(sorted, in: &bench.graph)
  guard case .application(let id) = bench.graph.operation(of: neat) else {
    Issue.record("the derivative in sorted order is the application itself")
    return
  }
  #expect(bench.graph[id].derivatives == [0, 1])
}
