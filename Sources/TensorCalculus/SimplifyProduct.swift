import ExpressionGraph

extension Simplifier {
  /// The node of a product whose factors are simplified: flattened, powers combined, deltas and
  /// one-hot vectors gone, factors in order.
  mutating func product(_ raw: Term, in graph: inout ExpressionGraph) -> NodeID {
    var term = flattened(raw, in: &graph)
    if term.isZero { return graph.node(of: term) }
    if let chosen = distributedChoice(term, in: &graph) { return chosen }
    while let pick = nextSelection(in: term, graph) { apply(pick, to: &term, in: &graph) }
    if term.isZero { return graph.node(of: term) }
    if let expanded = expandedContraction(term, in: &graph) { return expanded }
    if let rearranged = rearranged(&term, in: &graph) { return rearranged }
    if let written = writtenOut(term, in: &graph) { return written }
    if let placed = placedAmongZeros(term, in: &graph) { return placed }
    if let blocks = distributedBlocks(term, in: &graph) { return blocks }
    term = combined(takingContents(of: term, in: &graph), in: &graph)
    while nameFunctions(in: &term, &graph) {}
    if let written = writtenOut(term, in: &graph) { return written }
    if let cleared = clearingDenominators(term, in: &graph) { return cleared }
    if let negated = negatedSum(term, in: &graph) { return negated }
    if let spread = distributedStructure(term, in: &graph) { return spread }
    return graph.node(of: canonical(term, in: graph))
  }

  /// Factors that are products or numbers are merged into the term.
  func flattened(_ raw: Term, in graph: inout ExpressionGraph) -> Term {
    var result = Term(
      coefficient: raw.coefficient, sizes: raw.sizes, output: raw.output, extents: raw.extents)
    var ties: [(Int, Int)] = []
    for factor in raw.factors {
      let inner = graph.term(of: factor.node)
      guard let power = inlinedPower(inner, of: factor) else {
        result.factors.append(factor)
        continue
      }
      let offset = result.extents.count
      result.coefficient = result.coefficient * power.coefficient
      for size in power.sizes { result.multiply(bySize: size.dimension, exponent: size.exponent) }
      result.extents += power.extents
      result.factors += power.factors.map {
        Term.Factor($0.node, labels: $0.labels.map { $0 + offset }, exponent: $0.exponent)
      }
      ties += zip(power.output, factor.labels).map { ($0 + offset, $1) }
    }
    result.unify(ties)
    return result
  }

  /// The factor's own term raised to its exponent; nil if it must stay a factor.
  private func inlinedPower(_ inner: Term, of factor: Term.Factor) -> Term? {
    if inner.factors.count == 1, inner.factors[0].node == factor.node { return nil }
    guard inner.factors.count <= Simplifier.widestInlinedProduct else { return nil }
    if factor.exponent.isOne { return inner }
    guard let exponent = factor.exponent.integer,
      let coefficient = inner.coefficient.power(exponent),
      Set(inner.factors.flatMap(\.labels)).isSubset(of: inner.output),
      Set(inner.output).count == inner.output.count
    else { return nil }
    var power = inner
    power.coefficient = coefficient
    power.sizes = inner.sizes.map {
      .init(dimension: $0.dimension, exponent: $0.exponent * exponent)
    }
    for position in power.factors.indices {
      power.factors[position].exponent = power.factors[position].exponent * factor.exponent
    }
    return power
  }

  /// Powers of one base become one power; u·uᵛ becomes u^(v+1), √u·√u becomes u.
  private mutating func combined(_ term: Term, in graph: inout ExpressionGraph) -> Term {
    var result = term
    let powers = collected(term.factors).flatMap { unfolded($0, in: graph) }
    result.factors = collected(powers)
    mergePowers(&result, in: &graph)
    result.relabel { $0 }
    return result
  }

  /// One factor a base, in order of first appearance, without those that cancel.
  private func collected(_ factors: [Term.Factor]) -> [Term.Factor] {
    var bases: [Term.Factor] = []
    for factor in factors {
      let index = bases.firstIndex { $0.node == factor.node && $0.labels == factor.labels }
      if let index {
        bases[index].exponent = bases[index].exponent + factor.exponent
      } else {
        bases.append(factor)
      }
    }
    return bases.filter { !$0.exponent.isZero }
  }

  /// √u to an even power is a power of u.
  private func unfolded(_ factor: Term.Factor, in graph: ExpressionGraph) -> [Term.Factor] {
    guard case .elementwise(.sqrt) = graph.operation(of: factor.node),
      let exponent = factor.exponent.integer, abs(exponent) >= 2
    else { return [factor] }
    let inner = graph.operand(of: factor.node)
    let whole = Term.Factor(inner, labels: factor.labels, exponent: Number(exponent / 2))
    let rest = Term.Factor(factor.node, labels: factor.labels, exponent: Number(exponent % 2))
    return exponent % 2 == 0 ? [whole] : [whole, rest]
  }

