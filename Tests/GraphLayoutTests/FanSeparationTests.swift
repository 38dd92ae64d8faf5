import ChainGeometry
import GraphLayout
import Testing

struct FanSeparationTests {
  @Test func wideFansGetMoreRoom() throws {
    func gap(arms: Int) throws -> Double {
      let drawing = try layOut(
        LayoutGraph(
          nodes: (0...arms).map { _ in .box(40, 30) }, edges: (1...arms).map { .labelled(0, $0) }))
      let boxes = drawing.edges.compactMap(\.labelBox?.minX)
      return (boxes.min() ?? 0) - drawing.nodes[0].maxX
    }
    #expect(try gap(arms: 2) == 18)
    #expect(try gap(arms: 5) == 21)
    #expect(try gap(arms: 40) == 36)
  }
}
