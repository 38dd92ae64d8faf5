import ExpressionGraph
import NumericEvaluation
import TensorCalculus

/// Derives everything a figure shows of its queries.
///
/// Complexity: linear in the size of the expression for each query and each figure node, apart
/// from the paths listed.
package func derive(_ request: DerivationRequest) -> Derivation {
  var graph = request.graph
  var simplifier = Simplifier()
  // What is declared of inputs counts for what is shown, never for what is differentiated again.
  var finisher = Simplifier(facts: true)
  let totals = request.queries.map {
    total(of: $0, in: &graph, simplifier: &simplifier, finisher: &finisher)
  }
  let detail = resolved(request.detail, for: request.queries, in: graph)
  let view = View(
    request, detail: detail, in: &graph, simplifier: &simplifier, finisher: &finisher)
  var drafts = request.queries.map { view.draft(of: $0, in: &graph) }
  let inOrder = min(request.pathLimit, View.mostNumbered)
  let needsRanking = drafts.contains { ($0.pathCount.integer ?? .max) > inOrder }
  let edgeValues = needsRanking ? view.evaluation(of: view.roots, request, in: graph) : nil
  for index in drafts.indices {
    view.listPaths(
      of: &drafts[index], limit: request.pathLimit, edgeValues: edgeValues, in: &graph,
      simplifier: &finisher)
  }
  assert(graph.brokenRewrite(of: simplifier) == nil, "the simplifier changed a value")
  assert(graph.brokenRewrite(of: finisher) == nil, "a declared property changed a value")
  var large = LargeTensors(sizes: request.point?.sizes ?? [:])
  let checks = zip(request.queries, totals).map { large.check(of: $0, $1, in: &graph) }
  let mentioned = view.roots + totals.flatMap(\.mentioned) + drafts.flatMap(\.mentioned)
  let roots = large.roots(for: mentioned, in: &graph)
  let evaluation = view.evaluation(of: roots, request, in: graph)
  let results = request.queries.indices.map { index in
    let agreement = evaluation.map {
      Agreement(
        total: totals[index], draft: drafts[index], figure: view.figure, graph: graph,
        evaluation: $0)
    }
    return finish(
      drafts[index], total: totals[index], agrees: agreement?.holds,
      check: graph.check(checks[index], at: request.point, seed: request.seed), in: graph)
  }
  let shown = Set(graph.nodes(below: request.queries.map(\.output)))
  let queried = request.queries.flatMap(\.inputs)
  return Derivation(
    graph: graph, figure: view.figure, detail: detail, derivatives: results,
    evaluation: evaluation,
    undefined: evaluation?.firstUndefined(),
    kinks: evaluation?.kinks(dependingOn: queried).filter(shown.contains) ?? [],
    sizes: request.point?.sizes ?? [:], squaredNorms: large.squaredNorms)
}

/// A query's derivative and the function whose difference quotient it must equal.
struct Total {
  let function: NodeID
  let derivative: NodeID
  /// The derivative, or the entry of it that the query asks for.
  let shown: NodeID
  /// What the derivative's form owes to declarations; nil of an entry.
  let facts: UsedFacts?

  var mentioned: [NodeID] { [derivative, shown] }
}

private func total(
  of query: DerivativeQuery, in graph: inout ExpressionGraph, simplifier: inout Simplifier,
  finisher: inout Simplifier
) -> Total {
  let output = graph.inlined(query.output, keeping: Set(query.inputs))
  let function = graph.derivative(
    of: output, by: Array(query.inputs.dropLast()), simplifier: &simplifier)
  let derivative = graph.derivative(
    of: function, by: Array(query.inputs.suffix(1)), simplifier: &finisher)
  let shown =
    query.component.isEmpty
    ? derivative : componentSlice(of: derivative, query.component, in: &graph, &finisher)
  let facts = query.inputs.last.flatMap {
    query.component.isEmpty ? graph.usedFacts(in: derivative, of: function, by: $0) : nil
  }
  return Total(function: function, derivative: derivative, shown: shown, facts: facts)
}

/// The part of a derivative that belongs to one entry of the last input.
func componentSlice(
  of derivative: NodeID, _ component: [SlicePattern.Axis], in graph: inout ExpressionGraph,
  _ simplifier: inout Simplifier
) -> NodeID {
  let shape = graph.shape(of: derivative)
  let whole = [SlicePattern.Axis](repeating: .all, count: shape.order - component.count)
  let pattern = SlicePattern(axes: whole + component, source: shape)
  return simplifier.slice(derivative, pattern, in: &graph)
}

/// What `auto` means for a figure: components if there are vectors and every one is small and
/// written out entry by entry.
private func resolved(
  _ detail: Detail, for queries: [DerivativeQuery], in graph: ExpressionGraph
) -> Detail {
  guard detail == .auto else { return detail }
  let largest = 4
  var hasVector = false
  for node in graph.nodes(below: queries.map(\.output)) where !graph.isScalar(node) {
    let count = graph.shape(of: node).entryCount
    switch graph.operation(of: node) {
    case .variable: return .functions
    case .definition:
      hasVector = true
      guard isWrittenOut(graph.operand(of: node), in: graph), let count, count <= largest else {
        return .functions
      }
    case .application(let id) where graph[id].derivatives.isEmpty:
      hasVector = true
      guard let count, count <= largest else { return .functions }
    case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
      .literal, .slice, .selector, .choice, .application, .matrixFunction, .reshape, .join,
      .triangle:
      continue
    }
  }
  return hasVector ? .components : .functions
}

private func isWrittenOut(_ node: NodeID, in graph: ExpressionGraph) -> Bool {
  switch graph.operation(of: node) {
  case .literal, .application: true
  case .variable, .number, .pi, .dimension, .sum, .product, .elementwise, .reduction,
    .vectorFunction, .slice, .selector, .choice, .definition, .matrixFunction, .reshape, .join,
    .triangle:
    false
  }
}

private func finish(
  _ draft: QueryDraft, total: Total, agrees: Bool?, check: CheckResult, in graph: ExpressionGraph
) -> QueryDerivation {
  let query = draft.query
  return QueryDerivation(
    query: query, total: total.shown, outputShape: graph.shape(of: query.output),
    inputShapes: query.inputs.map { query.component.isEmpty ? graph.shape(of: $0) : .scalar },
    outputs: draft.outputs.map(\.node), inputs: draft.inputs.map(\.node),
    pathCount: draft.pathCount, products: draft.products, remainder: draft.remainder,
    adjoints: draft.adjoints, tangents: draft.tangents, check: check, agrees: agrees,
    facts: total.facts)
}
