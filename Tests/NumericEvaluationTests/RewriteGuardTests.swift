import ExpressionGraph
import NumericEvaluation
import Testing

/// Two expressions that a right rewrite, or a wrong one, would make of each other.
private struct Rewrite: Sendable, CustomTestStringConvertible {
  let name: String
  let isRight: Bool
  var facts = false
  let build: @Sendable (inout ExpressionGraph) -> (NodeID, NodeID)

  var testDescription: String { name }
}

private func matrix(
  _ graph: inout ExpressionGraph, _ name: String = "A", _ properties: Properties = []
) -> NodeID {
  let n = Dimension(symbol: "n")
  return graph.variable(Variable(name: name, shape: Shape([n, n]), properties: properties))
}

private func scalar(_ graph: inout ExpressionGraph, _ name: String) -> NodeID {
  graph.variable(Variable(name: name, shape: .scalar))
}

private func product(
  _ graph: inout ExpressionGraph, _ factors: [(NodeID, [Int])], output: [Int],
  lengths: [String] = ["n", "n", "n"]
) -> NodeID {
  let count = 1 + (factors.flatMap(\.1) + output).reduce(-1, max)
  return graph.product(
    ProductPattern(
      factors: factors.map { .init(labels: $0.1.map(Label.init)) },
      output: output.map(Label.init),
      extents: lengths.prefix(count).map { Dimension(symbol: $0) }),
    factors.map(\.0))
}

private let rewrites = [
  Rewrite(name: "x(x + y) = x² + xy", isRight: true) { graph in
    let (x, y) = (scalar(&graph, "x"), scalar(&graph, "y"))
    let sum = graph.sum([(.one, x), (.one, y)])
    let left = graph.scalarProduct([(x, .one), (sum, .one)])
    let right = graph.sum([
      (.one, graph.scalarProduct([(x, 2)])), (.one, graph.scalarProduct([(x, .one), (y, .one)])),
    ])
    return (left, right)
  },
  Rewrite(name: "x(x + y) = x² + y", isRight: false) { graph in
    let (x, y) = (scalar(&graph, "x"), scalar(&graph, "y"))
    let sum = graph.sum([(.one, x), (.one, y)])
    return (
      graph.scalarProduct([(x, .one), (sum, .one)]),
      graph.sum([(.one, graph.scalarProduct([(x, 2)])), (.one, y)])
    )
  },
  Rewrite(name: "sin(-v sin v) = -sin(v sin v) where v is some millions", isRight: true) { graph in
    let u = graph.sum([(.one, scalar(&graph, "x")), (.one, graph.number(40))])
    let left = graph.scalarProduct([(u, 4)])
    let right = graph.scalarProduct([(graph.scalarProduct([(u, 2)]), 2)])
    let (once, again) = (graph.elementwise(.sin, left), graph.elementwise(.sin, right))
    let turned = graph.sum([(-1, graph.scalarProduct([(left, .one), (once, .one)]))])
    let same = graph.scalarProduct([(right, .one), (again, .one)])
    return (
      graph.elementwise(.sin, turned), graph.sum([(-1, graph.elementwise(.sin, same))])
    )
  },
  Rewrite(name: "A = A'", isRight: false) { graph in
    let a = matrix(&graph)
    return (a, product(&graph, [(a, [0, 1])], output: [1, 0]))
  },
  Rewrite(name: "A = A' for symmetric A", isRight: true, facts: true) { graph in
    let a = matrix(&graph, "A", .symmetric)
    return (a, product(&graph, [(a, [0, 1])], output: [1, 0]))
  },
  Rewrite(name: "A = A' before the last differentiation", isRight: false) { graph in
    let a = matrix(&graph, "A", .symmetric)
    return (a, product(&graph, [(a, [0, 1])], output: [1, 0]))
  },
  Rewrite(name: "Q'Q = I for orthogonal Q", isRight: true, facts: true) { graph in
    let q = matrix(&graph, "Q", .orthogonal)
    return (
      product(&graph, [(q, [2, 0]), (q, [2, 1])], output: [0, 1]),
      product(&graph, [], output: [0, 0])
    )
  },
  Rewrite(name: "A inv(A) = I", isRight: true) { graph in
    let a = matrix(&graph)
    let inverse = graph.matrixFunction(.inverse, a)
    return (
      product(&graph, [(a, [0, 2]), (inverse, [2, 1])], output: [0, 1]),
      product(&graph, [], output: [0, 0])
    )
  },
  Rewrite(name: "tr I = 3", isRight: false) { graph in
    (product(&graph, [], output: [0, 0]), graph.number(3))
  },
  Rewrite(name: "eˣ eʸ = e^(x + y)", isRight: true) { graph in
    let (x, y) = (scalar(&graph, "x"), scalar(&graph, "y"))
    let factors = [x, y].map { (graph.elementwise(.exp, $0), Number.one) }
    return (
      graph.scalarProduct(factors), graph.elementwise(.exp, graph.sum([(.one, x), (.one, y)]))
    )
  },
  Rewrite(name: "eˣ eʸ = e^(xy)", isRight: false) { graph in
    let (x, y) = (scalar(&graph, "x"), scalar(&graph, "y"))
    let factors = [x, y].map { (graph.elementwise(.exp, $0), Number.one) }
    return (
      graph.scalarProduct(factors),
      graph.elementwise(.exp, graph.scalarProduct([(x, .one), (y, .one)]))
    )
  },
]

@Suite struct RewriteGuardTests {
  @Test(arguments: rewrites)
  fileprivate func wrongRulesAreCaughtAndRightOnesPass(_ rewrite: Rewrite) {
    var graph = ExpressionGraph()
    let (before, after) = rewrite.build(&graph)
    #expect(before != after)
    let broken = graph.firstBroken(of: [(before, after)], facts: rewrite.facts)
    #expect((broken == nil) == rewrite.isRight)
  }

  /// A length is not the number that it has by chance.
  @Test func lengthsAreDrawnTwice() {
    var graph = ExpressionGraph()
    let n = Dimension(symbol: "n")
    let sizes = graph.node(.dimension(graph.intern(n)))
    for guess in 1...6 {
      let number = graph.number(guess)
      #expect(graph.firstBroken(of: [(sizes, number)], facts: false) != nil)
    }
  }

  @Test func theFirstWrongPairIsNamed() {
    var graph = ExpressionGraph()
    let (x, y) = (scalar(&graph, "x"), scalar(&graph, "y"))
    let broken = graph.firstBroken(of: [(x, x), (x, y)], facts: false)
    #expect(broken?.before == x)
    #expect(broken?.after == y)
  }
}
