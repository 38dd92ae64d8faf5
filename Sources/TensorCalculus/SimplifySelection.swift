import ExpressionGraph

/// Rules for one-hot vectors, literals and slices: what has few entries is written out.
extension Simplifier {
  /// A one-hot factor whose label is summed over, or that meets another one-hot factor.
  struct Selection {
    let factor: Int
    let label: Int
    let index: Int
  }

  /// The position a one-hot vector picks; nil for any other node.
  func oneHotIndex(_ node: NodeID, _ graph: ExpressionGraph) -> Int? {
    guard case .selector(let id) = graph.operation(of: node), graph[id].axes.count == 1,
      case .index(let index) = graph[id].axes[0]
    else { return nil }
    return index
  }

  func nextSelection(in term: Term, _ graph: ExpressionGraph) -> Selection? {
    for (position, factor) in term.factors.enumerated() {
      guard let index = oneHotIndex(factor.node, graph) else { continue }
      let label = factor.labels[0]
      let others = term.factors.enumerated().contains {
        $0.offset != position && $0.element.labels.contains(label)
      }
      let repeated = term.output.filter { $0 == label }.count > 1
      if !term.output.contains(label) || others || repeated {
        return Selection(factor: position, label: label, index: index)
      }
    }
    return nil
  }

  /// Σⱼ e_k[j] A[j] = A[k]: every factor that carries the label is sliced, and the one-hot vector
  /// stays once for every output axis that carries it.
  mutating func apply(_ pick: Selection, to term: inout Term, in graph: inout ExpressionGraph) {
    let oneHot = term.factors[pick.factor].node
    let dimension = term.extents[pick.label]
    term.factors.remove(at: pick.factor)
    for position in term.factors.indices where term.factors[position].labels.contains(pick.label) {
      let factor = term.factors[position]
      if let other = oneHotIndex(factor.node, graph) {
        term.factors[position] = .init(graph.number(other == pick.index ? 1 : 0))
        if other != pick.index { term.coefficient = .zero }
        continue
      }
      let axes: [SlicePattern.Axis] = factor.labels.map {
        $0 == pick.label ? .index(pick.index) : .all
      }
      let pattern = SlicePattern(axes: axes, source: graph.shape(of: factor.node))
      term.factors[position].node = slice(factor.node, pattern, in: &graph)
      term.factors[position].labels = factor.labels.filter { $0 != pick.label }
    }
    separate(pick.label, dimension, oneHot, in: &term)
    // Slicing can turn factors into numbers and products.
    term = flattened(term, in: &graph)
  }

  /// Gives each output axis of the label a one-hot vector of its own.
  private func separate(
    _ label: Int, _ dimension: Dimension, _ oneHot: NodeID, in term: inout Term
  ) {
    var isFirst = true
    for position in term.output.indices where term.output[position] == label {
      if isFirst {
        term.factors.append(.init(oneHot, labels: [label]))
        isFirst = false
      } else {
        term.extents.append(dimension)
        term.output[position] = term.extents.count - 1
        term.factors.append(.init(oneHot, labels: [term.extents.count - 1]))
      }
    }
    // With no output axis the label is spent: dropping it must not count its length.
    if isFirst { term.extents[label] = Dimension(1) }
    term.relabel { $0 }
  }

  /// A sum over a short axis that only literals carry, or a literal of zeros but for one entry, is
  /// written out, entry by entry.
  mutating func expandedContraction(
    _ term: Term, in graph: inout ExpressionGraph
  ) -> NodeID? {
    guard let label = expandableLabel(of: term, graph), let length = term.extents[label].known
    else { return nil }
    var parts: [(Number, NodeID)] = []
    for index in 0..<length {
      var part = term
      let oneHot = graph.selector(.index(index), of: term.extents[label])
      part.factors.append(.init(oneHot, labels: [label]))
      parts.append((.one, product(part, in: &graph)))
    }
    return sum(parts, in: &graph)
  }

  private func expandableLabel(of term: Term, _ graph: ExpressionGraph) -> Int? {
    term.extents.indices.first { label in
      guard !term.output.contains(label), let length = term.extents[label].known,
        length <= Simplifier.largestWrittenTensor
      else { return false }
      let carriers = term.factors.filter { $0.labels.contains(label) }
      return carriers.contains { isNearlyZero($0.node, graph) }
        || !carriers.isEmpty && carriers.allSatisfy { isWritten($0.node, graph) }
    }
  }

