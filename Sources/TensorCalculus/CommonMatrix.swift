import ExpressionGraph

/// Factors taken out of sums of tensors: A'x + Ax is (A + A')x.
extension Simplifier {
  /// Sums of more terms than this are not searched, nor products of more factors.
  private static let mostTerms = 8
  private static let mostFactors = 10

  /// The terms with two of them put together while that shortens the sum; nil if none can be.
  mutating func withCommonMatrices(
    _ collection: Collection, in graph: inout ExpressionGraph
  ) -> NodeID? {
    var terms = collection.terms.map { (coefficient: $0.coefficient, node: $0.unit) }
    guard terms.count >= 2, terms.count <= Simplifier.mostTerms, hasAxes(terms, graph) else {
      return nil
    }
    var isChanged = false
    while terms.count > 1, let best = bestPair(of: terms, in: &graph) {
      isChanged = true
      terms[best.first] = (.one, best.node)
      terms.remove(at: best.second)
    }
    guard isChanged else { return nil }
    return sumWithoutFactoring(terms.map { ($0.coefficient, $0.node) }, in: &graph)
  }

  /// Whether the terms are tensors, or scalars made of tensors.
  private func hasAxes(
    _ terms: [(coefficient: Number, node: NodeID)], _ graph: ExpressionGraph
  ) -> Bool {
    terms.contains { term in
      !graph.isScalar(term.node)
        || graph.term(of: term.node).factors.contains { !$0.labels.isEmpty }
    }
  }

  private struct Pair {
    let first: Int
    let second: Int
    let node: NodeID
    let saving: Int
  }

  private mutating func bestPair(
    of terms: [(coefficient: Number, node: NodeID)], in graph: inout ExpressionGraph
  ) -> Pair? {
    let parts = terms.map { term in
      var part = graph.term(of: term.node)
      part.coefficient = part.coefficient * term.coefficient
      return part
    }
    var best: Pair?
    for i in parts.indices {
      for j in parts.indices.dropFirst(i + 1) {
        guard let found = together(parts[i], parts[j], in: &graph) else { continue }
        if found.saving > best?.saving ?? 0 {
          best = Pair(first: i, second: j, node: found.node, saving: found.saving)
        }
      }
    }
    return best
  }

  /// The sum of two terms as common factors times the sum of what is left, if that is shorter.
  private mutating func together(
    _ a: Term, _ b: Term, in graph: inout ExpressionGraph
  ) -> (node: NodeID, saving: Int)? {
    guard a.factors.count <= Simplifier.mostFactors, b.factors.count <= Simplifier.mostFactors
    else { return nil }
    if let scaled = withCommonScalars(a, b, in: &graph) { return scaled }
    guard Set(a.output).count == a.output.count, Set(b.output).count == b.output.count
    else { return nil }
    let plain = cost(of: graph.node(of: a), in: graph) + cost(of: graph.node(of: b), in: graph) + 1
    var best: (node: NodeID, saving: Int)?
    var tried: Set<[Int]> = []
    for start in a.factors.indices {
      let common = CommonFactors(of: a, and: b, startingAt: start)
      guard !common.inFirst.isEmpty, tried.insert(common.inFirst.sorted()).inserted,
        let rests = common.rests
      else { continue }
      // A rest of more axes than the whole has no matrix notation.
      guard rests.first.output.count <= 2, !isTriangle(rests.first, graph),
        !isTriangle(rests.second, graph)
      else { continue }
      // x'A/s - (x'Ax)x'/s² rather than x'(A/s - Axx'/s²): no outer product where there was none.
      guard
        rests.first.output.count <= a.output.count
          || rests.first.isConnected && rests.second.isConnected
      else { continue }
      // W + W' rather than W' + W.
      let pair =
        rests.first.isTransposeOfFactor
        ? [rests.second, rests.first] : [rests.first, rests.second]
      let parts = pair.map { (Number.one, product($0, in: &graph)) }
      let rest = sumWithoutFactoring(parts, in: &graph)
      let node = product(common.product(with: rest), in: &graph)
      let saving = plain - cost(of: node, in: graph)
      if saving > best?.saving ?? 0 { best = (node, saving) }
    }
    return best
  }
}

