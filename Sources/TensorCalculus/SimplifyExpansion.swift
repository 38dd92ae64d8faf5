import ExpressionGraph

/// Sums multiplied out where terms then cancel, and the order in which a sum is written.
extension Simplifier {
  /// Sums of more terms, and factors of more, are not multiplied out.
  private static let mostMultiplied = 4

  /// s(1 − y) − y(1 − s) is s − y: products with sums multiplied out where like terms then meet and
  /// the whole is shorter; nil where that is not so.
  mutating func multipliedOut(
    _ terms: [(Number, NodeID)], in graph: inout ExpressionGraph
  ) -> NodeID? {
    guard (2...Self.mostMultiplied).contains(terms.count) else { return nil }
    var parts: [(Number, NodeID)] = []
    var isSpread = false
    for (coefficient, node) in terms {
      guard let spread = spread(node, in: &graph) else {
        parts.append((coefficient, node))
        continue
      }
      isSpread = true
      parts += spread.map { (coefficient * $0.0, $0.1) }
    }
    guard isSpread else { return nil }
    let collected = collect(parts, in: &graph)
    guard collected.terms.count < terms.count || collected.terms.count + 2 <= parts.count else {
      return nil
    }
    let plain = cost(of: sumWithoutFactoring(terms, in: &graph), in: graph)
    let rest = collected.terms.map { ($0.coefficient, $0.unit) }
    guard !rest.isEmpty else { return graph.zero(graph.shape(of: terms[0].1)) }
    let result = withCommonFactor(rest, in: &graph)
    return cost(of: result, in: graph) < plain ? result : nil
  }

  /// The products of a product's other factors with each term of its one short sum.
  private mutating func spread(
    _ node: NodeID, in graph: inout ExpressionGraph
  ) -> [(Number, NodeID)]? {
    let term = graph.term(of: node)
    guard term.factors.count > 1, Set(term.output).count == term.output.count else { return nil }
    for (place, factor) in term.factors.enumerated() where factor.exponent.isOne {
      guard factor.labels.isEmpty || factor.labels == term.output,
        case .sum(let id) = graph.operation(of: factor.node),
        graph[id].coefficients.count < Self.mostMultiplied
      else { continue }
      return zip(graph[id].coefficients, Array(graph.operands(of: factor.node))).map {
        coefficient, addend in
        var part = term
        part.factors[place].node = addend
        return (coefficient, product(part, in: &graph))
      }
    }
    return nil
  }

  /// What every term has, before the sum of what is left, if that is shorter.
  private mutating func withCommonFactor(
    _ terms: [(Number, NodeID)], in graph: inout ExpressionGraph
  ) -> NodeID {
    let whole = sumWithoutFactoring(terms, in: &graph)
    let parts = terms.map { graph.term(of: $0.1) }
    guard terms.count > 1, let first = parts.first,
      parts.allSatisfy({ $0.extents.isEmpty && $0.sizes.isEmpty })
    else { return whole }
    let common = first.factors.filter { factor in parts.allSatisfy { $0.factors.contains(factor) } }
    guard !common.isEmpty else { return whole }
    let rests = zip(terms, parts).map { row, part in
      var rest = part
      rest.factors.removeAll { common.contains($0) }
      return (row.0, product(rest, in: &graph))
    }
    let rest = sumWithoutFactoring(rests, in: &graph)
    let taken = product(Term(factors: common + [.init(rest)]), in: &graph)
    return cost(of: taken, in: graph) < cost(of: whole, in: graph) ? taken : whole
  }

  /// 2μ − 2x is 2(μ − x), of vectors and matrices; scalars keep their numbers.
  mutating func withCommonNumber(
    _ collection: Collection, _ shape: Shape, in graph: inout ExpressionGraph
  ) -> NodeID? {
    let terms = collection.terms
    guard !shape.isScalar, terms.count > 1, let first = terms.first?.coefficient.magnitude,
      !first.isOne, terms.allSatisfy({ $0.coefficient.magnitude.equals(first) })
    else { return nil }
    let rest = sumWithoutFactoring(
      terms.map { ($0.coefficient / first, $0.unit) }, in: &graph)
    return scaled(first, rest, in: &graph)
  }

  /// 2b + 1 + a is a + 2b + 1: a constant between other terms goes behind them, names in order.
  func putConstantLast(
    in terms: inout [(coefficient: Number, unit: NodeID)], _ graph: ExpressionGraph
  ) {
    guard terms.count > 2, let place = terms.firstIndex(where: { graph.isOne($0.unit) }),
      place > 0, place < terms.count - 1
    else { return }
    let constant = terms.remove(at: place)
    let areNames = terms.allSatisfy { term in
      guard case .variable = graph.operation(of: term.unit) else { return false }
      return !term.coefficient.isNegative
    }
    if areNames { terms.sort { $0.unit < $1.unit } }
    terms.append(constant)
  }
}
