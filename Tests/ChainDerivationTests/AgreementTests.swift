import ChainDerivation
import NumericEvaluation
import Testing

/// Whether two lists of numbers are equal to rounding.
private func isClose(_ a: [Double], _ b: [Double]) -> Bool {
  let scale = 1 + a.reduce(0) { max($0, abs($1)) }
  return a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= 1e-9 * scale }
}

@Test(arguments: 0..<16 as Range<UInt64>, [Detail.functions, .operations])
func everyWayGivesTheSameNumber(seed: UInt64, detail: Detail) throws {
  let source = RandomSource(seed: seed, definitions: 6).text
  let derivation = try Derived(source, detail: detail, pathLimit: 64).derivation
  for query in derivation.derivatives where query.pathCount.integer != 0 {
    #expect(query.check.passed && query.check.points > 0, "\(source)")
    #expect(query.agrees == true, "\(source)")
    let total = try #require(derivation.value(of: query.total)).data
    if query.remainder == nil {
      let products = query.products.compactMap { derivation.value(of: $0.expression)?.data }
      let sum = products.dropFirst().reduce(products.first ?? []) { zip($0, $1).map { $0 + $1 } }
      #expect(isClose(total, sum), "\(source)")
    }
    var graph = LinearGraph(derivation, query)
    let order = graph.intermediates
    for node in order.indices.sorted(by: { ($0 * 7 + 3) % 11 < ($1 * 7 + 3) % 11 }) {
      _ = graph.eliminate(order[node])
    }
    if let value = graph.value(from: query.inputs[0].index, to: query.outputs[0].index) {
      #expect(isClose(total, value), "\(source)")
    }
  }
}
