import ExpressionGraph

extension Simplifier {
  /// Products summed over more labels than this are only put in order, not searched.
  private static let mostPermuted = 4

  /// The term with its factors in order and its labels numbered by first use; the axes of a
  /// symmetric factor in ascending order.
  ///
  /// Of all numberings of the labels summed over the one is taken that comes first, so that equal
  /// products become equal terms.
  ///
  /// Cost: that of sorting the factors, at most 24 times.
  mutating func canonical(_ term: Term, in graph: ExpressionGraph) -> Term {
    let symmetric = Set(
      term.factors.filter { $0.labels.count == 2 && isSymmetric($0.node, in: graph) }
        .map(\.node))
    var plain = term
    plain.relabel { $0 }
    plain = arranged(plain, symmetric, graph)
    let kept = Set(plain.output)
    let summed = plain.extents.indices.filter { !kept.contains($0) }
    guard summed.count > 1, summed.count <= Simplifier.mostPermuted else { return plain }
    var best: Term?
    for order in permutations(of: summed) {
      let candidate = arranged(renamed(plain, summed, order), symmetric, graph)
      if best.map({ precedes(candidate, $0) }) ?? true { best = candidate }
    }
    return best ?? plain
  }

  private func arranged(
    _ term: Term, _ symmetric: Set<NodeID>, _ graph: ExpressionGraph
  ) -> Term {
    var result = term
    for position in result.factors.indices where symmetric.contains(result.factors[position].node) {
      result.factors[position].labels.sort()
    }
    return ordered(result, graph)
  }

  private func renamed(_ term: Term, _ labels: [Int], _ order: [Int]) -> Term {
    var name = Array(term.extents.indices)
    for (label, other) in zip(labels, order) { name[label] = other }
    var result = term
    for (label, other) in zip(labels, order) { result.extents[other] = term.extents[label] }
    for position in result.factors.indices {
      result.factors[position].labels = result.factors[position].labels.map { name[$0] }
    }
    return result
  }

  private func precedes(_ a: Term, _ b: Term) -> Bool {
    for (x, y) in zip(a.factors, b.factors) where x.labels != y.labels {
      return x.labels.lexicographicallyPrecedes(y.labels)
    }
    return false
  }

  private func permutations(of labels: [Int]) -> [[Int]] {
    guard let first = labels.first else { return [[]] }
    return permutations(of: Array(labels.dropFirst())).flatMap { rest in
      (0...rest.count).map { place in
        var order = rest
        order.insert(first, at: place)
        return order
      }
    }
  }
}
