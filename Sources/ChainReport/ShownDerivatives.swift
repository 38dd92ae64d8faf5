import ChainDerivation
import ChainNotation
import ExpressionGraph

extension FigureReport {
  /// An edge's Jacobian in the report's form.
  func shown(_ edge: FigureGraph.Edge) -> ShownDerivative {
    let graph = derivation.graph
    let ends = [edge.to, edge.from].map { derivation.figure[$0].reference }
    let axes = DerivativeAxes(
      output: graph.shape(of: ends[0]), inputs: [graph.shape(of: ends[1])])
    return shown(edge.jacobian, axes, input: name(ofInput: ends[1]))
  }

  /// A query's derivative in the report's form.
  func shown(_ row: QueryDerivation) -> ShownDerivative {
    shown(row.total, axes(of: row), input: row.query.inputNames.last.map { .name($0) })
  }

  /// The product along a path of a query.
  func shown(_ product: PathProduct, of row: QueryDerivation) -> ShownDerivative {
    let ends = [product.path.nodes.last, product.path.nodes.first].compactMap { node in
      node.map { derivation.graph.shape(of: derivation.figure[$0].reference) }
    }
    let axes = DerivativeAxes(output: ends[0], inputs: Array(ends.dropFirst()))
    return shown(product.product, axes, input: row.query.inputNames.last.map { .name($0) })
  }

  private func axes(of row: QueryDerivation) -> DerivativeAxes {
    DerivativeAxes(output: row.outputShape, inputs: row.inputShapes)
  }

  private func shown(
    _ node: NodeID, _ axes: DerivativeAxes, input: Phrase?
  ) -> ShownDerivative {
    Notation(graph: derivation.graph, facts: true)
      .derivative(node, axes: axes, form: form, inputName: input)
  }

  private func name(ofInput node: NodeID) -> Phrase {
    Notation(graph: derivation.graph).phrase(of: node)
  }
}
