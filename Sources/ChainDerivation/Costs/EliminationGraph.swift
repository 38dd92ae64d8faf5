/// A vertex of an elimination graph, by position.
struct Vertex: Hashable, Comparable {
  let index: Int

  init(_ index: Int) {
    self.index = index
  }

  static func < (a: Vertex, b: Vertex) -> Bool { a.index < b.index }
}

/// What stands on the edges of a linearised graph: Jacobians, or what is known of them.
protocol JacobianAlgebra {
  associatedtype Jacobian

  /// The chain rule's product, the output's side first.
  mutating func product(of outer: Jacobian, _ inner: Jacobian) -> Jacobian
  mutating func sum(of a: Jacobian, _ b: Jacobian) -> Jacobian
}

/// The linearised graph of one query: what lies on a way from its inputs to its outputs, with a
/// Jacobian on each edge.
///
/// Vertices are in topological order. Eliminating a vertex adds, for each edge into it and each
/// edge out of it, their product to the edge between the ends; when none is left that is neither
/// input nor output, the edges are the derivative. Source of the view: Griewank and Reese 1991.
struct EliminationGraph<Algebra: JacobianAlgebra> {
  typealias Edge = (vertex: Vertex, jacobian: Algebra.Jacobian)

  /// Where the vertices come from.
  let figureNodes: [FigureNodeID]
  let isInput: [Bool]
  let isOutput: [Bool]
  /// Edges out of and into each vertex, ascending, parallel ones merged.
  private(set) var outgoing: [[Edge]]
  private(set) var incoming: [[Edge]]

  init(
    of figure: FigureGraph, from inputs: [FigureNodeID], to outputs: [FigureNodeID],
    jacobian: (FigureEdgeID) -> Algebra.Jacobian, in algebra: inout Algebra
  ) {
    figureNodes = figure.nodes(from: inputs, to: outputs)
    isInput = figureNodes.map(inputs.contains)
    isOutput = figureNodes.map(outputs.contains)
    outgoing = Array(repeating: [], count: figureNodes.count)
    incoming = outgoing
    var vertices: [FigureNodeID: Vertex] = [:]
    for (index, node) in figureNodes.enumerated() { vertices[node] = Vertex(index) }
    for (index, node) in figureNodes.enumerated() where !isInput[index] {
      for edge in figure.incoming[node.index] {
        guard let source = vertices[figure[edge].from] else { continue }
        add(jacobian(edge), from: source, to: Vertex(index), in: &algebra)
      }
    }
  }

  /// What has to be eliminated: every vertex that edges run through.
  var intermediates: [Vertex] {
    figureNodes.indices.map(Vertex.init).filter {
      !isInput[$0.index] && !outgoing[$0.index].isEmpty
    }
  }

  private mutating func add(
    _ jacobian: Algebra.Jacobian, from source: Vertex, to target: Vertex,
    in algebra: inout Algebra
  ) {
    add((target, jacobian), to: &outgoing[source.index], in: &algebra)
    add((source, jacobian), to: &incoming[target.index], in: &algebra)
  }

  private func add(_ edge: Edge, to edges: inout [Edge], in algebra: inout Algebra) {
    let place = edges.firstIndex { $0.vertex >= edge.vertex } ?? edges.count
    if place < edges.count, edges[place].vertex == edge.vertex {
      edges[place].jacobian = algebra.sum(of: edges[place].jacobian, edge.jacobian)
    } else {
      edges.insert(edge, at: place)
    }
  }

  /// Multiplies the edges into a vertex with those out of it, and takes it out.
  mutating func eliminate(_ vertex: Vertex, in algebra: inout Algebra) {
    let (sources, targets) = (incoming[vertex.index], outgoing[vertex.index])
    for source in sources {
      for target in targets {
        let product = algebra.product(of: target.jacobian, source.jacobian)
        add(product, from: source.vertex, to: target.vertex, in: &algebra)
      }
    }
    for target in targets { incoming[target.vertex.index].removeAll { $0.vertex == vertex } }
    outgoing[vertex.index] = []
    // An output keeps its own derivative when what lies behind it has taken its share.
    guard !isOutput[vertex.index] else { return }
    for source in sources { outgoing[source.vertex.index].removeAll { $0.vertex == vertex } }
    incoming[vertex.index] = []
  }

  /// Every product that eliminating a vertex takes.
  func products(at vertex: Vertex) -> [(outer: Algebra.Jacobian, inner: Algebra.Jacobian)] {
    incoming[vertex.index].flatMap { source in
      outgoing[vertex.index].map { (outer: $0.jacobian, inner: source.jacobian) }
    }
  }
}

extension FigureGraph {
  /// Nodes on a way from one of the inputs to one of the outputs, in topological order; what
  /// leads to an input does not count.
  fileprivate func nodes(
    from inputs: [FigureNodeID], to outputs: [FigureNodeID]
  ) -> [FigureNodeID] {
    var isReached = [Bool](repeating: false, count: nodes.count)
    for input in inputs { isReached[input.index] = true }
    for node in topologicalOrder where !isReached[node.index] {
      isReached[node.index] = incoming[node.index].contains { isReached[self[$0].from.index] }
    }
    var reaches = [Bool](repeating: false, count: nodes.count)
    for output in outputs { reaches[output.index] = true }
    for node in topologicalOrder.reversed() where !reaches[node.index] {
      reaches[node.index] = outgoing[node.index].contains {
        reaches[self[$0].to.index] && !inputs.contains(self[$0].to)
      }
    }
    return topologicalOrder.filter { isReached[$0.index] && reaches[$0.index] }
  }
}
