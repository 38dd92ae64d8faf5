import ExpressionGraph

/// Axes that are two axes run through as one, the first faster, as Kronecker products and vec have
/// them.
extension LabelGraph {
  /// Takes away what merges two axes into one where ⊗ or vec says as much; whether one was.
  mutating func mergeDigits() -> Bool {
    for place in blocks.indices where blocks[place].isMerge {
      guard let rest = merged(place) else { continue }
      self = rest
      return true
    }
    return false
  }

  /// The graph without one merging block; nil where no notation says what it does.
  private func merged(_ place: Int) -> LabelGraph? {
    let (whole, fast, slow) = blocks[place].digits
    let others = blocks.enumerated().filter { $0.offset != place }.map(\.element)
    let touching = edges.filter { !Set([$0.from, $0.to]).isDisjoint(with: [fast, slow]) }
    guard Set(blocks[place].labels).count == 3 else { return nil }
    var rest = self
    rest.blocks = others
    let isShared = others.contains { !Set($0.labels).isDisjoint(with: [fast, slow]) }
    guard !isShared else { return nil }
    switch touching.count {
    case 0: return rest.withVectors(whole, fast, slow)
    case 1:
      let edge = touching[0]
      guard !output.contains(fast), !output.contains(slow) else { return nil }
      if Set([edge.from, edge.to]) == [fast, slow] {
        return rest.withStack(whole, fast, slow, edge)
      }
      return rest.withMatrix(whole, fast, slow, edge)
    case 2: return rest.withMatrices(whole, fast, slow)
    default: return nil
    }
  }

  /// x ⊗ y; where one of them is an axis of the result, I ⊗ y or x ⊗ I.
  private func withVectors(_ whole: Int, _ fast: Int, _ slow: Int) -> LabelGraph? {
    var rest = self
    let pinned = [fast, slow].filter(output.contains)
    guard pinned.count < 2 else { return nil }
    let sides = [fast, slow].map { label in
      if pinned.contains(label) { return identity(of: extents[label]) }
      return pinned.isEmpty ? vector(at: label) : column(at: label)
    }
    let product = kronecker(sides)
    if let axis = pinned.first {
      rest.edges.append(Edge(from: whole, to: axis, strand: product))
    } else {
      rest.groups[whole].over.append(product)
    }
    rest.settle([fast, slow].filter { !pinned.contains($0) })
    return rest
  }

  /// The stacked columns of a matrix between the two axes.
  private func withStack(_ whole: Int, _ fast: Int, _ slow: Int, _ edge: Edge) -> LabelGraph? {
    guard groups[fast].isEmpty, groups[slow].isEmpty else { return nil }
    var rest = self
    rest.removeEdges(at: [fast, slow])
    rest.groups[whole].over.append(Strand(Written(vec(edge, from: fast))))
    rest.settle([fast, slow])
    return rest
  }

  /// M ⊗ y or x ⊗ M.
  private func withMatrix(_ whole: Int, _ fast: Int, _ slow: Int, _ edge: Edge) -> LabelGraph? {
    let ends = [edge.from, edge.to]
    let isFast = ends.contains(fast)
    let (near, other) = isFast ? (fast, slow) : (slow, fast)
    guard groups[near].isEmpty, let end = ends.first(where: { $0 != near }) else { return nil }
    let matrix = edge.from == near ? edge.strand : edge.strand.reversed
    let sides = isFast ? [matrix, column(at: other)] : [column(at: other), matrix]
    var rest = self
    rest.removeEdges(at: [near])
    rest.edges.append(Edge(from: whole, to: end, strand: kronecker(sides)))
    rest.settle([fast, slow])
    return rest
  }

  /// A vector as a matrix of one column, beside a matrix.
  private func column(at label: Int) -> Strand {
    let pattern = ReshapePattern(
      source: Shape([extents[label]]), target: Shape([extents[label], 1]))
    let vector = vector(at: label).plain
    return Strand(
      Written(.reshape(.init(operand: vector.phrase, pattern: pattern)), primes: vector.primes))
  }

