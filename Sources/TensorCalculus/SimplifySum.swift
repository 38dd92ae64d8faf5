import ExpressionGraph

extension Simplifier {
  /// The node of a linear combination of simplified nodes: flattened, like terms collected, a
  /// positive term first.
  ///
  /// There is at least one term, which tells the shape.
  mutating func sum(
    _ terms: [(Number, NodeID)], in graph: inout ExpressionGraph
  ) -> NodeID {
    let shape = graph.shape(of: terms[0].1)
    var collected = collect(terms, in: &graph)
    useIdentities(&collected, in: &graph)
    mergeChoices(&collected, in: &graph)
    mergeDiagonals(&collected, in: &graph)
    mergeJoins(&collected, in: &graph)
    if let written = writtenOut(collected, shape, in: &graph) { return written }
    let pairs = collected.terms.map { ($0.coefficient, $0.unit) }
    if let shorter = multipliedOut(pairs, in: &graph) { return shorter }
    if let factored = factored(collected, in: &graph) { return factored }
    if let factored = withCommonMatrices(collected, in: &graph) { return factored }
    if let scaled = withCommonNumber(collected, shape, in: &graph) { return scaled }
    return node(of: collected, shape: shape, in: &graph)
  }

  /// As `sum`, for the rest that a common factor leaves behind.
  mutating func sumWithoutFactoring(
    _ terms: [(Number, NodeID)], in graph: inout ExpressionGraph
  ) -> NodeID {
    var collected = collect(terms, in: &graph)
    useIdentities(&collected, in: &graph)
    return node(of: collected, shape: graph.shape(of: terms[0].1), in: &graph)
  }

  /// A like-term table: units without coefficients, in order of first appearance.
  struct Collection {
    var units: [NodeID] = []
    var coefficients: [NodeID: Number] = [:]

    mutating func add(_ coefficient: Number, _ unit: NodeID) {
      if let present = coefficients[unit] {
        coefficients[unit] = present + coefficient
      } else {
        units.append(unit)
        coefficients[unit] = coefficient
      }
    }

    /// The terms that did not cancel.
    var terms: [(coefficient: Number, unit: NodeID)] {
      units.compactMap { unit in
        guard let coefficient = coefficients[unit], !coefficient.isZero else { return nil }
        return (coefficient, unit)
      }
    }
  }

  mutating func collect(
    _ terms: [(Number, NodeID)], in graph: inout ExpressionGraph
  ) -> Collection {
    var collection = Collection()
    var pending: [(Number, NodeID)] = terms.reversed()
    while let (coefficient, node) = pending.popLast() {
      switch graph.operation(of: node) {
      case .number(let id):
        collection.add(coefficient * graph[id], graph.number(.one))
      case .sum(let id) where graph[id].coefficients.count <= Simplifier.widestInlinedSum:
        let inner = zip(graph[id].coefficients, graph.operands(of: node))
        pending += inner.map { (coefficient * $0, $1) }.reversed()
      case .product(let id) where !graph[id].coefficient.isOne:
        var term = graph.term(of: node)
        let scale = coefficient * term.coefficient
        if term.isZero { continue }
        term.coefficient = .one
        let unit = graph.node(of: term)
        if case .sum = graph.operation(of: unit) {
          pending.append((scale, unit))
        } else {
          collection.add(scale, unit)
        }
      case .product where turnedSum(node, graph) != nil:
        let sum = turnedSum(node, graph) ?? node
        pending.append((coefficient, transposed(sum, in: &graph)))
      case .variable, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
        .literal, .slice, .selector, .choice, .application, .definition, .matrixFunction, .reshape,
        .join, .triangle:
        collection.add(coefficient, node)
      }
    }
    return collection
  }

  /// The sum of which a node is the transpose; nil for any other node.
  private func turnedSum(_ node: NodeID, _ graph: ExpressionGraph) -> NodeID? {
    let term = graph.term(of: node)
    guard term.factors.count == 1, term.sizes.isEmpty, term.output == [0, 1],
      term.factors[0].labels == [1, 0], term.factors[0].exponent.isOne,
      case .sum = graph.operation(of: term.factors[0].node)
    else { return nil }
    return term.factors[0].node
  }

