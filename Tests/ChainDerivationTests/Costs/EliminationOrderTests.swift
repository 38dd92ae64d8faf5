import ChainDerivation
import Testing

@Test(arguments: 0..<12 as Range<UInt64>, [false, true])
func theBestOfAllOrdersIsFound(seed: UInt64, onlyScalars: Bool) throws {
  let source = RandomSource(seed: seed, definitions: 6, onlyScalars: onlyScalars).text
  let derivation = try Derived(source, detail: .functions).derivation
  for query in derivation.derivatives {
    let graph = LinearGraph(derivation, query)
    let counts = permutations(of: graph.intermediates).map { order in
      var remaining = graph
      return order.reduce(0) { $0 + remaining.eliminate($1) }
    }
    let counted = try #require(derivation.multiplications(of: query)).dense
    #expect(counted.isExact)
    #expect(counted.best.natural?.integer == counts.min(), "\(source)")
    #expect(counted.forward.natural?.integer == counts.first, "\(source)")
    #expect(counted.reverse.natural?.integer == counts.last, "\(source)")
    var remaining = graph
    let shown = counted.order.reduce(0) { $0 + remaining.eliminate($1.index) }
    #expect(shown == counts.min(), "\(source)")
  }
}

@Test func aLongFigureIsOrderedGreedily() throws {
  let steps = (1...20).map { "h\($0) = h\($0 - 1) + sin(h\($0 - 1))\n" }.joined()
  let derivation = try Derived(steps + "dh20/dh0\n", detail: .operations).derivation
  let query = derivation.derivatives[0]
  let counted = try #require(derivation.multiplications(of: query))
  #expect(query.pathCount.description == "1048576")
  #expect(!counted.dense.isExact)
  // Each sine is one product, and so is each but the first block.
  #expect(counted.dense.best.description == "39")
  #expect(counted.dense.forward.description == "58")
}

@Test func anOutputOnTheWayToAnotherKeepsItsDerivative() throws {
  let source = "x : R\na = sin(x)\nb = a*x\ny = [b; exp(b)]\ndy/dx\nat x = 2\n"
  let derivation = try Derived(source, detail: .components).derivation
  let counted = try #require(derivation.multiplications(of: derivation.derivatives[0]))
  // ∂b/∂a·∂a/∂x, then each of the two entries of y by b.
  #expect(counted.dense.best.description == "3")
  #expect(counted.structured.best.description == "2")
  #expect(derivation.derivatives[0].agrees == true)
}
