import ChainGeometry
import GraphLayout
import Testing

/// Inputs on which Graphviz would crash, hang or draw garbage are refused beforehand.
struct LayoutCostTests {
  @Test(arguments: [Double.nan, .infinity, -.infinity, -1, 20_001, 1e300])
  func impossibleSizesAreRefused(value: Double) {
    var graphs = [diamond(), diamond(), diamond(), diamond(), diamond()]
    graphs[0].nodes[1].size.width = value
    graphs[1].nodes[1].size.height = value
    graphs[2].edges[1].label = Size(width: 10, height: value)
    graphs[3].nodeSeparation = value
    graphs[4].rankSeparation = value
    for graph in graphs {
      #expect {
        try layOut(graph)
      } throws: { error in
        guard case LayoutError.impossibleSize(_, 20_000) = error else { return false }
        return true
      }
    }
  }

  @Test func sizesOfNothingAreAllowed() throws {
    var graph = diamond()
    graph.nodes[1].size = Size(width: 0, height: 0)
    graph.edges[0].label = Size(width: 0, height: 0)
    #expect(try layOut(graph).nodes[1].size == Size(width: 1, height: 1))
  }

  @Test func edgesToNowhereAreRefused() {
    var graph = diamond()
    graph.edges.append(.arrow(0, 4))
    #expect(throws: LayoutError.missingNode(edge: 4, node: 4)) { try layOut(graph) }
    graph.edges[4] = .arrow(-1, 0)
    #expect(throws: LayoutError.missingNode(edge: 4, node: -1)) { try layOut(graph) }
  }

  @Test func tooManySpannedRanksAreRefused() {
    // 60 nodes, each pair joined: the spans sum to 60 · 59 · 61 / 6, twice that with labels.
    var graph = LayoutGraph(nodes: (0..<60).map { _ in .box(20, 20) })
    for to in 1..<60 {
      graph.edges += (0..<to).map { .labelled($0, to) }
    }
    #expect(throws: LayoutError.tooLarge(rankSpans: 71_980, limit: 5_000)) { try layOut(graph) }
  }

  @Test func tooManyNodesAreRefused() {
    let graph = LayoutGraph(nodes: (0..<100_000).map { _ in .box(20, 20) })
    #expect(throws: LayoutError.tooLarge(rankSpans: 100_000, limit: 5_000)) { try layOut(graph) }
  }

  @Test func deepGraphsWithSkippingEdgesAreRefused() {
    var graph = LayoutGraph(nodes: (0..<241).map { _ in .box(20, 20) })
    graph.edges = (0..<240).map { .labelled($0, $0 + 1) } + [.labelled(0, 240)]
    #expect(throws: LayoutError.tooDeep(ranks: 482, limit: 480)) { try layOut(graph) }
  }

  @Test func aChainOfVeryManyRanksIsLaidOut() throws {
    let graph = LayoutGraph(
      nodes: (0..<900).map { _ in .box(20, 20) }, edges: (0..<899).map { .labelled($0, $0 + 1) })
    let drawing = try layOut(graph)
    #expect(drawing.edges.allSatisfy { $0.labelBox?.size == Size(width: 60, height: 24) })
    #expect(drawing.warnings == [])
  }

  @Test func errorsSayWhatIsWrong() {
    #expect(
      "\(LayoutError.tooLarge(rankSpans: 6_000, limit: 5_000))"
        == "the graph is too large to lay out: its edges span 6000 ranks, the limit is 5000")
    #expect("\(LayoutError.graphviz("bad label"))" == "Graphviz failed: bad label")
  }
}
