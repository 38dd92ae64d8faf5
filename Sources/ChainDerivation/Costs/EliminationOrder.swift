extension EliminationGraph<StructureTable> {
  /// With more vertices to eliminate than this the best order is not looked for among all.
  private static var mostForExact: Int { 16 }
  /// How many products may be looked at before the search for a good order ends.
  private static var mostProducts: Int { 4_000_000 }

  /// The order of elimination with the fewest multiplications: among all orders where there are
  /// few vertices, else each time the vertex that takes fewest (Markowitz), or forward or reverse
  /// where that is better.
  ///
  /// To find the best order is NP-complete.
  func bestOrder(in table: inout StructureTable) -> (order: [Vertex], isExact: Bool) {
    let vertices = intermediates
    let isExact = vertices.count <= Self.mostForExact && figureNodes.count <= UInt64.bitWidth
    let found =
      isExact ? exactOrder(of: vertices, in: &table) : greedyOrder(of: vertices, in: &table)
    let candidates = [vertices, vertices.reversed()] + (found.map { [$0] } ?? [])
    let weights = candidates.map { weight(of: $0, in: &table) }
    let best = weights.indices.min { weights[$0] < weights[$1] } ?? 0
    return (candidates[best], isExact)
  }

  private func weight(of order: [Vertex], in table: inout StructureTable) -> Double {
    var remaining = self
    var total = 0.0
    for vertex in order {
      total += remaining.weight(at: vertex, in: &table)
      remaining.eliminate(vertex, in: &table)
    }
    return total
  }

  /// What eliminating one vertex takes now.
  fileprivate func weight(at vertex: Vertex, in table: inout StructureTable) -> Double {
    var total = 0.0
    for source in incoming[vertex.index] {
      for target in outgoing[vertex.index] {
        total += table.weight(target.jacobian, source.jacobian)
      }
    }
    return total
  }

  /// The vertex that takes fewest multiplications first, ties in topological order; nil where
  /// edges fill in so much that the search takes too long.
  private func greedyOrder(of vertices: [Vertex], in table: inout StructureTable) -> [Vertex]? {
    var remaining = self
    var left = vertices
    var weights = [Double](repeating: 0, count: figureNodes.count)
    for vertex in vertices { weights[vertex.index] = weight(at: vertex, in: &table) }
    var order: [Vertex] = []
    var work = 0
    while let next = left.min(by: { weights[$0.index] < weights[$1.index] }) {
      let neighbours = (remaining.incoming[next.index] + remaining.outgoing[next.index]).map(
        \.vertex)
      remaining.eliminate(next, in: &table)
      order.append(next)
      left.removeAll { $0 == next }
      for vertex in neighbours where !isInput[vertex.index] {
        work += remaining.incoming[vertex.index].count * remaining.outgoing[vertex.index].count
        weights[vertex.index] = remaining.weight(at: vertex, in: &table)
      }
      guard work < Self.mostProducts else { return nil }
    }
    return order
  }

  /// The best of all orders, by dynamic programming over the sets of eliminated vertices: the
  /// graph that is left does not depend on the order in which a set was eliminated.
  ///
  /// Sets are visited in ascending order, the topologically first vertex as the highest bit, so
  /// that each is reached from a set visited before by eliminating one more.
  private func exactOrder(of vertices: [Vertex], in table: inout StructureTable) -> [Vertex] {
    var search = ExactSearch(vertices: vertices)
    search.visit(self, deciding: 0, eliminated: 0, in: &table)
    return search.order
  }
}

private struct ExactSearch {
  private let vertices: [Vertex]
  private var best: [Double]
  /// The vertex that was eliminated last on the best way to each set.
  private var last: [Int]

  init(vertices: [Vertex]) {
    self.vertices = vertices
    best = Array(repeating: .infinity, count: 1 << vertices.count)
    last = Array(repeating: 0, count: best.count)
    best[0] = 0
  }

  private func bit(_ position: Int) -> Int { 1 << (vertices.count - 1 - position) }

  mutating func visit(
    _ graph: EliminationGraph<StructureTable>, deciding position: Int, eliminated set: Int,
    in table: inout StructureTable
  ) {
    guard position < vertices.count else { return extend(set, graph, in: &table) }
    visit(graph, deciding: position + 1, eliminated: set, in: &table)
    var smaller = graph
    smaller.eliminate(vertices[position], in: &table)
    visit(smaller, deciding: position + 1, eliminated: set | bit(position), in: &table)
  }

  private mutating func extend(
    _ set: Int, _ graph: EliminationGraph<StructureTable>, in table: inout StructureTable
  ) {
    for (position, vertex) in vertices.enumerated() where set & bit(position) == 0 {
      let total = best[set] + graph.weight(at: vertex, in: &table)
      let larger = set | bit(position)
      if total < best[larger] {
        best[larger] = total
        last[larger] = position
      }
    }
  }

  var order: [Vertex] {
    var set = best.count - 1
    var order: [Vertex] = []
    while set != 0 {
      order.append(vertices[last[set]])
      set &= ~bit(last[set])
    }
    return order.reversed()
  }
}
