import ChainGeometry

/// Places the nodes, arrows and labels of a graph.
///
/// Nodes of rank `first` keep their order. No label meets another label, a node or a foreign
/// arrow: where dot lets them meet, the separations are widened and the graph is laid out anew;
/// should that not help, the drawing carries a warning. Equal graphs give equal drawings. Calls
/// from several threads wait for each other. About 1 ms for a dozen nodes.
package func layOut(_ graph: LayoutGraph) throws(LayoutError) -> GraphDrawing {
  try LayoutCost.checkSizes(graph)
  try LayoutCost.checkEnds(graph)
  guard !graph.nodes.isEmpty else {
    return GraphDrawing(size: Size(width: 0, height: 0), nodes: [], edges: [])
  }
  let ranking = Ranking(graph)
  let cost = LayoutCost(graph, ranking: ranking)
  try cost.check()
  var graph = graph
  var keepsOrder = false
  var remainingWidenings = 4
  while true {
    let session = try GraphvizSession()
    let dot = DotGraph(graph, ranking: ranking, cost: cost, keepsOrder: keepsOrder, in: session)
    var drawing = try GraphDrawing(session.run(), of: dot)
    if !keepsOrder && !drawing.isOrdered(ranking.first, across: graph.direction) {
      keepsOrder = true
      continue
    }
    drawing.spreadTips(for: graph)
    if drawing.isClear(for: graph) { return drawing }
    if remainingWidenings == 0 {
      drawing.warnings.append("labels, boxes and arrows still meet in the widest layout")
      return drawing
    }
    remainingWidenings -= 1
    graph.nodeSeparation = max(4, 1.25 * graph.nodeSeparation)
    graph.rankSeparation = max(4, 1.4 * graph.rankSeparation)
  }
}

/// The version that the loaded Graphviz gives itself.
package func graphvizVersion() throws(LayoutError) -> String {
  try GraphvizSession().version
}