  /// u^q · power(u, v) = power(u, v + q) and e^a · e^b = e^(a+b) where that is not longer.
  private mutating func mergePowers(_ term: inout Term, in graph: inout ExpressionGraph) {
    for position in term.factors.indices.reversed() {
      let factor = term.factors[position]
      guard case .elementwise(.power) = graph.operation(of: factor.node), factor.exponent.isOne
      else { continue }
      let (base, exponent) = (graph.operand(of: factor.node), graph.operand(of: factor.node, at: 1))
      guard
        let plain = term.factors.firstIndex(where: {
          $0.node == base && $0.labels == factor.labels && $0.exponent.integer != nil
        })
      else { continue }
      let shape = graph.shape(of: exponent)
      let shift = graph.broadcast(graph.number(term.factors[plain].exponent), to: shape)
      let total = sum([(.one, exponent), (.one, shift)], in: &graph)
      term.factors[position].node = elementwise(.power, [base, total], in: &graph)
      term.factors.remove(at: plain)
    }
  }

  /// Names before functions, functions before sums, each in order of appearance.
  func ordered(_ term: Term, _ graph: ExpressionGraph) -> Term {
    var result = term
    if term.factors.count > 1 {
      // A closure that ranks would copy the graph.
      var ranked: [(rank: Int, offset: Int, factor: Term.Factor)] = []
      for (offset, factor) in term.factors.enumerated() {
        ranked.append((graph.operation(of: factor.node).rankAmongFactors, offset, factor))
      }
      ranked.sort { a, b in
        if a.rank != b.rank { return a.rank < b.rank }
        if a.factor.node != b.factor.node { return a.factor.node < b.factor.node }
        if a.factor.labels != b.factor.labels {
          return a.factor.labels.lexicographicallyPrecedes(b.factor.labels)
        }
        return a.offset < b.offset
      }
      result.factors = ranked.map(\.factor)
    }
    result.relabel { $0 }
    return result
  }

  /// −(a − b) is written b − a.
  private mutating func negatedSum(_ term: Term, in graph: inout ExpressionGraph) -> NodeID? {
    guard term.coefficient.isMinusOne, term.sizes.isEmpty, term.factors.count == 1,
      term.factors[0].exponent.isOne, term.factors[0].labels == term.output,
      Set(term.output).count == term.output.count,
      case .sum(let id) = graph.operation(of: term.factors[0].node)
    else { return nil }
    let terms = zip(graph[id].coefficients, graph.operands(of: term.factors[0].node))
    return sum(terms.map { (-$0, $1) }, in: &graph)
  }

  /// A choice times other factors is a choice of products, so that a branch that is not taken
  /// never multiplies; only done where some branch is zero and everything is scalar.
  private mutating func distributedChoice(
    _ term: Term, in graph: inout ExpressionGraph
  ) -> NodeID? {
    guard term.extents.isEmpty, term.factors.count > 1 || !term.coefficient.isOne,
      let position = term.factors.firstIndex(where: { factor in
        guard factor.exponent.isOne, case .choice = graph.operation(of: factor.node) else {
          return false
        }
        return branches(of: factor.node, graph).contains(where: graph.isZero)
      }), case .choice(let id) = graph.operation(of: term.factors[position].node)
    else { return nil }
    var operands = Array(graph.operands(of: term.factors[position].node))
    for index in branchPositions(count: graph[id].comparisons.count) {
      guard !graph.isZero(operands[index]) else { continue }
      var branch = term
      branch.factors[position].node = operands[index]
      operands[index] = product(branch, in: &graph)
    }
    return choice(graph[id], operands, in: &graph)
  }

  func branchPositions(count: Int) -> [Int] { (0..<count).map { 3 * $0 + 2 } + [3 * count] }

  func branches(of choice: NodeID, _ graph: ExpressionGraph) -> [NodeID] {
    let operands = Array(graph.operands(of: choice))
    return branchPositions(count: operands.count / 3).map { operands[$0] }
  }
}

extension Operation {
  fileprivate var rankAmongFactors: Int {
    switch self {
    case .number: 0
    case .pi, .dimension: 1
    case .variable, .definition, .slice: 2
    case .application, .elementwise, .reduction, .vectorFunction, .matrixFunction, .choice: 3
    case .product, .selector, .literal, .reshape, .join, .triangle: 4
    case .sum: 5
    }
  }
}
