import ExpressionGraph

extension Simplifier {
  /// Taking a common factor out must save this many operations: a textbook leaves
  /// `2*sin(t)*cos(t) - 2*sin(t)` alone but writes `1/(1 + x)^2` for `1/(1 + x) - x/(1 + x)^2`.
  private static let leastSaving = 3
  /// An exponential is taken out for less: `x^x*(log(x) + 1)`.
  private static let leastSavingOfExponential = 1
  /// Expressions longer than this are not searched for common factors.
  private static let longestFactored = 400

  /// The sum with its common factor taken out, if that shortens it enough.
  mutating func factored(_ collection: Collection, in graph: inout ExpressionGraph) -> NodeID? {
    let terms = collection.terms
    guard terms.count >= 2, terms.count <= 12 else { return nil }
    let parts = terms.map { term in
      var part = graph.term(of: term.unit)
      if part.output.isEmpty { part = withScalarsApart(part, in: &graph) }
      part.coefficient = part.coefficient * term.coefficient
      return part
    }
    guard parts.allSatisfy({ $0.extents.isEmpty && $0.sizes.isEmpty }) else { return nil }
    let plain = parts.reduce(parts.count - 1) { total, part in
      total + cost(of: graph.node(of: part), in: graph)
    }
    guard plain <= Simplifier.longestFactored else { return nil }
    var best: (cost: Int, node: NodeID)?
    for common in candidates(for: parts) where !common.isEmpty {
      let node = takingOut(common, of: parts, in: &graph)
      let cost = cost(of: node, in: graph)
      let saving =
        common.contains { isExponential($0.node, graph) }
        ? Simplifier.leastSavingOfExponential : Simplifier.leastSaving
      if cost <= plain - saving, cost < best?.cost ?? .max { best = (cost, node) }
    }
    return best?.node
  }

  private func isExponential(_ node: NodeID, _ graph: ExpressionGraph) -> Bool {
    switch graph.operation(of: node) {
    case .elementwise(.exp), .elementwise(.power): true
    case .variable, .number, .pi, .dimension, .sum, .product, .elementwise, .reduction,
      .vectorFunction, .literal, .slice, .selector, .choice, .application, .definition,
      .matrixFunction, .reshape, .join, .triangle:
      false
    }
  }

  /// b²·(1 + a/b²) is b² + a, in a denominator too: a sum's own denominators are cleared by powers
  /// beside it.
  ///
  /// Of tensors, factors with the same axes are looked at.
  mutating func clearingDenominators(
    _ term: Term, in graph: inout ExpressionGraph
  ) -> NodeID? {
    for (position, factor) in term.factors.enumerated() {
      guard factor.exponent.magnitude.isOne, hasDenominators(factor.node, graph),
        case .sum(let id) = graph.operation(of: factor.node)
      else { continue }
      let parts = zip(graph[id].coefficients, graph.operands(of: factor.node)).map { row in
        var part = graph.term(of: row.1)
        part.coefficient = part.coefficient * row.0
        return part
      }
      guard Set(factor.labels).count == factor.labels.count,
        parts.allSatisfy({ Set($0.output).count == $0.output.count })
      else { continue }
      for (other, base) in term.factors.enumerated()
      where other != position && base.labels == factor.labels {
        let depths = parts.map { part in
          part.factors.first { $0.node == base.node && $0.labels == part.output }?.exponent
            ?? .zero
        }
        guard let lowest = depths.min(), lowest.isNegative,
          (base.exponent * factor.exponent) + lowest >= .zero
        else { continue }
        var rest = term
        let lifted = parts.map { part in
          var part = part
          part.factors.append(.init(base.node, labels: part.output, exponent: -lowest))
          return (Number.one, product(part, in: &graph))
        }
        rest.factors[position].node =
          multipliedOut(lifted, in: &graph) ?? sumWithoutFactoring(lifted, in: &graph)
        rest.factors[other].exponent = base.exponent + lowest * factor.exponent
        return product(rest, in: &graph)
      }
    }
    return nil
  }

  /// Whether the node is a sum of which some term is a fraction.
  private func hasDenominators(_ sum: NodeID, _ graph: ExpressionGraph) -> Bool {
    guard case .sum = graph.operation(of: sum) else { return false }
    return graph.operands(of: sum).contains { term in
      guard case .product(let id) = graph.operation(of: term) else { return false }
      return graph[id].factors.contains { $0.exponent.isNegative }
    }
  }

  /// Factors that all terms share, with the exponents nearest zero; and the same with the lowest
  /// exponents, which brings fractions over one denominator.
  private func candidates(for parts: [Term]) -> [[Term.Factor]] {
    var bases: [NodeID] = []
    for part in parts {
      for factor in part.factors where !bases.contains(factor.node) { bases.append(factor.node) }
    }
    func exponents(_ base: NodeID) -> [Number] {
      parts.map { part in part.factors.first { $0.node == base }?.exponent ?? .zero }
    }
    var shared: [Term.Factor] = []
    var lowest: [Term.Factor] = []
    for base in bases {
      let all = exponents(base)
      guard let low = all.min(), let high = all.max() else { continue }
      if !low.isZero { lowest.append(.init(base, exponent: low)) }
      if !low.isNegative, !low.isZero { shared.append(.init(base, exponent: low)) }
      if high.isNegative { shared.append(.init(base, exponent: high)) }
    }
    let usable = lowest.filter { !$0.exponent.isNegative || $0.exponent.integer != nil }
    return shared == usable ? [shared] : [shared, usable]
  }

  /// common · (Σ part/common).
  private mutating func takingOut(
    _ common: [Term.Factor], of parts: [Term], in graph: inout ExpressionGraph
  ) -> NodeID {
    let rests = parts.map { part in
      var rest = part
      rest.factors += common.map { Term.Factor($0.node, exponent: -$0.exponent) }
      return (Number.one, product(rest, in: &graph))
    }
    let rest = sumWithoutFactoring(rests, in: &graph)
    return product(Term(factors: common + [Term.Factor(rest)]), in: &graph)
  }
}
