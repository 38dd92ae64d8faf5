import ExpressionGraph
import NumericEvaluation
import TensorCalculus

extension View {
  /// Up to this many paths are compared one by one where magnitudes of tensors do not multiply.
  private static let mostCompared = 256

  /// Lists a query's paths with their products: all of them in the order of the edges, or, where
  /// there are more than `limit`, the largest by magnitude, largest first.
  func listPaths(
    of draft: inout QueryDraft, limit: Int, edgeValues: Evaluation?,
    in graph: inout ExpressionGraph, simplifier: inout Simplifier
  ) {
    guard draft.query.inputs.count == 1 else { return }
    let isWhole = (draft.pathCount.integer ?? .max) <= limit
    for output in draft.outputs {
      for input in draft.inputs {
        let paths = chosenPaths(
          from: input.node, to: output.node, limit: limit, isWhole: isWhole, edgeValues, graph)
        draft.products += paths.map { path in
          product(along: path, input, output, of: draft.query, in: &graph, &simplifier)
        }
      }
    }
    guard !isWhole, let total = draft.figureTotal, !draft.products.isEmpty else { return }
    let listed = draft.products.map { (Number.minusOne, $0.expression) }
    draft.remainder = graph.sum(
      [(.one, total)] + listed.map { (coefficient: $0.0, node: $0.1) })
  }

  private func chosenPaths(
    from input: FigureNodeID, to output: FigureNodeID, limit: Int, isWhole: Bool,
    _ values: Evaluation?, _ graph: ExpressionGraph
  ) -> [FigurePath] {
    guard !isWhole, let values else {
      return figure.paths(from: input, to: output, limit: limit)
    }
    return figure.largestPaths(from: input, to: output, limit: limit) { edge in
      let value = values[figure[edge].jacobian]
      return value.map { $0.data.reduce(0) { max($0, abs($1)) } } ?? 0
    }
  }

  private func product(
    along path: FigurePath, _ input: End, _ output: End, of query: DerivativeQuery,
    in graph: inout ExpressionGraph, _ simplifier: inout Simplifier
  ) -> PathProduct {
    let factors = path.edges.reversed().map { figure[$0].jacobian }
    var whole = graph.node(of: Term(identity: graph.shape(of: figure[output.node].reference)))
    for edge in path.edges.reversed() {
      let axes = graph.shape(of: figure[figure[edge].to].reference).order
      whole = simplifier.simplified(
        graph.composed(whole, figure[edge].jacobian, axes: axes), in: &graph)
    }
    let placed = embedded(whole, output, input, of: query, in: &graph)
    let product = simplifier.simplified(placed, in: &graph)
    let inlined = graph.inlined(product, keeping: Set(query.inputs))
    return PathProduct(
      path: path, factors: factors, product: product,
      expression: simplifier.simplified(inlined, in: &graph))
  }
}
