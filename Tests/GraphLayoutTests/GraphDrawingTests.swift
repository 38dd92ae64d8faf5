import ChainGeometry
import GraphLayout
import Testing

@Suite struct GraphDrawingTests {
  @Test func boxesAreOfTheSizesAskedForInWholePoints() throws {
    let drawing = try layOut(diamond())
    #expect(drawing.nodes.map(\.width) == [40, 60, 60, 80])
    let odd = try layOut(
      LayoutGraph(
        nodes: [.box(40.2, 29.5), .box(10, 10)], edges: [.labelled(0, 1, 30.1, 12.7)]))
    #expect(odd.nodes[0].width == 41 && odd.nodes[0].height == 30)
    let label = try #require(odd.edges[0].labelBox)
    #expect(label.width >= 30.1 && label.height >= 12.7)
  }

  @Test func curvesAreBeziersInTheDirectionOfTheArrow() throws {
    for edge in try layOut(diamond()).edges {
      #expect(edge.curves.allSatisfy { $0.count % 3 == 1 && $0.count >= 4 })
      let (start, end) = (
        try #require(edge.curves.first?.first), try #require(edge.curves.last?.last)
      )
      #expect(start.x < end.x)
    }
  }

  @Test func aLabelInterruptsItsArrow() throws {
    let edge = try layOut(diamond()).edges[0]
    let box = try #require(edge.labelBox)
    #expect(edge.curves.count == 2)
    #expect(abs((edge.curves[0].last?.x ?? 0) - box.minX) < 1.5)
    #expect(abs((edge.curves[1].first?.x ?? 0) - box.maxX) < 1.5)
    let plain = try layOut(LayoutGraph(nodes: [.box(9, 9), .box(9, 9)], edges: [.arrow(0, 1)]))
    #expect(plain.edges[0].curves.count == 1 && plain.edges[0].labelBox == nil)
  }

  @Test func theTipTouchesItsNode() throws {
    let drawing = try layOut(diamond())
    for (edge, target) in zip(drawing.edges, [1, 2, 3, 3]) {
      let node = drawing.nodes[target]
      let distances = edge.arrowhead.map { point in
        max(node.minX - point.x, point.x - node.maxX, node.minY - point.y, point.y - node.maxY)
      }
      #expect(abs(try #require(distances.min())) < 1.5)
    }
  }
}
