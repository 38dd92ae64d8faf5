import ChainGeometry
import GraphLayout
import Testing

struct AcyclicGraphTests {
  @Test func aCycleKeepsItsArrows() throws {
    let graph = LayoutGraph(
      nodes: [.box(40, 30), .box(40, 30), .box(40, 30)],
      edges: [.labelled(0, 1), .labelled(1, 2), .labelled(2, 0), .arrow(2, 0)])
    let drawing = try layOut(graph)
    for (edge, drawn) in zip(graph.edges, drawing.edges) {
      expectArrow(drawn, from: drawing.nodes[edge.from.value], to: drawing.nodes[edge.to.value])
    }
  }

  @Test(arguments: LayoutGraph.Direction.allCases)
  func selfLoopsLeaveAndEnterTheirNode(direction: LayoutGraph.Direction) throws {
    let drawing = try layOut(
      LayoutGraph(
        direction: direction, nodes: [.box(40, 30), .box(40, 30)],
        edges: [.labelled(0, 1), .labelled(0, 0), .arrow(1, 1)]))
    expectArrow(drawing.edges[1], from: drawing.nodes[0], to: drawing.nodes[0])
    expectArrow(drawing.edges[2], from: drawing.nodes[1], to: drawing.nodes[1])
    #expect(drawing.edges[1].labelBox?.size == Size(width: 60, height: 24))
  }

  @Test func aRingOfAThousandNodesEnds() throws {
    #expect(throws: LayoutError.tooDeep(ranks: 1_000, limit: 480)) {
      try layOut(
        LayoutGraph(
          nodes: (0..<1_000).map { _ in .box(20, 20) },
          edges: (0..<1_000).map { .arrow($0, ($0 + 1) % 1_000) }))
    }
  }
}
