import ChainDerivation
import ExpressionGraph
import Testing

@Test(arguments: publishedFigures)
func publishedNumbersComeOut(published: PublishedFigure) throws {
  let derived = try Derived(published.source, detail: .functions)
  let figure = derived.figure
  let names = derived.names
  for (name, value) in pairs(published.values) {
    let node = try #require(names.firstIndex(of: name), "\(name) is missing")
    #expect(close(derived.number(figure.nodes[node].reference), value), "value of \(name)")
  }
  for (ends, value) in pairs(published.local) {
    let edge = try #require(
      figure.edges.first { derived.name($0.to) + "<-" + derived.name($0.from) == ends },
      "\(ends) is missing")
    #expect(close(derived.number(edge.jacobian), value), "d \(ends)")
  }
  #expect(figure.edges.count == pairs(published.local).count)
  let adjoints = derived.derivation.derivatives[0].adjoints
  for (name, value) in pairs(published.adjoints) {
    let node = try #require(names.firstIndex(of: name))
    #expect(close(derived.number(adjoints[node]) ?? 0, value), "adjoint of \(name)")
  }
  #expect(derived.isSound)
}

@Test(arguments: publishedFigures)
func publishedPathsComeOutInOrder(published: PublishedFigure) throws {
  let derived = try Derived(published.source, detail: .functions)
  let products = derived.derivation.derivatives.flatMap(\.products)
  let expected = published.paths.flatMap(pairs)
  #expect(
    products.map { $0.path.nodes.map(derived.name).joined(separator: " ") } == expected.map(\.0))
  for (product, (name, value)) in zip(products, expected) {
    #expect(close(derived.number(product.product), value), "\(name)")
    #expect(close(derived.number(product.expression), value), "\(name)")
    let factors = product.factors.compactMap { derived.number($0) }
    #expect(close(factors.reduce(1, *), value), "\(name)")
  }
}

@Test(arguments: publishedFigures)
func pathsAddUpToTotals(published: PublishedFigure) throws {
  let derived = try Derived(published.source, detail: .functions)
  for query in derived.derivation.derivatives {
    let sum = query.products.compactMap { derived.number($0.expression) }.reduce(0, +)
    #expect(query.pathCount.integer == query.products.count)
    #expect(query.remainder == nil)
    #expect(close(derived.number(query.total), sum))
    let end = query.inputs[0].index
    #expect(close(derived.number(query.tangents[query.outputs[0].index]), sum))
    #expect(close(derived.number(query.adjoints[end]), sum))
  }
}

/// `a = 1, b = 2` as pairs.
private func pairs(_ text: String) -> [(String, Double)] {
  text.split(separator: ",").compactMap { item in
    let sides = item.split(separator: "=").map { $0.drop { $0 == " " } }
    guard sides.count == 2, let value = Double(sides[1]) else { return nil }
    return (sides[0].split(separator: " ").joined(separator: " "), value)
  }
}

private func close(_ a: Double?, _ b: Double) -> Bool {
  guard let a else { return false }
  return abs(a - b) <= 1e-9 * (1 + abs(b))
}
