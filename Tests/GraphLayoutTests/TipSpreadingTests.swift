import ChainGeometry
import GraphLayout
import Testing

struct TipSpreadingTests {
  /// Where arrows touch the sides of a box, as places along each side.
  private func tips(of drawing: GraphDrawing, at node: Int) -> [Point] {
    drawing.edges.compactMap { edge in
      guard let end = edge.curves.last?.last else { return nil }
      return edge.arrowhead.max { end.squaredDistance(to: $0) < end.squaredDistance(to: $1) }
    }
  }

  @Test(arguments: LayoutGraph.Direction.allCases)
  func arrowsIntoOneBoxEndApart(direction: LayoutGraph.Direction) throws {
    let arms = 6
    let drawing = try layOut(
      LayoutGraph(
        direction: direction, nodes: (0...arms).map { _ in .box(90, 60) },
        edges: (1...arms).map { .arrow($0, 0) }))
    let tips = tips(of: drawing, at: 0)
    for (index, tip) in tips.enumerated() {
      for other in tips[..<index] { #expect(tip.squaredDistance(to: other) >= 36) }
    }
  }

  @Test func aLoneArrowStaysWhereItWas() throws {
    let drawing = try layOut(
      LayoutGraph(nodes: [.box(40, 30), .box(40, 30)], edges: [.arrow(0, 1)]))
    let tip = try #require(tips(of: drawing, at: 1).first)
    #expect(abs(tip.y - drawing.nodes[1].center.y) < 1e-9)
  }
}

extension Point {
  fileprivate func squaredDistance(to other: Point) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}
