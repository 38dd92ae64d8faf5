import ExpressionGraph

/// Rules for changes of shape, joins and ranges: what moves entries without changing them.
extension Simplifier {
  /// The entries of a simplified node in another shape.
  mutating func reshape(
    _ operand: NodeID, _ target: Shape, in graph: inout ExpressionGraph
  ) -> NodeID {
    if graph.shape(of: operand) == target { return operand }
    if graph.isZero(operand) { return graph.zero(target) }
    if let plain = changingUnitAxes(of: operand, target, in: &graph) { return plain }
    switch graph.operation(of: operand) {
    case .reshape: return reshape(graph.operand(of: operand), target, in: &graph)
    case .literal(let id):
      guard let from = graph[id].known, let to = target.known else {
        return graph.reshape(operand, to: target)
      }
      let entries = Array(graph.operands(of: operand))
      return literal(
        target, reshapedPositions(from: from, to: to).map { entries[$0] }, in: &graph)
    case .product:
      var term = graph.term(of: operand)
      let scale = term.coefficient
      guard !scale.isOne else { return graph.reshape(operand, to: target) }
      term.coefficient = .one
      return scaled(scale, reshape(graph.node(of: term), target, in: &graph), in: &graph)
    case .variable, .number, .pi, .dimension, .sum, .elementwise, .reduction, .vectorFunction,
      .matrixFunction, .slice, .selector, .join, .triangle, .choice, .application, .definition:
      return graph.reshape(operand, to: target)
    }
  }

  /// What only gains or loses axes of length 1 is a product: it repeats along them, or sums over
  /// them.
  private mutating func changingUnitAxes(
    of operand: NodeID, _ target: Shape, in graph: inout ExpressionGraph
  ) -> NodeID? {
    let source = graph.shape(of: operand)
    guard source.dimensions.filter({ !$0.isOne }) == target.dimensions.filter({ !$0.isOne }) else {
      return nil
    }
    let labels = Array(source.dimensions.indices)
    var long = labels.filter { !source.dimensions[$0].isOne }[...]
    var extents = source.dimensions
    let output = target.dimensions.map { dimension -> Int in
      if !dimension.isOne, let label = long.popFirst() { return label }
      extents.append(1)
      return extents.count - 1
    }
    return product(
      Term(factors: [.init(operand, labels: labels)], output: output, extents: extents), in: &graph)
  }

  /// How many axes of a node are the changed shape, if it is the constant that changes a shape:
  /// the identity map, its leading axes reshaped.
  private func changedAxes(_ node: NodeID, _ graph: ExpressionGraph) -> Int? {
    guard case .reshape(let id) = graph.operation(of: node) else { return nil }
    let source = graph[id].source
    let half = source.order / 2
    let isIdentity =
      graph.term(of: graph.operand(of: node))
      == Term(identity: Shape(Array(source.dimensions.prefix(half))))
    return isIdentity ? graph[id].target.order - half : nil
  }

  /// A change of shape takes each entry to one place, so two with all axes of one side in common
  /// have those of the other in common too; and one whose one side is summed over with nothing
  /// else is 1.
  mutating func mergeReshapes(in term: inout Term, _ graph: ExpressionGraph) -> Bool {
    for (place, factor) in term.factors.enumerated() where factor.exponent.isOne {
      guard let axes = changedAxes(factor.node, graph) else { continue }
      let ranges = [0..<axes, axes..<factor.labels.count]
      for (near, far) in [(ranges[0], ranges[1]), (ranges[1], ranges[0])] {
        let labels = Array(factor.labels[near])
        if labels.allSatisfy({ !term.output.contains($0) && term.uses(of: $0) == 1 }) {
          term.factors.remove(at: place)
          for label in labels { term.extents[label] = Dimension(1) }
          // Labels of the other side that nothing else carries are summed: they count their length.
          term.relabel { $0 }
          return true
        }
        let twin = term.factors.indices.first {
          $0 > place && term.factors[$0].node == factor.node && term.factors[$0].exponent.isOne
            && Array(term.factors[$0].labels[near]) == labels
        }
        guard let twin else { continue }
        let pairs = Array(zip(factor.labels[far], term.factors[twin].labels[far]))
        term.factors.remove(at: twin)
        term.unify(pairs)
        return true
      }
    }
    return false
  }

  /// A product summed over all axes on one side of a change of shape is the rest of the product in
  /// another shape.
  mutating func appliedReshape(_ term: Term, in graph: inout ExpressionGraph) -> NodeID? {
    for (place, factor) in term.factors.enumerated() where factor.exponent.isOne {
      guard let axes = changedAxes(factor.node, graph) else { continue }
      let sides = [Array(factor.labels.prefix(axes)), Array(factor.labels.dropFirst(axes))]
      for (near, far) in [(sides[0], sides[1]), (sides[1], sides[0])] {
        if let result = applied(place, from: near, to: far, term, in: &graph) { return result }
      }
    }
    return nil
  }

