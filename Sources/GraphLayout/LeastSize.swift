package import ChainGeometry

extension LayoutGraph {
  /// A size below which no layout falls, known without one: along the direction the longest chain
  /// of nodes and labels, across it the inputs, which share a rank; with their separations.
  ///
  /// Linear in the graph, whose edges must join nodes that there are.
  package var leastSize: Size {
    let isAlongWidth = direction == .right || direction == .left
    func length(_ size: Size) -> Double { isAlongWidth ? size.width : size.height }
    func breadth(_ size: Size) -> Double { isAlongWidth ? size.height : size.width }
    let acyclic = AcyclicGraph(self)
    var ends = nodes.map { length($0.size) }
    for node in acyclic.order {
      for index in acyclic.outgoing[node] {
        let head = acyclic.arcs[index].head
        let label = edges[index].label.map { length($0) + rankSeparation } ?? 0
        let start = ends[node] + rankSeparation + label
        ends[head] = max(ends[head], start + length(nodes[head].size))
      }
    }
    let first = nodes.indices.filter { nodes[$0].rank == .first && acyclic.incoming[$0].isEmpty }
    let gaps = nodeSeparation * Double(max(0, first.count - 1))
    let across = max(
      first.reduce(gaps) { $0 + breadth(nodes[$1].size) }, nodes.map { breadth($0.size) }.max() ?? 0
    )
    let along = ends.max() ?? 0
    return isAlongWidth
      ? Size(width: along, height: across) : Size(width: across, height: along)
  }
}
