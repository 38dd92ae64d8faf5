import ChainGeometry

/// What a layout will cost, estimated before Graphviz is asked, and what follows from it.
struct LayoutCost {
  /// Ranks, those for labels included.
  let ranks: Int
  /// Ranks spanned by all edges; at least the number of nodes, since isolated ones cost as well.
  let rankSpans: Int
  private let hasSkippingEdges: Bool

  /// Beyond it a layout takes more than about five seconds.
  private static let greatestRankSpans = 5_000
  /// Beyond it Graphviz before 2.49 overruns a table of boxes when an edge bends.
  private static let greatestRanks = 480
  /// Greater ones overflow Graphviz's 16-bit edge lengths.
  private static let greatestLength = 20_000.0

  init(_ graph: LayoutGraph, ranking: Ranking) {
    let ranksPerLevel = graph.hasMiddleRanks ? 2 : 1
    ranks = ranksPerLevel * ranking.rankCount
    rankSpans = max(ranksPerLevel * ranking.spanSum, graph.nodes.count)
    hasSkippingEdges = ranking.hasSkippingEdges
  }

  /// dot's `nslimit`, iterations of the network simplex as a multiple of the nodes; unlimited for
  /// graphs of usual size.
  var simplexLimit: String? {
    if rankSpans <= 1_500 { return nil }
    return rankSpans <= 3_000 ? "1" : "0.1"
  }

  func check() throws(LayoutError) {
    if rankSpans > Self.greatestRankSpans {
      throw .tooLarge(rankSpans: rankSpans, limit: Self.greatestRankSpans)
    }
    if hasSkippingEdges && ranks > Self.greatestRanks {
      throw .tooDeep(ranks: ranks, limit: Self.greatestRanks)
    }
  }

  /// Graphviz takes any number and then draws garbage or fails.
  static func checkSizes(_ graph: LayoutGraph) throws(LayoutError) {
    var lengths = [graph.nodeSeparation, graph.rankSeparation]
    lengths += graph.nodes.flatMap { [$0.size.width, $0.size.height] }
    lengths += graph.edges.flatMap { edge in
      edge.label.map { [$0.width, $0.height] } ?? []
    }
    // A comparison with NaN is false as well.
    for length in lengths where !(0...greatestLength).contains(length) {
      throw .impossibleSize(value: length, limit: greatestLength)
    }
  }

  static func checkEnds(_ graph: LayoutGraph) throws(LayoutError) {
    for (index, edge) in graph.edges.enumerated() {
      for node in [edge.from.value, edge.to.value] where !graph.nodes.indices.contains(node) {
        throw .missingNode(edge: index, node: node)
      }
    }
  }
}