  private mutating func applied(
    _ place: Int, from near: [Int], to far: [Int], _ term: Term, in graph: inout ExpressionGraph
  ) -> NodeID? {
    var rest = term
    rest.factors.remove(at: place)
    let carried = Set(rest.factors.flatMap(\.labels))
    guard !rest.factors.isEmpty, Set(near).count == near.count, Set(far).count == far.count,
      Set(near + far).count == near.count + far.count,
      near.allSatisfy({ !term.output.contains($0) }), far.allSatisfy({ !carried.contains($0) })
    else { return nil }
    var seen: Set<Int> = []
    let free = term.output.filter { carried.contains($0) && seen.insert($0).inserted }
    rest.output = free + near
    let target = Shape((free + far).map { term.extents[$0] })
    for label in far { rest.extents[label] = Dimension(1) }
    for label in term.output where !carried.contains(label) { rest.extents[label] = Dimension(1) }
    rest.relabel { $0 }
    let moved = reshape(product(rest, in: &graph), target, in: &graph)
    var result = Term(
      factors: [.init(moved, labels: free + far)], output: term.output, extents: term.extents)
    let kept = Set(result.output + free + far)
    for label in result.extents.indices where !kept.contains(label) {
      result.extents[label] = Dimension(1)
    }
    result.relabel { $0 }
    return product(result, in: &graph)
  }

  /// Σⱼ E[p, j] A[j], where E picks a range, is that range of A: every factor that carries the
  /// label is sliced.
  mutating func applyRange(to term: inout Term, in graph: inout ExpressionGraph) -> Bool {
    for (place, factor) in term.factors.enumerated() where factor.exponent.isOne {
      guard case .selector(let id) = graph.operation(of: factor.node),
        graph[id].axes.count == 1, case .range = graph[id].axes[0]
      else { continue }
      let (part, whole) = (factor.labels[0], factor.labels[1])
      let carriers = term.factors.indices.filter {
        $0 != place && term.factors[$0].labels.contains(whole)
      }
      guard part != whole, !term.output.contains(whole),
        carriers.allSatisfy({ !isSelector(term.factors[$0].node, graph) })
      else { continue }
      for carrier in carriers {
        let labels = term.factors[carrier].labels
        let pattern = SlicePattern(
          axes: labels.map { $0 == whole ? graph[id].axes[0] : .all },
          source: graph.shape(of: term.factors[carrier].node))
        term.factors[carrier].node = slice(term.factors[carrier].node, pattern, in: &graph)
        term.factors[carrier].labels = labels.map { $0 == whole ? part : $0 }
      }
      term.factors.remove(at: place)
      term.extents[whole] = Dimension(1)
      term.relabel { $0 }
      return true
    }
    return false
  }

  private func isSelector(_ node: NodeID, _ graph: ExpressionGraph) -> Bool {
    if case .selector = graph.operation(of: node) { true } else { false }
  }

  /// An entry of a reshaped operand is an entry of the operand.
  mutating func sliceOfReshape(
    _ operand: NodeID, _ reshape: ReshapePattern, _ pattern: SlicePattern,
    in graph: inout ExpressionGraph
  ) -> NodeID {
    let place = pattern.axes.compactMap { if case .index(let index) = $0 { index } else { nil } }
    guard place.count == pattern.axes.count, let from = reshape.source.known,
      let to = reshape.target.known
    else { return graph.unary(.slice(graph.intern(pattern)), operand) }
    let flat = zip(place, to).reduce(0) { $0 * $1.1 + $1.0 }
    let origin = position(reshapedPositions(from: from, to: to)[flat], in: reshape.source)
    let entry = SlicePattern(axes: origin.map { .index($0) }, source: reshape.source)
    return slice(graph.operand(of: operand), entry, in: &graph)
  }

  /// Part of joined operands: of the one it lies in, if it lies in one.
  mutating func sliceOfJoin(
    _ operand: NodeID, _ join: JoinPattern, _ pattern: SlicePattern,
    in graph: inout ExpressionGraph
  ) -> NodeID {
    let parts = Array(graph.operands(of: operand))
    if pattern.axes[join.axis] == .all {
      let places = pattern.axes[..<join.axis]
      let axis = places.count { if case .index = $0 { false } else { true } }
      let cut = zip(parts, join.parts).map { part, shape in
        slice(part, SlicePattern(axes: pattern.axes, source: shape), in: &graph)
      }
      return self.join(cut, axis: axis, in: &graph)
    }
    for (part, node) in parts.enumerated() {
      guard let axis = join.axis(pattern.axes[join.axis], within: part) else { continue }
      var axes = pattern.axes
      axes[join.axis] = axis
      return slice(node, SlicePattern(axes: axes, source: join.parts[part]), in: &graph)
    }
    return graph.unary(.slice(graph.intern(pattern)), operand)
  }
}

extension JoinPattern {
  /// A place along the axis of the whole as a place in one part; nil where it does not lie in it,
  /// or where that is not known.
  fileprivate func axis(
    _ place: SlicePattern.Axis, within part: Int
  ) -> SlicePattern.Axis? {
    let start = start(of: part)
    let length = parts[part].dimensions[axis]
    switch place {
    case .all: return nil
    case .index(let index):
      guard let first = start.known, index >= first,
        part == parts.count - 1 || length.known.map({ index < first + $0 }) == true
      else { return nil }
      return .index(index - first)
    case .range(let from, let count):
      if from == start, count == length { return .all }
      let (before, after) = (from - start, start + length - from - count)
      // What begins in the last part ends in it.
      guard let offset = before.known, offset >= 0,
        part == parts.count - 1 || after.known.map({ $0 >= 0 }) == true
      else { return nil }
      return .range(start: before, length: count)
    }
  }
}