  private func isOneHot(_ node: NodeID, _ graph: ExpressionGraph) -> Bool {
    oneHotIndex(node, graph) != nil
  }

  /// A one-hot vector, or a literal with at most one entry that is not zero.
  private func isNearlyZero(_ node: NodeID, _ graph: ExpressionGraph) -> Bool {
    isOneHot(node, graph)
      || isWritten(node, graph)
        && graph.operands(of: node).filter { !graph.isZero($0) }.prefix(2).count < 2
  }

  private func isWritten(_ node: NodeID, _ graph: ExpressionGraph) -> Bool {
    if case .literal = graph.operation(of: node) { true } else { false }
  }

  /// A small tensor whose every axis is picked by a one-hot vector, or a literal with scalar
  /// factors, as a literal.
  mutating func writtenOut(_ term: Term, in graph: inout ExpressionGraph) -> NodeID? {
    guard !term.output.isEmpty, term.output.count <= 2, let count = term.shape.entryCount,
      count <= Simplifier.largestSparseTensor, isSparse(term, graph),
      count <= Simplifier.largestWrittenTensor || term.output.count == 2 && isConstant(term, graph)
    else { return nil }
    return entries(of: term, count: count, in: &graph)
  }

  /// Whether writing the term out is shorter than its product: the only factor with axes is a
  /// literal, or all are literals or one-hot vectors and one of them has a single entry.
  func isSparse(_ term: Term, _ graph: ExpressionGraph) -> Bool {
    guard Set(term.output).count == term.output.count else { return false }
    let withAxes = term.factors.filter { !$0.labels.isEmpty }
    if withAxes.count == 1, isWritten(withAxes[0].node, graph), withAxes[0].exponent.isOne,
      withAxes[0].labels.count == term.output.count
    {
      return
        !(term.factors.count == 1 && term.coefficient.isOne && term.sizes.isEmpty
        && withAxes[0].labels == term.output)
    }
    let hasFew = withAxes.contains { isNearlyZero($0.node, graph) }
    return (hasFew || withAxes.count > 1 && isConstant(term, graph))
      && withAxes.allSatisfy { isWritten($0.node, graph) || isPick($0.node, graph) }
  }

  /// A one-hot vector or the 0/1 matrix of a range.
  func isPick(_ node: NodeID, _ graph: ExpressionGraph) -> Bool {
    if case .selector = graph.operation(of: node) { true } else { false }
  }

  /// Whether every factor with axes picks entries.
  private func isConstant(_ term: Term, _ graph: ExpressionGraph) -> Bool {
    term.factors.allSatisfy { $0.labels.isEmpty || isPick($0.node, graph) }
  }

  /// Whether a one-hot vector stands among the factors.
  func hasOneHot(_ term: Term, _ graph: ExpressionGraph) -> Bool {
    term.factors.contains { isOneHot($0.node, graph) }
  }

  /// The literal with every entry of the term.
  mutating func entries(
    of term: Term, count: Int, in graph: inout ExpressionGraph
  ) -> NodeID {
    let shape = term.shape
    let scalars = (0..<count).map { entry(of: term, at: position($0, in: shape), in: &graph) }
    return literal(shape, scalars, in: &graph)
  }

  func position(_ flat: Int, in shape: Shape) -> [Int] {
    var rest = flat
    var position: [Int] = []
    for dimension in shape.dimensions.reversed() {
      let length = max(dimension.known ?? 1, 1)
      position.append(rest % length)
      rest /= length
    }
    return position.reversed()
  }

  /// One entry of a term, by contracting each output axis with a one-hot vector.
  mutating func entry(
    of term: Term, at position: [Int], in graph: inout ExpressionGraph
  ) -> NodeID {
    var picked = term
    picked.output = []
    for (label, index) in zip(term.output, position) {
      let oneHot = graph.selector(.index(index), of: term.extents[label])
      picked.factors.append(.init(oneHot, labels: [label]))
    }
    return product(picked, in: &graph)
  }
}
