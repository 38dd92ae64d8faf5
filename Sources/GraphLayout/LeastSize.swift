package import ChainGeometry

extension LayoutGraph {
  /// A size below which no layout falls, known without one; linear in the graph, whose edges must
  /// join nodes that there are.
  ///
  /// Along the direction that of the longest chain of nodes and labels. Besides, what lies on a
  /// chain of the most arrows has its rank: a figure is as long as the longest of each rank
  /// together, and as broad as all in one, inputs that share the first included.
  package var leastSize: Size {
    let acyclic = AcyclicGraph(self)
    let chain = longestChain(acyclic)
    let ranks = certainRanks(acyclic)
    let gaps = rankSeparation * Double(max(0, ranks.filter { !$0.isEmpty }.count - 1))
    let along = ranks.reduce(gaps) { $0 + ($1.map(length).max() ?? 0) }
    let across = ranks.map { rank in
      rank.reduce(nodeSeparation * Double(rank.count - 1)) { $0 + breadth($1) }
    }
    let broadest = nodes.map { breadth($0.size) }.max() ?? 0
    let size = Size(width: max(chain, along), height: max(broadest, across.max() ?? 0))
    return isAlongWidth ? size : Size(width: size.height, height: size.width)
  }

  private var isAlongWidth: Bool { direction == .right || direction == .left }
  private func length(_ size: Size) -> Double { isAlongWidth ? size.width : size.height }
  private func breadth(_ size: Size) -> Double { isAlongWidth ? size.height : size.width }

  private func longestChain(_ acyclic: AcyclicGraph) -> Double {
    var ends = nodes.map { length($0.size) }
    for node in acyclic.order {
      for index in acyclic.outgoing[node] {
        let head = acyclic.arcs[index].head
        let label = edges[index].label.map { length($0) + rankSeparation } ?? 0
        let start = ends[node] + rankSeparation + label
        ends[head] = max(ends[head], start + length(nodes[head].size))
      }
    }
    return ends.max() ?? 0
  }

  /// The sizes in each rank, those of labels between those of nodes, as far as they are certain.
  private func certainRanks(_ acyclic: AcyclicGraph) -> [[Size]] {
    let levels = acyclic.levels
    let heights = acyclic.backwards.levels
    let last = levels.max() ?? 0
    func isCertain(_ node: Int) -> Bool { levels[node] + heights[node] == last }
    var ranks = [[Size]](repeating: [], count: 2 * last + 1)
    for (index, node) in nodes.enumerated() {
      if isCertain(index) {
        ranks[2 * levels[index]].append(node.size)
      } else if node.rank == .first, acyclic.incoming[index].isEmpty {
        ranks[0].append(node.size)
      }
    }
    for (arc, edge) in zip(acyclic.arcs, edges) {
      guard let label = edge.label, isCertain(arc.tail), isCertain(arc.head),
        levels[arc.head] == levels[arc.tail] + 1
      else { continue }
      ranks[2 * levels[arc.tail] + 1].append(label)
    }
    return ranks
  }
}
