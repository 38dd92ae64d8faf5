package import ExpressionGraph

extension Simplifier {
  /// Part of a simplified node: slices move inwards to what they cut.
  package mutating func slice(
    _ operand: NodeID, _ pattern: SlicePattern, in graph: inout ExpressionGraph
  ) -> NodeID {
    if pattern.axes.allSatisfy({ $0 == .all }) || pattern.shape == pattern.source { return operand }
    if graph.isZero(operand) { return graph.zero(pattern.shape) }
    switch graph.operation(of: operand) {
    case .literal(let id): return part(of: operand, graph[id], pattern, in: &graph)
    case .sum(let id):
      let coefficients = graph[id].coefficients
      let parts = graph.operands(of: operand).map { $0 }
      return sum(
        zip(coefficients, parts).map { ($0, slice($1, pattern, in: &graph)) }, in: &graph)
    case .elementwise(let function):
      let parts = graph.operands(of: operand).map { $0 }
      return elementwise(function, parts.map { slice($0, pattern, in: &graph) }, in: &graph)
    case .product, .selector:
      return picked(operand, pattern, in: &graph)
        ?? graph.unary(.slice(graph.intern(pattern)), operand)
    case .choice(let id):
      var operands = Array(graph.operands(of: operand))
      for position in branchPositions(count: graph[id].comparisons.count) {
        operands[position] = slice(operands[position], pattern, in: &graph)
      }
      return choice(graph[id], operands, in: &graph)
    case .reshape(let id): return sliceOfReshape(operand, graph[id], pattern, in: &graph)
    case .join(let id):
      return sliceOfJoin(operand, graph[id], pattern, in: &graph)
    case .slice(let id):
      guard let whole = graph[id].composed(with: pattern) else {
        return graph.unary(.slice(graph.intern(pattern)), operand)
      }
      return slice(graph.operand(of: operand), whole, in: &graph)
    case .variable, .number, .pi, .dimension, .reduction, .vectorFunction, .application,
      .definition, .matrixFunction, .triangle:
      return graph.unary(.slice(graph.intern(pattern)), operand)
    }
  }

  /// Indices contract a product's axes with one-hot vectors; ranges cut every factor along theirs.
  private mutating func picked(
    _ operand: NodeID, _ pattern: SlicePattern, in graph: inout ExpressionGraph
  ) -> NodeID? {
    var term = graph.term(of: operand)
    if term.factors.count == 1, term.factors[0].node == operand,
      case .selector = graph.operation(of: operand)
    {
      return entry(ofPick: operand, pattern, in: &graph)
    }
    var output: [Int] = []
    for (axis, label) in zip(pattern.axes, term.output) {
      switch axis {
      case .index(let index):
        let oneHot = graph.selector(.index(index), of: term.extents[label])
        term.factors.append(.init(oneHot, labels: [label]))
      case .all: output.append(label)
      case .range(_, let length):
        guard cut(&term, along: label, axis, in: &graph) else { return nil }
        term.extents[label] = length
        output.append(label)
      }
    }
    term.output = output
    return product(term, in: &graph)
  }

  /// Cuts every factor along an axis of the result; false, with nothing done, where the axis is
  /// tied to another or constants pick along it.
  private mutating func cut(
    _ term: inout Term, along label: Int, _ range: SlicePattern.Axis,
    in graph: inout ExpressionGraph
  ) -> Bool {
    let carriers = term.factors.indices.filter { term.factors[$0].labels.contains(label) }
    let isFree = carriers.allSatisfy { carrier in
      if case .selector = graph.operation(of: term.factors[carrier].node) { return false }
      return true
    }
    guard isFree, term.output.count(where: { $0 == label }) == 1 else { return false }
    for carrier in carriers {
      let factor = term.factors[carrier]
      let pattern = SlicePattern(
        axes: factor.labels.map { $0 == label ? range : .all },
        source: graph.shape(of: factor.node))
      term.factors[carrier].node = slice(factor.node, pattern, in: &graph)
    }
    return true
  }

  /// An entry of a one-hot vector, or a row or column of the 0/1 matrix of a range; nil where the
  /// place is not known in numbers.
  private func entry(
    ofPick pick: NodeID, _ pattern: SlicePattern, in graph: inout ExpressionGraph
  ) -> NodeID? {
    guard case .selector(let id) = graph.operation(of: pick), graph[id].axes.count == 1 else {
      return nil
    }
    if case .index(let position) = graph[id].axes[0] {
      guard case .index(let index)? = pattern.axes.first else { return nil }
      return graph.number(index == position ? 1 : 0)
    }
    guard case .range(let start, let length) = graph[id].axes[0], let first = start.known,
      let count = length.known
    else { return nil }
    let whole = graph[id].source.dimensions[0]
    switch (pattern.axes[0], pattern.axes[1]) {
    case (.index(let row), .index(let column)):
      return graph.number(column == first + row ? 1 : 0)
    case (.index(let row), .all): return graph.selector(.index(first + row), of: whole)
    case (.all, .index(let column)):
      return (first..<first + count).contains(column)
        ? graph.selector(.index(column - first), of: length) : graph.zero(Shape([length]))
    case (.range, _), (_, .range), (.all, .all): return nil
    }
  }

  private mutating func part(
    of literal: NodeID, _ shape: Shape, _ pattern: SlicePattern, in graph: inout ExpressionGraph
  ) -> NodeID {
    guard let lengths = shape.known else {
      return graph.unary(.slice(graph.intern(pattern)), literal)
    }
    let chosen: [[Int]] = zip(pattern.axes, lengths).map { axis, length in
      switch axis {
      case .index(let index): [index]
      case .range(let start, let count):
        Array((start.known ?? 0)..<(start.known ?? 0) + (count.known ?? 0))
      case .all: Array(0..<length)
      }
    }
    let entries = Array(graph.operands(of: literal))
    let positions = chosen.reduce([[]]) { done, axis in
      done.flatMap { prefix in axis.map { prefix + [$0] } }
    }
    let parts = positions.map { position in
      entries[zip(position, lengths).reduce(0) { $0 * $1.1 + $1.0 }]
    }
    return pattern.shape.isScalar ? parts[0] : self.literal(pattern.shape, parts, in: &graph)
  }
}

extension SlicePattern {
  /// The part of a part as one part of the whole; nil where a place is not known in numbers.
  fileprivate func composed(with inner: SlicePattern) -> SlicePattern? {
    var rest = inner.axes[...]
    var result: [Axis] = []
    for axis in axes {
      if case .index = axis {
        result.append(axis)
        continue
      }
      guard let next = rest.popFirst() else { return nil }
      guard case .range(let start, _) = axis else {
        result.append(next)
        continue
      }
      switch next {
      case .all: result.append(axis)
      case .range(let first, let count): result.append(.range(start: start + first, length: count))
      case .index(let index):
        guard let first = start.known else { return nil }
        result.append(.index(first + index))
      }
    }
    return SlicePattern(axes: result, source: source)
  }
}
