import ExpressionGraph
import TensorCalculus

extension View {
  /// The derivative of one figure node by every other, backwards over the edges; nil where it is
  /// zero for want of a path.
  func figureAdjoints(
    of output: FigureNodeID, in graph: inout ExpressionGraph
  ) -> [NodeID?] {
    var adjoints = [NodeID?](repeating: nil, count: figure.nodes.count)
    let outer = graph.shape(of: figure[output].reference)
    adjoints[output.index] = graph.node(of: Term(identity: outer))
    for node in figure.topologicalOrder.reversed() where node != output {
      let shape = graph.shape(of: figure[node].reference)
      let parts = figure.outgoing[node.index].compactMap { edge -> NodeID? in
        guard let adjoint = adjoints[figure[edge].to.index] else { return nil }
        let axes = graph.shape(of: figure[figure[edge].to].reference).order
        return graph.composed(adjoint, figure[edge].jacobian, axes: axes)
      }
      if !parts.isEmpty { adjoints[node.index] = graph.total(of: parts, shape: outer + shape) }
    }
    return adjoints
  }

  /// The derivative of every figure node by one of them, forwards over the edges.
  func figureTangents(
    by input: FigureNodeID, in graph: inout ExpressionGraph
  ) -> [NodeID?] {
    var tangents = [NodeID?](repeating: nil, count: figure.nodes.count)
    let inner = graph.shape(of: figure[input].reference)
    tangents[input.index] = graph.node(of: Term(identity: inner))
    for node in figure.topologicalOrder where node != input {
      let shape = graph.shape(of: figure[node].reference)
      let parts = figure.incoming[node.index].compactMap { edge -> NodeID? in
        guard let tangent = tangents[figure[edge].from.index] else { return nil }
        let axes = graph.shape(of: figure[figure[edge].from].reference).order
        return graph.composed(figure[edge].jacobian, tangent, axes: axes)
      }
      if !parts.isEmpty { tangents[node.index] = graph.total(of: parts, shape: shape + inner) }
    }
    return tangents
  }

  /// A derivative between two ends as part of the whole derivative: an entry of a vector that was
  /// split takes its place among zeros, and of a whole input only the entry asked for stays.
  func embedded(
    _ derivative: NodeID, _ output: End, _ input: End, of query: DerivativeQuery,
    in graph: inout ExpressionGraph
  ) -> NodeID {
    var term = graph.term(of: derivative)
    let outer = oneHot(query.output, output.position, in: &graph)
    let inner = oneHot(query.inputs[0], input.position, in: &graph)
    if outer != nil || inner != nil { term = (outer ?? Term()).times(term).times(inner ?? Term()) }
    let node = graph.node(of: term)
    let wasSplit = input.position == nil && graph.isScalar(figure[input.node].reference)
    guard !query.component.isEmpty, !wasSplit else { return node }
    let shape = graph.shape(of: node)
    let whole = shape.order - query.component.count
    return graph.slice(
      node, [SlicePattern.Axis](repeating: .all, count: whole) + query.component)
  }

  /// 1 at a position of a node's shape, 0 elsewhere.
  private func oneHot(
    _ node: NodeID, _ position: [Int]?, in graph: inout ExpressionGraph
  ) -> Term? {
    guard let position else { return nil }
    let dimensions = graph.shape(of: node).dimensions
    var term = Term(output: Array(dimensions.indices), extents: dimensions)
    for (axis, index) in position.enumerated() {
      let selector = graph.selector(.index(index), of: dimensions[axis])
      term.factors.append(.init(selector, labels: [axis]))
    }
    return term
  }
}
