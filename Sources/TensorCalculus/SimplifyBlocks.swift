import ExpressionGraph

/// Rules for blocks among zeros: what a range picks takes its place in the whole, and the zeros of
/// a join never multiply.
extension Simplifier {
  /// Matrices that pick a range are written out up to this many rows and columns.
  private static let widestWrittenRange = 6
  /// Joins of more parts than this stay terms of their own.
  private static let mostParts = 16

  /// Σₚ E[p, j] A[p], where E picks a range, is A in its place among zeros: a join along j.
  mutating func placedAmongZeros(_ term: Term, in graph: inout ExpressionGraph) -> NodeID? {
    for (place, factor) in term.factors.enumerated() where factor.exponent.isOne {
      guard case .selector(let id) = graph.operation(of: factor.node), graph[id].axes.count == 1,
        case .range(let start, let length) = graph[id].axes[0]
      else { continue }
      let (part, whole) = (factor.labels[0], factor.labels[1])
      guard part != whole, term.uses(of: part) > 1,
        term.uses(of: whole) == 1, let axis = term.output.firstIndex(of: whole),
        term.output.lastIndex(of: whole) == axis
      else { continue }
      var inner = term
      inner.factors.remove(at: place)
      inner.output[axis] = part
      inner.extents[whole] = Dimension(1)
      inner.relabel { $0 }
      let block = product(inner, in: &graph)
      if graph.isZero(block) { return graph.zero(term.shape) }
      let after = term.extents[whole] - start - length
      let lengths = [start, length, after]
      let parts = lengths.enumerated().filter { $0.element.known != 0 }.map { offset, length in
        if offset == 1 { return block }
        var dimensions = term.shape.dimensions
        dimensions[axis] = length
        return graph.zero(Shape(dimensions))
      }
      return join(parts, axis: axis, in: &graph)
    }
    return nil
  }

  /// What picks a range, standing alone, as an identity among zeros: [I 0]; nil of any other node,
  /// and of matrices small enough to be written out.
  mutating func blocks(ofRange node: NodeID, in graph: inout ExpressionGraph) -> NodeID? {
    let term = graph.term(of: node)
    guard term.output.count == 2, term.factors.count == 1, term.factors[0].exponent.isOne,
      term.output[0] != term.output[1],
      term.shape.known.map({ $0.contains { $0 > Self.widestWrittenRange } }) ?? true,
      case .selector(let id) = graph.operation(of: term.factors[0].node), graph[id].axes.count == 1,
      case .range(_, let length) = graph[id].axes[0]
    else { return nil }
    var spread = term
    let part = term.factors[0].labels[0]
    spread.extents.append(length)
    let fresh = spread.extents.count - 1
    spread.factors[0].labels[0] = fresh
    let identity = graph.node(of: Term(identity: Shape([length])))
    spread.factors.append(.init(identity, labels: [part, fresh]))
    return placedAmongZeros(spread, in: &graph)
  }

  /// A product with a join of which a part is zero, part by part.
  mutating func distributedBlocks(_ term: Term, in graph: inout ExpressionGraph) -> NodeID? {
    guard term.factors.count > 1 || !term.coefficient.isOne || !term.sizes.isEmpty else {
      return nil
    }
    for (place, factor) in term.factors.enumerated() where factor.exponent.isOne {
      guard case .join(let id) = graph.operation(of: factor.node) else { continue }
      let pattern = graph[id]
      let label = factor.labels[pattern.axis]
      let blocks = graph.operands(of: factor.node)
      let nonzero = blocks.indices.filter { !graph.isZero(blocks[$0]) }
      guard nonzero.count < blocks.count, factor.labels.count(where: { $0 == label }) == 1,
        term.output.count(where: { $0 == label }) < 2,
        term.factors.allSatisfy({ canBeCut($0, along: label, graph) })
      else { continue }
      let axis = term.output.firstIndex(of: label)
      if axis == nil, nonzero.count > 1 { continue }
      let parts = (axis == nil ? nonzero : Array(blocks.indices)).map { block -> NodeID in
        var part = term
        part.extents[label] = pattern.parts[block].dimensions[pattern.axis]
        if graph.isZero(blocks[block]) { return graph.zero(part.shape) }
        for other in part.factors.indices where part.factors[other].labels.contains(label) {
          part.factors[other].node =
            other == place
            ? blocks[block]
            : cut(part.factors[other], along: label, pattern, block, in: &graph)
        }
        return product(part, in: &graph)
      }
      guard let axis else { return parts.first ?? graph.zero(term.shape) }
      return join(parts, axis: axis, in: &graph)
    }
    return nil
  }

