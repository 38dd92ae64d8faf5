import ExpressionGraph

/// Where a matrix stands beside its inverse within a term.
struct InverseMatch {
  /// Positions of the matrix's factors.
  let factors: [Int]
  /// Labels that were summed over between and within them.
  let spent: [Int]
  /// The labels that become one.
  let ends: (Int, Int)
}

extension Simplifier {
  /// Finds the matrix, whole or as the factors it was flattened into, on either side of its
  /// inverse.
  func matchedInverse(
    _ matrix: NodeID, _ inverse: Term.Factor, at place: Int, in term: Term,
    _ graph: ExpressionGraph
  ) -> InverseMatch? {
    let inner = graph.term(of: matrix)
    guard inner.coefficient.isOne, inner.sizes.isEmpty, inner.output.count == 2,
      inner.output[0] != inner.output[1], inverse.labels[0] != inverse.labels[1]
    else { return nil }
    for side in 0..<2 {
      let shared = inverse.labels[side]
      guard !term.output.contains(shared), term.uses(of: shared) == 2 else { continue }
      let isSymmetric = symmetries[matrix] ?? false
      for end in isSymmetric ? [1 - side, side] : [1 - side] {
        var matching = FactorMatching(inner, in: term, excluding: place)
        guard matching.bind(inner.output[end], to: shared), matching.findAll(),
          let far = matching.image[inner.output[1 - end]]
        else { continue }
        let within = inner.extents.indices.filter { !inner.output.contains($0) }
          .compactMap { matching.image[$0] }
        let isClosed = within.allSatisfy { label in
          !term.output.contains(label)
            && term.uses(of: label) == matching.uses(of: label, in: term)
        }
        guard isClosed, far != shared else { continue }
        return InverseMatch(
          factors: matching.found, spent: within + [shared],
          ends: (inverse.labels[1 - side], far))
      }
    }
    return nil
  }
}

/// A search for the factors of one term among those of another, labels in correspondence.
struct FactorMatching {
  private let pattern: Term
  private let target: Term
  private let excluded: Int
  /// For each label of the pattern the label of the target, where that is settled.
  private(set) var image: [Int: Int] = [:]
  private(set) var found: [Int] = []

  init(_ pattern: Term, in target: Term, excluding excluded: Int) {
    self.pattern = pattern
    self.target = target
    self.excluded = excluded
  }

  /// Settles a label; false if it is settled otherwise, or the other is taken.
  mutating func bind(_ label: Int, to other: Int) -> Bool {
    if let known = image[label] { return known == other }
    guard !image.values.contains(other) else { return false }
    image[label] = other
    return true
  }

  func uses(of label: Int, in term: Term) -> Int {
    found.reduce(0) { $0 + term.factors[$1].labels.count { $0 == label } }
  }

  /// Finds every factor, from those whose labels are known outwards; the first that fits is taken.
  mutating func findAll() -> Bool {
    var pending = pattern.factors
    while !pending.isEmpty {
      let next = pending.indices.max { known(pending[$0]) < known(pending[$1]) } ?? 0
      guard find(pending.remove(at: next)) else { return false }
    }
    return true
  }

  private func known(_ factor: Term.Factor) -> Int { factor.labels.count { image[$0] != nil } }

  private mutating func find(_ factor: Term.Factor) -> Bool {
    for (position, candidate) in target.factors.enumerated()
    where position != excluded && candidate.node == factor.node
      && candidate.exponent == factor.exponent && !found.contains(position)
    {
      let before = image
      if zip(factor.labels, candidate.labels).allSatisfy({ bind($0, to: $1) }) {
        found.append(position)
        return true
      }
      image = before
    }
    return false
  }
}
