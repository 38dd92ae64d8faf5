import ExpressionGraph
import NumericEvaluation
import TensorCalculus

extension View {
  /// So many paths are told apart by numbers and stay in the order in which the source names them.
  static let mostNumbered = 4

  /// Lists a query's paths with their products, at most `limit`: up to four in the order of the
  /// edges, more of them by magnitude at the point, largest first.
  ///
  /// The magnitude of a product of tensors is taken to be that of its factors' largest entries.
  func listPaths(
    of draft: inout QueryDraft, limit: Int, edgeValues: Evaluation?,
    in graph: inout ExpressionGraph, simplifier: inout Simplifier
  ) {
    guard draft.query.inputs.count == 1 else { return }
    let count = draft.pathCount.integer ?? .max
    let magnitudes = count <= min(limit, Self.mostNumbered) ? nil : edgeValues.map(magnitudes)
    var candidates: [(path: FigurePath, input: End, output: End)] = []
    for output in draft.outputs {
      for input in draft.inputs {
        let paths =
          magnitudes.map { sizes in
            figure.largestPaths(from: input.node, to: output.node, limit: limit) {
              sizes[$0.index]
            }
          } ?? figure.paths(from: input.node, to: output.node, limit: limit)
        candidates += paths.map { ($0, input, output) }
      }
    }
    if let magnitudes {
      candidates = largestFirst(candidates) { candidate in
        candidate.path.edges.reduce(1) { $0 * magnitudes[$1.index] }
      }
    }
    draft.products = candidates.prefix(limit).map { path, input, output in
      product(along: path, input, output, of: draft.query, in: &graph, &simplifier)
    }
    guard count > limit, let total = draft.figureTotal, !draft.products.isEmpty else { return }
    let listed = draft.products.map { (Number.minusOne, $0.expression) }
    draft.remainder = graph.sum(
      [(.one, total)] + listed.map { (coefficient: $0.0, node: $0.1) })
  }

  /// The largest entry of every edge's Jacobian.
  private func magnitudes(in values: Evaluation) -> [Double] {
    figure.edges.map { edge in
      values[edge.jacobian].map { $0.data.reduce(0) { max($0, abs($1)) } } ?? 0
    }
  }

  /// Ties stay in their order.
  private func largestFirst<Element>(
    _ elements: [Element], by size: (Element) -> Double
  ) -> [Element] {
    let sizes = elements.map(size)
    return elements.indices.sorted { a, b in
      sizes[a] != sizes[b] ? sizes[a] > sizes[b] : a < b
    }.map { elements[$0] }
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