  private func canBeCut(
    _ factor: Term.Factor, along label: Int, _ graph: ExpressionGraph
  ) -> Bool {
    guard factor.labels.contains(label), case .selector = graph.operation(of: factor.node) else {
      return true
    }
    return false
  }

  /// The part of a factor that lies beside one block of a join.
  private mutating func cut(
    _ factor: Term.Factor, along label: Int, _ join: JoinPattern, _ block: Int,
    in graph: inout ExpressionGraph
  ) -> NodeID {
    let range = SlicePattern.Axis.range(
      start: join.start(of: block), length: join.parts[block].dimensions[join.axis])
    let pattern = SlicePattern(
      axes: factor.labels.map { $0 == label ? range : .all },
      source: graph.shape(of: factor.node))
    return slice(factor.node, pattern, in: &graph)
  }

  /// Simplified parts one behind the other; zero if all are, a vector of single entries written
  /// out.
  mutating func join(_ parts: [NodeID], axis: Int, in graph: inout ExpressionGraph) -> NodeID {
    if parts.count == 1 { return parts[0] }
    let shapes = parts.map(graph.shape(of:))
    if parts.allSatisfy(graph.isZero) {
      let pattern = JoinPattern(axis: axis, parts: shapes)
      return graph.zero(pattern.shape ?? shapes[0])
    }
    if let written = writtenOut(parts, axis: axis, in: &graph) { return written }
    return graph.join(parts, axis: axis)
  }

  /// A small join of single entries, rows or columns, or of constants that pick, as a literal.
  private mutating func writtenOut(
    _ parts: [NodeID], axis: Int, in graph: inout ExpressionGraph
  ) -> NodeID? {
    let pattern = JoinPattern(axis: axis, parts: parts.map(graph.shape(of:)))
    guard let shape = pattern.shape, shape.order <= 2, let count = shape.entryCount,
      count <= (shape.order == 1 ? Self.largestWrittenTensor : Self.largestSparseTensor),
      zip(parts, pattern.parts).allSatisfy({ part, shape in
        shape.dimensions[axis].isOne || shape.order == 2 && graph.isZero(part)
          || isPick(part, graph)
      })
    else { return nil }
    var rows: [[NodeID]] = []
    for (part, shape) in zip(parts, pattern.parts) {
      for place in 0..<(shape.dimensions[axis].known ?? 0) {
        let row = (0..<(shape.order == 1 ? 1 : shape.dimensions[1 - axis].known ?? 0)).map {
          entry(
            of: graph.term(of: part),
            at: shape.order == 1 ? [place] : axis == 0 ? [place, $0] : [$0, place], in: &graph)
        }
        rows.append(row)
      }
    }
    if axis == 1 { rows = rows[0].indices.map { column in rows.map { $0[column] } } }
    return literal(shape, rows.flatMap(\.self), in: &graph)
  }

  /// [a; 0] + [0; b] is [a; b]: joins with zeros are added block by block, cut finer where their
  /// blocks overlap.
  mutating func mergeJoins(_ collection: inout Collection, in graph: inout ExpressionGraph) {
    joinEntries(of: &collection, in: &graph)
    for unit in collection.units {
      guard case .join(let id) = graph.operation(of: unit), hasZero(unit, graph),
        let coefficient = collection.coefficients[unit], !coefficient.isZero
      else { continue }
      let partner = collection.units.first { other in
        guard other != unit, case .join(let otherID) = graph.operation(of: other) else {
          return false
        }
        return graph[otherID].axis == graph[id].axis
          && collection.coefficients[other].map { !$0.isZero } == true
      }
      guard let partner, let factor = collection.coefficients[partner],
        let lengths = commonLengths(unit, partner, graph), lengths.count <= Self.mostParts
      else { continue }
      let axis = graph[id].axis
      var start = Dimension(0)
      let parts = lengths.map { length -> NodeID in
        let blocks = [partner, unit].map { block($0, start, length, axis, in: &graph) }
        start = start + length
        return sumWithoutFactoring([(factor, blocks[0]), (coefficient, blocks[1])], in: &graph)
      }
      collection.coefficients[unit] = .zero
      collection.coefficients[partner] = .zero
      collection.add(.one, join(parts, axis: axis, in: &graph))
      mergeJoins(&collection, in: &graph)
      return
    }
  }

