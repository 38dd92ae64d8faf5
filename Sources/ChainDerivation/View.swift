import ExpressionGraph
import NumericEvaluation
import TensorCalculus

/// The figure graph of a request, with where the queries' ends lie in it.
struct View {
  /// A figure node that an output or input of a query appears as.
  struct End {
    let node: FigureNodeID
    /// The entry of the whole that the node is; nil if it is the whole.
    let position: [Int]?
  }

  let figure: FigureGraph
  /// The point, with values for the inputs that were split.
  let point: Environment?
  private let scalarization: Scalarization?

  init(
    _ request: DerivationRequest, detail: Detail, in graph: inout ExpressionGraph,
    simplifier: inout Simplifier,
    finisher: inout Simplifier
  ) {
    var queries = request.queries
    var inputs = request.inputs
    var point = request.point
    var scalarization: Scalarization?
    if detail == .components {
      let split = Scalarization(
        of: queries.flatMap { [$0.output] + $0.inputs }, in: &graph, simplifier: &simplifier)
      queries = queries.flatMap { query in
        split.entries(of: query.output, in: graph).map { output in
          var part = query
          part.output = output
          part.inputs = query.inputs.flatMap { split.entries(of: $0, in: graph) }
          return part
        }
      }
      inputs = inputs.flatMap { split.entries(of: $0, in: graph) }
      for (whole, entries) in split.splitInputs {
        guard let value = point?.values[whole] else { continue }
        for (entry, number) in zip(entries, value.data) {
          point?.values[entry] = Tensor(shape: [], data: [number])
        }
      }
      scalarization = split
    }
    figure = figureGraph(
      of: queries, inputs: inputs, collapsed: request.collapsed, byOperation: detail == .operations,
      in: &graph,
      simplifier: &finisher)
    self.point = point
    self.scalarization = scalarization
  }

  /// Every node of the graph whose value the figure shows.
  var roots: [NodeID] {
    figure.nodes.map(\.reference) + figure.edges.flatMap { [$0.jacobian] + $0.strands }
  }

  /// The values of nodes at the point; nil without a point.
  func evaluation(
    of roots: [NodeID], _ request: DerivationRequest, in graph: ExpressionGraph
  ) -> Evaluation? {
    guard let point else { return nil }
    let held = Set(request.queries.flatMap(\.inputs)).filter { point.values[$0] != nil }
    return Evaluator(graph, roots: roots, held: held, sizes: point.sizes)(point)
  }

  /// The figure nodes that a node of the request appears as.
  func ends(of node: NodeID, component: [SlicePattern.Axis], in graph: ExpressionGraph) -> [End] {
    let entries = scalarization?.entries(of: node, in: graph) ?? [node]
    guard entries.count > 1 || entries.first != (scalarization?.images[node] ?? node) else {
      return figure.node(for: entries[0]).map { [End(node: $0, position: nil)] } ?? []
    }
    let all = zip(entries, positions(in: graph.shape(of: node))).compactMap { entry, position in
      figure.node(for: entry).map { End(node: $0, position: position) }
    }
    guard !component.isEmpty else { return all }
    return all.filter { end in end.position?.map { SlicePattern.Axis.index($0) } == component }
      .map { End(node: $0.node, position: nil) }
  }
}