extension Simplifier {
  /// sA + sB as s(A + B), if that is shorter.
  fileprivate mutating func withCommonScalars(
    _ a: Term, _ b: Term, in graph: inout ExpressionGraph
  ) -> (node: NodeID, saving: Int)? {
    let plain = cost(of: graph.node(of: a), in: graph) + cost(of: graph.node(of: b), in: graph) + 1
    guard !a.output.isEmpty else { return nil }
    let a = withScalarsApart(a, in: &graph)
    let b = withScalarsApart(b, in: &graph)
    let isAlike = a.coefficient.magnitude.equals(b.coefficient.magnitude)
    let common = Term(
      coefficient: isAlike ? a.coefficient.magnitude : .one,
      sizes: a.sizes.compactMap { $0.shared(with: b.sizes) },
      factors: a.factors.filter { $0.labels.isEmpty && b.factors.contains($0) })
    guard !common.factors.isEmpty || !common.sizes.isEmpty else { return nil }
    let rests = [a, b].map { term in
      var rest = term
      rest.factors.removeAll { common.factors.contains($0) }
      rest.coefficient = rest.coefficient / common.coefficient
      for size in common.sizes { rest.multiply(bySize: size.dimension, exponent: -size.exponent) }
      return (Number.one, product(rest, in: &graph))
    }
    let rest = sumWithoutFactoring(rests, in: &graph)
    let node = product(common.times(graph.opaqueTerm(of: rest)), in: &graph)
    let saving = plain - cost(of: node, in: graph)
    return saving > 0 ? (node, saving) : nil
  }

  /// A term with what its factors make of scalars each as one factor: y'x A has the factors y'x
  /// and A.
  mutating func withScalarsApart(
    _ term: Term, in graph: inout ExpressionGraph
  ) -> Term {
    var result = term
    while let part = closedPart(of: result) {
      var scalar = Term(factors: part.map { result.factors[$0] }, extents: result.extents)
      let labels = Set(scalar.factors.flatMap(\.labels))
      for label in scalar.extents.indices where !labels.contains(label) {
        scalar.extents[label] = 1
      }
      scalar.relabel { $0 }
      let node = graph.node(of: canonical(scalar, in: graph))
      result.factors = result.factors.enumerated().filter { !part.contains($0.offset) }.map(
        \.element)
      if let twin = result.factors.firstIndex(where: { $0.node == node && $0.labels.isEmpty }) {
        result.factors[twin].exponent = result.factors[twin].exponent + .one
      } else {
        result.factors.append(.init(node))
      }
      for label in labels { result.extents[label] = 1 }
      result.relabel { $0 }
    }
    return result
  }

  /// Factors that share labels with each other alone, none of them an axis of the result.
  private func closedPart(of term: Term) -> [Int]? {
    for start in term.factors.indices where !term.factors[start].labels.isEmpty {
      var part: Set<Int> = [start]
      var labels = Set(term.factors[start].labels)
      while let next = term.factors.indices.first(where: {
        !part.contains($0) && term.factors[$0].labels.contains(where: labels.contains)
      }) {
        part.insert(next)
        labels.formUnion(term.factors[next].labels)
      }
      if labels.isDisjoint(with: term.output) { return part.sorted() }
    }
    return nil
  }

  /// Terms with the same axes tied together are one: diag(a) + diag(b) is diag(a + b).
  mutating func mergeDiagonals(_ collection: inout Collection, in graph: inout ExpressionGraph) {
    let tied = collection.terms.filter { isDiagonal(graph.term(of: $0.unit)) }
    guard tied.count > 1 else { return }
    let parts = tied.map { term -> (Number, NodeID) in
      var vector = graph.term(of: term.unit)
      vector.output.removeLast()
      return (term.coefficient, product(vector, in: &graph))
    }
    let vector = self.sum(parts, in: &graph)
    var sum = graph.opaqueTerm(of: vector)
    sum.output += sum.output
    for term in tied { collection.coefficients[term.unit] = .zero }
    let merged = product(sum, in: &graph)
    var unit = graph.term(of: merged)
    let scale = unit.coefficient
    if unit.isZero { return }
    unit.coefficient = .one
    collection.add(scale, graph.node(of: unit))
  }

  private func isDiagonal(_ term: Term) -> Bool {
    term.output.count == 2 && term.output[0] == term.output[1] && !term.factors.isEmpty
  }
}

extension Simplifier {
  /// A triangle of ones alone: triu(A) + tril(A) reads better than A times a sum of ones.
  fileprivate func isTriangle(_ term: Term, _ graph: ExpressionGraph) -> Bool {
    guard term.factors.count == 1 else { return false }
    if case .triangle = graph.operation(of: term.factors[0].node) { return true }
    return false
  }
}

