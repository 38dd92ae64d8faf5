/// A way through the figure graph, input to output.
package struct FigurePath: Hashable, Sendable {
  package let nodes: [FigureNodeID]
  package let edges: [FigureEdgeID]
}

extension FigureGraph {
  /// How many paths lead from each node to `output`, exactly: a sum over edges, no enumeration.
  package func pathCounts(to output: FigureNodeID) -> [Natural] {
    var counts = [Natural](repeating: Natural(0), count: nodes.count)
    counts[output.index] = Natural(1)
    for node in topologicalOrder.reversed() where node != output {
      for edge in outgoing[node.index] {
        let target = edges[edge.index].to
        counts[node.index] = counts[node.index] + counts[target.index]
      }
    }
    return counts
  }

  /// Nodes with operands before users.
  ///
  /// Inputs come first in `nodes`, and every other node after what it uses, so positions are such
  /// an order.
  package var topologicalOrder: [FigureNodeID] { nodes.indices.map(FigureNodeID.init) }

  /// The first `limit` paths from one node to another, in the order of the edges.
  ///
  /// Complexity: the length of what is listed; branches that never reach the output are not tried.
  package func paths(
    from input: FigureNodeID, to output: FigureNodeID, limit: Int
  ) -> [FigurePath] {
    let counts = pathCounts(to: output)
    guard counts[input.index] != Natural(0), limit > 0 else { return [] }
    var found: [FigurePath] = []
    var trail: [FigureEdgeID] = []
    // One iterator a level: the next edge to try at each node of the trail.
    var next = [0]
    var at = input
    while !next.isEmpty {
      if at == output, found.count < limit {
        found.append(path(along: trail, from: input))
        if found.count == limit { return found }
      }
      let choices = at == output ? [] : outgoing[at.index]
      let position = next[next.count - 1]
      if position < choices.count {
        next[next.count - 1] += 1
        let target = edges[choices[position].index].to
        guard counts[target.index] != Natural(0) else { continue }
        trail.append(choices[position])
        next.append(0)
        at = target
      } else {
        next.removeLast()
        if let edge = trail.popLast() { at = edges[edge.index].from }
      }
    }
    return found
  }

  /// The `limit` paths whose product of edge magnitudes is largest, largest first; ties in the
  /// order of the edges.
  ///
  /// Complexity: edges × limit × log.
  ///
  /// The best paths of a node are found among the best of the nodes it leads to, since the
  /// magnitude of a product of scalars is the product of magnitudes.
  package func largestPaths(
    from input: FigureNodeID, to output: FigureNodeID, limit: Int,
    magnitude: (FigureEdgeID) -> Double
  ) -> [FigurePath] {
    struct Candidate {
      let weight: Double
      let edge: FigureEdgeID?
      let rank: Int
    }
    var best: [[Candidate]] = Array(repeating: [], count: nodes.count)
    best[output.index] = [Candidate(weight: 1, edge: nil, rank: 0)]
    for node in topologicalOrder.reversed() where node != output {
      var candidates: [Candidate] = []
      for edge in outgoing[node.index] {
        let size = magnitude(edge)
        for (rank, tail) in best[edges[edge.index].to.index].enumerated() {
          candidates.append(Candidate(weight: size * tail.weight, edge: edge, rank: rank))
        }
      }
      let ranked = candidates.enumerated().sorted {
        $0.element.weight != $1.element.weight
          ? $0.element.weight > $1.element.weight : $0.offset < $1.offset
      }
      best[node.index] = ranked.prefix(limit).map(\.element)
    }
    return best[input.index].indices.map { rank in
      var trail: [FigureEdgeID] = []
      var (node, rank) = (input, rank)
      while let edge = best[node.index][rank].edge {
        trail.append(edge)
        rank = best[node.index][rank].rank
        node = edges[edge.index].to
      }
      return path(along: trail, from: input)
    }
  }

  private func path(along trail: [FigureEdgeID], from input: FigureNodeID) -> FigurePath {
    FigurePath(nodes: [input] + trail.map { edges[$0.index].to }, edges: trail)
  }
}