  /// A ⊗ B between two merged axes.
  private func withMatrices(_ whole: Int, _ fast: Int, _ slow: Int) -> LabelGraph? {
    for (place, block) in blocks.enumerated() where block.isMerge {
      let (column, quick, lazy) = block.digits
      let inner = [fast, slow, quick, lazy]
      let between = edges.filter { !Set([$0.from, $0.to]).isDisjoint(with: inner) }
      guard Set(inner).count == 4, between.count == 2,
        inner.allSatisfy({ !output.contains($0) && groups[$0].isEmpty }),
        let first = between.first(where: { Set([$0.from, $0.to]) == [fast, quick] }),
        let second = between.first(where: { Set([$0.from, $0.to]) == [slow, lazy] })
      else { continue }
      let sides = [
        first.from == fast ? first.strand : first.strand.reversed,
        second.from == slow ? second.strand : second.strand.reversed,
      ]
      var rest = self
      rest.blocks.remove(at: place)
      rest.removeEdges(at: inner)
      rest.edges.append(Edge(from: whole, to: column, strand: kronecker(sides)))
      rest.settle(inner)
      return rest
    }
    return nil
  }

  private mutating func removeEdges(at labels: [Int]) {
    edges.removeAll { !Set([$0.from, $0.to]).isDisjoint(with: labels) }
  }

  private mutating func settle(_ labels: [Int]) {
    for label in labels {
      groups[label] = Group()
      isSettled[label] = true
    }
  }

  /// The columns of a matrix with its rows along a label, one below the other.
  private func vec(_ edge: Edge, from row: Int) -> Phrase {
    let matrix = edge.from == row ? edge.strand : edge.strand.reversed
    let lengths = [row, edge.from == row ? edge.to : edge.from].map { extents[$0] }
    let pattern = ReshapePattern(source: Shape(lengths), target: Shape([lengths[0] * lengths[1]]))
    return .reshape(.init(operand: matrix.plain.phrase, pattern: pattern))
  }

  /// What merges axes as a matrix between stacked columns: that between the axes within, and for
  /// Y = A ⊗ B of an m×n and a p×q matrix ∂vec Y/∂vec A = (Iₙ ⊗ K_qm ⊗ I_p)(I_mn ⊗ vec B) and
  /// ∂vec Y/∂vec B = (Iₙ ⊗ K_qm ⊗ I_p)(vec A ⊗ I_pq).
  ///
  /// Source of the formula: Magnus and Neudecker. Nil for anything else.
  func digitKronecker(_ rows: [Int], _ columns: [Int]) -> Strand? {
    guard blocks.allSatisfy(\.isMerge) else { return nil }
    if blocks.count == 1 {
      // The merged axis is a stack of columns: it reads as the axes within it.
      let (whole, fast, slow) = blocks[0].digits
      var rest = self
      rest.blocks = []
      if rows == [whole] { return rest.strand(between: [fast, slow], columns) }
      if columns == [whole] { return rest.strand(between: rows, [fast, slow]) }
      return nil
    }
    guard blocks.count == 2, edges.count == 1, groups.allSatisfy(\.isEmpty),
      let first = blocks.first(where: { $0.digits.whole == rows[0] }),
      let second = blocks.first(where: { $0.digits.whole == rows.last }), rows.count == 2
    else { return nil }
    let (rowOfB, rowOfA) = (first.digits.fast, first.digits.slow)
    let (columnOfB, columnOfA) = (second.digits.fast, second.digits.slow)
    let ends = Set([edges[0].from, edges[0].to])
    let isByA = columns == [rowOfA, columnOfA] && ends == [rowOfB, columnOfB]
    let isByB = columns == [rowOfB, columnOfB] && ends == [rowOfA, columnOfA]
    guard isByA || isByB else { return nil }
    let turn = Phrase.kronecker(
      .kronecker(
        .identity(extents[columnOfA]), .commutation(extents[columnOfB], extents[rowOfA])),
      .identity(extents[rowOfB]))
    let stack = vec(edges[0], from: isByA ? rowOfB : rowOfA)
    let size = columns.map { extents[$0] }.reduce(Dimension(1), *)
    let right: Phrase =
      isByA ? .kronecker(.identity(size), stack) : .kronecker(stack, .identity(size))
    return Strand(Written(turn)) * Strand(Written(right))
  }
}

extension LabelGraph.Block {
  /// The merged axis, and those that run through it faster and slower.
  var digits: (whole: Int, fast: Int, slow: Int) {
    let places = merge ?? labels
    return (places[0], places[1], places[2])
  }

  var isMerge: Bool { merge != nil }
}