extension ProductPattern.SizePower {
  /// The power of the same length that it has in common with one of the others.
  fileprivate func shared(with others: [Self]) -> Self? {
    guard let other = others.first(where: { $0.dimension == dimension }),
      (other.exponent < 0) == (exponent < 0)
    else { return nil }
    return abs(other.exponent) < abs(exponent) ? other : self
  }
}

extension Term {
  /// Whether a way over factors that share labels leads from each axis to every other.
  fileprivate var isConnected: Bool {
    guard let first = output.first else { return true }
    var reached: Set<Int> = [first]
    var count = 0
    while count < reached.count {
      count = reached.count
      for factor in factors where factor.labels.contains(where: reached.contains) {
        reached.formUnion(factor.labels)
      }
    }
    return output.allSatisfy(reached.contains)
  }

  /// Whether this is a single matrix with its axes exchanged.
  fileprivate var isTransposeOfFactor: Bool {
    factors.count == 1 && factors[0].labels.count == 2
      && factors[0].labels == Array(output.reversed())
  }
}

/// Factors that two terms of one shape share, labels in correspondence.
private struct CommonFactors {
  private let a: Term
  private let b: Term
  private(set) var inFirst: [Int] = []
  private var inSecond: [Int] = []
  /// For a label of the first term that of the second.
  private var image: [Int: Int] = [:]

  /// Takes one factor of the first term, then every other that fits what was taken before.
  init(of a: Term, and b: Term, startingAt start: Int) {
    self.a = a
    self.b = b
    for (x, y) in zip(a.output, b.output) { image[x] = y }
    for offset in a.factors.indices { take((start + offset) % a.factors.count) }
  }

  private mutating func take(_ position: Int) {
    let factor = a.factors[position]
    for (other, candidate) in b.factors.enumerated()
    where candidate.node == factor.node && candidate.exponent == factor.exponent
      && !inSecond.contains(other)
    {
      let before = image
      if zip(factor.labels, candidate.labels).allSatisfy({ bind($0, $1) }) {
        inFirst.append(position)
        inSecond.append(other)
        return
      }
      image = before
    }
  }

  private mutating func bind(_ label: Int, _ other: Int) -> Bool {
    if let known = image[label] { return known == other }
    guard !image.values.contains(other) else { return false }
    image[label] = other
    return true
  }

  /// The labels of the common factors that the rest of either term carries too.
  private var links: [Int] {
    let common = Set(inFirst.flatMap { a.factors[$0].labels })
    let left = carried(a, without: inFirst)
    let right = carried(b, without: inSecond)
    return common.sorted().filter { label in
      left.contains(label) || image[label].map(right.contains) == true
    }
  }

  private func carried(_ term: Term, without taken: [Int]) -> Set<Int> {
    Set(
      term.factors.enumerated().filter { !taken.contains($0.offset) }
        .flatMap(\.element.labels))
  }

  /// Labels of the result that the common factors lack.
  private var free: [Int] {
    let common = Set(inFirst.flatMap { a.factors[$0].labels })
    return a.output.filter { !common.contains($0) }
  }

  /// What is left of both terms, axes in the same order; nil where something would be left that
  /// repeats or lengthens axes, which only reads longer.
  var rests: (first: Term, second: Term)? {
    let axes = links + free
    let second = axes.compactMap { image[$0] }
    guard second.count == axes.count else { return nil }
    var (left, right) = (a, b)
    left.output = axes
    right.output = second
    left.factors = remaining(a, inFirst)
    right.factors = remaining(b, inSecond)
    guard !left.hasFreeStructure, !right.hasFreeStructure else { return nil }
    for (term, full) in [(0, a), (1, b)] {
      let common = (term == 0 ? inFirst : inSecond).flatMap { full.factors[$0].labels }
      let kept = Set(term == 0 ? left.output : right.output)
      for label in common where !kept.contains(label) {
        if term == 0 {
          left.extents[label] = Dimension(1)
        } else {
          right.extents[label] = Dimension(1)
        }
      }
    }
    left.relabel { $0 }
    right.relabel { $0 }
    return (left, right)
  }

  private func remaining(_ term: Term, _ taken: [Int]) -> [Term.Factor] {
    term.factors.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
  }

  /// The common factors times the sum of the rests.
  func product(with rest: NodeID) -> Term {
    var result = Term(
      factors: inFirst.sorted().map { a.factors[$0] } + [.init(rest, labels: links + free)],
      output: a.output, extents: a.extents)
    let kept = Set(result.factors.flatMap(\.labels) + result.output)
    for label in result.extents.indices where !kept.contains(label) {
      result.extents[label] = Dimension(1)
    }
    result.relabel { $0 }
    return result
  }
}
