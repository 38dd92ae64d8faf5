import ExpressionGraph

/// Rules for determinants, inverses and adjugates of products of square matrices.
extension Simplifier {
  /// A product of square matrices as a chain: positions of its factors from rows to columns, each
  /// with whether it stands transposed.
  ///
  /// Nil for any other product, or where a factor is not square.
  private func squareChain(_ term: Term) -> [(factor: Int, isTurned: Bool)]? {
    guard term.output.count == 2, term.output[0] != term.output[1], term.factors.count > 1,
      term.coefficient.isOne, term.sizes.isEmpty,
      term.extents.allSatisfy({ $0 == term.extents[0] })
    else { return nil }
    var chain: [(factor: Int, isTurned: Bool)] = []
    var label = term.output[0]
    while chain.count < term.factors.count {
      let used = chain.map(\.factor)
      guard
        let next = term.factors.indices.first(where: {
          !used.contains($0) && term.factors[$0].labels.contains(label)
        })
      else { return nil }
      let factor = term.factors[next]
      guard factor.labels.count == 2, factor.labels[0] != factor.labels[1], factor.exponent.isOne,
        label == term.output[0] || term.uses(of: label) == 2
      else { return nil }
      let isTurned = factor.labels[1] == label
      chain.append((next, isTurned))
      label = factor.labels[isTurned ? 0 : 1]
    }
    return label == term.output[1] && term.uses(of: label) == 1 ? chain : nil
  }

  /// det(AB) = det(A) det(B).
  mutating func productOfDeterminants(_ term: Term, in graph: inout ExpressionGraph) -> NodeID? {
    guard squareChain(term) != nil else { return nil }
    let factors = term.factors.map {
      Term.Factor(matrixFunction(.determinant, $0.node, in: &graph))
    }
    return product(Term(factors: factors), in: &graph)
  }

  /// (AN)⁻¹A = N⁻¹ and B(NB)⁻¹ = N⁻¹; adj(AN)A = det(A) adj(N) likewise, singular or not.
  mutating func peel(
    _ function: Term.Factor, at place: Int, isAdjugate: Bool, in term: inout Term,
    _ graph: inout ExpressionGraph
  ) -> Bool {
    let inner = graph.term(of: graph.operand(of: function.node))
    guard function.labels[0] != function.labels[1], let chain = squareChain(inner),
      let first = chain.first, let last = chain.last
    else { return false }
    for (end, side) in [(first, 1), (last, 0)] {
      let shared = function.labels[side]
      let matrix = inner.factors[end.factor]
      guard !term.output.contains(shared), term.uses(of: shared) == 2 else { continue }
      // The outer end of the first factor is its row label, of the last its column label.
      let outer = (side == 1) != end.isTurned ? 0 : 1
      let sides = isSymmetric(matrix.node, in: graph) ? [outer, 1 - outer] : [outer]
      let twin = term.factors.indices.first { index in
        let other = term.factors[index]
        return index != place && other.node == matrix.node && other.exponent.isOne
          && sides.contains { other.labels[$0] == shared }
      }
      guard let twin else { continue }
      let labels = term.factors[twin].labels
      let far = labels[0] == shared ? labels[1] : labels[0]
      replace(
        place, by: rest(of: inner, without: end.factor, side: side, outer), side: side,
        with: far, isAdjugate, in: &term, &graph)
      if isAdjugate {
        let determinant = matrixFunction(.determinant, matrix.node, in: &graph)
        term.factors.append(.init(determinant))
      }
      term.factors.remove(at: twin)
      term.extents[shared] = Dimension(1)
      term.relabel { $0 }
      return true
    }
    return false
  }

  /// The chain without its first or last factor.
  private func rest(of chain: Term, without end: Int, side: Int, _ outer: Int) -> Term {
    var rest = chain
    let next = chain.factors[end].labels[1 - outer]
    rest.factors.remove(at: end)
    let lost = side == 1 ? rest.output[0] : rest.output[1]
    rest.output[side == 1 ? 0 : 1] = next
    rest.extents[lost] = Dimension(1)
    rest.relabel { $0 }
    return rest
  }

  private mutating func replace(
    _ place: Int, by rest: Term, side: Int, with label: Int, _ isAdjugate: Bool,
    in term: inout Term, _ graph: inout ExpressionGraph
  ) {
    let matrix = product(rest, in: &graph)
    term.factors[place].node = matrixFunction(
      isAdjugate ? .adjugate : .inverse, matrix, in: &graph)
    term.factors[place].labels[side] = label
  }
}
