import ExpressionGraph
import TensorCalculus

/// What the chain rule on the figure graph makes of one query, before numbers are known.
struct QueryDraft {
  let query: DerivativeQuery
  var outputs: [View.End] = []
  var inputs: [View.End] = []
  var pathCount = Natural(0)
  var products: [PathProduct] = []
  var remainder: NodeID?
  var adjoints: [NodeID?] = []
  var tangents: [NodeID?] = []
  /// The total by accumulation over the figure graph's edges; nil for orders above one.
  var figureTotal: NodeID?

  var mentioned: [NodeID] {
    products.flatMap { $0.factors + [$0.product, $0.expression] }
      + (adjoints + tangents).compactMap(\.self)
      + [remainder, figureTotal].compactMap(\.self)
  }
}

extension View {
  /// Ends, path count and accumulated derivatives of a query on the figure graph.
  func draft(
    of query: DerivativeQuery, in graph: inout ExpressionGraph
  ) -> QueryDraft {
    var draft = QueryDraft(query: query)
    draft.outputs = ends(of: query.output, component: [], in: graph)
    draft.inputs = query.inputs.suffix(1).flatMap {
      ends(of: $0, component: query.component, in: graph)
    }
    guard query.inputs.count == 1 else { return draft }
    accumulate(into: &draft, in: &graph)
    for output in draft.outputs {
      let counts = figure.pathCounts(to: output.node)
      for input in draft.inputs { draft.pathCount = draft.pathCount + counts[input.node.index] }
    }
    return draft
  }

  /// Adjoints and tangents of every node over the figure's edges, and the total from them.
  private func accumulate(into draft: inout QueryDraft, in graph: inout ExpressionGraph) {
    draft.adjoints = Array(repeating: nil, count: figure.nodes.count)
    draft.tangents = draft.adjoints
    var parts: [NodeID] = []
    for output in draft.outputs {
      let adjoints = figureAdjoints(of: output.node, in: &graph)
      if draft.outputs.count == 1 { draft.adjoints = adjoints }
      for input in draft.inputs {
        guard let adjoint = adjoints[input.node.index] else { continue }
        parts.append(embedded(adjoint, output, input, of: draft.query, in: &graph))
      }
    }
    if draft.inputs.count == 1 {
      draft.tangents = figureTangents(by: draft.inputs[0].node, in: &graph)
    }
    let inner =
      draft.inputs.isEmpty || !draft.query.component.isEmpty && draft.inputs.count == 1
      ? Shape.scalar : graph.shape(of: draft.query.inputs[0])
    if parts.isEmpty { return }
    draft.figureTotal = graph.total(of: parts, shape: graph.shape(of: draft.query.output) + inner)
  }
}