  /// 2a·e₁ + b·e₃ is [2a; 0; b; 0]: several multiples of one-hot vectors are read as one vector.
  private mutating func joinEntries(
    of collection: inout Collection, in graph: inout ExpressionGraph
  ) {
    let entries = collection.terms.compactMap { row in
      singleEntry(row.unit, graph).map { (unit: row.unit, entry: $0) }
    }
    let hasJoin = collection.terms.contains { row in
      if case .join = graph.operation(of: row.unit) { true } else { false }
    }
    guard entries.count > 1 || hasJoin else { return }
    for (unit, entry) in entries {
      guard let coefficient = collection.coefficients[unit] else { continue }
      let value = graph.node(of: Term(factors: entry.scalars, output: [0], extents: [1]))
      let lengths = [Dimension(entry.index), 1, entry.length - Dimension(entry.index + 1)]
      let parts = lengths.enumerated().filter { $0.element.known != 0 }.map { place, length in
        place == 1 ? value : graph.zero(Shape([length]))
      }
      collection.coefficients[unit] = .zero
      collection.add(coefficient, join(parts, axis: 0, in: &graph))
    }
  }

  /// Scalars times a one-hot vector; nil for any other node.
  private func singleEntry(
    _ node: NodeID, _ graph: ExpressionGraph
  ) -> (index: Int, length: Dimension, scalars: [Term.Factor])? {
    let term = graph.term(of: node)
    guard term.output == [0], term.sizes.isEmpty, term.extents.count == 1,
      let place = term.factors.firstIndex(where: { $0.labels == [0] }),
      let index = oneHotIndex(term.factors[place].node, graph)
    else { return nil }
    var scalars = term.factors
    scalars.remove(at: place)
    return scalars.allSatisfy(\.labels.isEmpty) ? (index, term.extents[0], scalars) : nil
  }

  private func hasZero(_ join: NodeID, _ graph: ExpressionGraph) -> Bool {
    graph.operands(of: join).contains(where: graph.isZero)
  }

  private mutating func block(
    _ join: NodeID, _ start: Dimension, _ length: Dimension, _ axis: Int,
    in graph: inout ExpressionGraph
  ) -> NodeID {
    let shape = graph.shape(of: join)
    let axes = shape.dimensions.indices.map {
      $0 == axis ? SlicePattern.Axis.range(start: start, length: length) : .all
    }
    return slice(join, SlicePattern(axes: axes, source: shape), in: &graph)
  }

  /// The lengths of the coarsest blocks that cut neither join's blocks; nil where it is not known
  /// which of two blocks is the longer one.
  private func commonLengths(
    _ first: NodeID, _ second: NodeID, _ graph: ExpressionGraph
  ) -> [Dimension]? {
    guard case .join(let a) = graph.operation(of: first),
      case .join(let b) = graph.operation(of: second)
    else { return nil }
    let axis = graph[a].axis
    var left = graph[a].parts.map { $0.dimensions[axis] }[...]
    var right = graph[b].parts.map { $0.dimensions[axis] }[...]
    var lengths: [Dimension] = []
    while let x = left.popFirst(), let y = right.popFirst() {
      if x == y {
        lengths.append(x)
        continue
      }
      // The last block reaches to the end: no block beside it is longer.
      let isSecondShorter: Bool
      if let p = x.known, let q = y.known {
        isSecondShorter = q < p
      } else if left.isEmpty != right.isEmpty {
        isSecondShorter = left.isEmpty
      } else {
        return nil
      }
      lengths.append(isSecondShorter ? y : x)
      if isSecondShorter { left = [x - y] + left } else { right = [y - x] + right }
    }
    return left.isEmpty && right.isEmpty ? lengths : nil
  }
}
