package import ExpressionGraph

extension Simplifier {
  /// Part of a simplified node: slices move inwards to what they cut.
  package mutating func slice(
    _ operand: NodeID, _ pattern: SlicePattern, in graph: inout ExpressionGraph
  ) -> NodeID {
    if pattern.axes.allSatisfy({ $0 == .all }) { return operand }
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
    case .variable, .number, .pi, .dimension, .reduction, .vectorFunction, .slice, .application,
      .definition, .matrixFunction, .triangle:
      return graph.unary(.slice(graph.intern(pattern)), operand)
    }
  }

  /// Indices contract a product's axes with one-hot vectors; ranges are left to the slice.
  private mutating func picked(
    _ operand: NodeID, _ pattern: SlicePattern, in graph: inout ExpressionGraph
  ) -> NodeID? {
    var term = graph.term(of: operand)
    if term.factors.count == 1, term.factors[0].node == operand,
      case .selector = graph.operation(of: operand)
    {
      return oneHotEntry(operand, pattern, in: &graph)
    }
    var output: [Int] = []
    for (axis, label) in zip(pattern.axes, term.output) {
      switch axis {
      case .index(let index):
        let oneHot = graph.selector(.index(index), of: term.extents[label])
        term.factors.append(.init(oneHot, labels: [label]))
      case .all: output.append(label)
      case .range: return nil
      }
    }
    term.output = output
    return product(term, in: &graph)
  }

  private func oneHotEntry(
    _ oneHot: NodeID, _ pattern: SlicePattern, in graph: inout ExpressionGraph
  ) -> NodeID? {
    guard let position = oneHotIndex(oneHot, graph), case .index(let index)? = pattern.axes.first
    else { return nil }
    return graph.number(index == position ? 1 : 0)
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
