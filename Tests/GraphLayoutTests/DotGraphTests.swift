import ChainGeometry
import GraphLayout
import Testing

/// What a graph is to dot, seen in what comes back.
@Suite struct DotGraphTests {
  @Test func plainStrandsDoNotLieOnEachOther() throws {
    let drawing = try layOut(
      LayoutGraph(
        nodes: [.box(30, 30), .box(30, 30)], edges: [.arrow(0, 1), .arrow(0, 1), .arrow(0, 1)]))
    let middles = drawing.edges.map { edge -> Double in
      let points = edge.curves.joined().filter { $0.x > 35 }
      return points.map(\.y).reduce(0, +) / Double(max(1, points.count))
    }.sorted()
    #expect(zip(middles, middles.dropFirst()).allSatisfy { $1 - $0 > 2 })
  }

  @Test func labelledStrandsEachHaveTheirBox() throws {
    let drawing = try layOut(
      LayoutGraph(
        nodes: [.box(30, 30), .box(30, 30)],
        edges: [.labelled(0, 1), .labelled(0, 1), .labelled(0, 1)]))
    let boxes = drawing.edges.compactMap(\.labelBox)
    #expect(boxes.count == 3)
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[..<index].contains { $0.intersects(box) })
    }
  }

  @Test func aLoopComesBackToItsNode() throws {
    let drawing = try layOut(
      LayoutGraph(nodes: [.box(40, 30), .box(40, 30)], edges: [.labelled(0, 0), .labelled(0, 1)]))
    let (loop, node) = (drawing.edges[0], drawing.nodes[0])
    let box = try #require(loop.labelBox)
    #expect(!box.intersects(node) && loop.curves.count == 2)
  }

  @Test func cyclesAreDrawn() throws {
    let drawing = try layOut(
      LayoutGraph(
        nodes: [.box(30, 20), .box(30, 20), .box(30, 20)],
        edges: [.arrow(0, 1), .arrow(1, 2), .arrow(2, 0)]))
    #expect(drawing.edges.allSatisfy { !$0.curves.isEmpty && $0.arrowhead.count >= 3 })
  }
}