  /// The sum's node; the same terms in another order are the same node.
  private mutating func node(
    of collection: Collection, shape: Shape, in graph: inout ExpressionGraph
  ) -> NodeID {
    var terms = collection.terms
    guard !terms.isEmpty else { return graph.zero(shape) }
    if terms[0].coefficient.isNegative,
      let positive = terms.firstIndex(where: { !$0.coefficient.isNegative })
    {
      terms.insert(terms.remove(at: positive), at: 0)
    }
    putConstantLast(in: &terms, graph)
    if terms.count == 1 { return scaled(terms[0].coefficient, terms[0].unit, in: &graph) }
    let key = SumKey(terms)
    if let known = canonicalSums[key] { return known }
    let node = graph.sum(
      terms.map { term in
        graph.isOne(term.unit)
          ? (.one, graph.number(term.coefficient)) : (term.coefficient, term.unit)
      })
    canonicalSums[key] = node
    return node
  }

  /// coefficient · unit, where the unit has no coefficient of its own.
  func scaled(
    _ coefficient: Number, _ unit: NodeID, in graph: inout ExpressionGraph
  ) -> NodeID {
    var term = graph.term(of: unit)
    term.coefficient = term.coefficient * coefficient
    return graph.node(of: term)
  }

  /// cases(c, u, v) + cases(c, w, z) is cases(c, u + w, v + z).
  private mutating func mergeChoices(
    _ collection: inout Collection, in graph: inout ExpressionGraph
  ) {
    let choices = collection.terms.filter { isChoice($0.unit, graph) }
    guard choices.count > 1 else { return }
    for first in choices.indices {
      let alike = choices.filter {
        conditions(of: $0.unit, graph) == conditions(of: choices[first].unit, graph)
      }
      guard alike.count > 1, alike[0].unit == choices[first].unit,
        case .choice(let id) = graph.operation(of: choices[first].unit)
      else { continue }
      var operands = Array(graph.operands(of: choices[first].unit))
      for position in branchPositions(count: graph[id].comparisons.count) {
        let parts = alike.map { term in
          (term.coefficient, Array(graph.operands(of: term.unit))[position])
        }
        operands[position] = sum(parts, in: &graph)
      }
      for term in alike { collection.coefficients[term.unit] = .zero }
      collection.add(.one, choice(graph[id], operands, in: &graph))
    }
  }

  private func isChoice(_ node: NodeID, _ graph: ExpressionGraph) -> Bool {
    if case .choice = graph.operation(of: node) { true } else { false }
  }

  private func conditions(of node: NodeID, _ graph: ExpressionGraph) -> [NodeID] {
    Array(graph.operands(of: node)).enumerated()
      .filter { $0.offset % 3 != 2 && $0.offset != graph.operands(of: node).count - 1 }
      .map(\.element)
  }

  /// A small tensor of which some term is a literal or one-hot is written out entry by entry.
  mutating func writtenOut(
    _ collection: Collection, _ shape: Shape, in graph: inout ExpressionGraph
  ) -> NodeID? {
    let terms = collection.terms
    guard shape.order == 1 || shape.order == 2, let count = shape.entryCount,
      count <= Simplifier.largestSparseTensor, terms.count > 1
    else { return nil }
    let picks = terms.count { hasOneHot(graph.term(of: $0.unit), graph) }
    let isSmall = count <= Simplifier.largestWrittenTensor
    let literals = terms.count { isLiteral($0.unit, graph) }
    guard
      isSmall && literals > 0 || literals == terms.count || shape.order == 2 && picks == terms.count
    else { return nil }
    let entries = (0..<count).map { flat in
      let position = position(flat, in: shape)
      let parts = terms.map { term in
        (term.coefficient, entry(of: graph.term(of: term.unit), at: position, in: &graph))
      }
      return sum(parts, in: &graph)
    }
    return literal(shape, entries, in: &graph)
  }

  private func isLiteral(_ node: NodeID, _ graph: ExpressionGraph) -> Bool {
    if case .literal = graph.operation(of: node) { true } else { false }
  }
}
