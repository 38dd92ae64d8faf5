import ChainGeometry
import GraphLayout
import Testing

struct LeastSizeTests {
  @Test(arguments: UInt64(1)...300)
  func noLayoutIsSmaller(seed: UInt64) throws {
    let graph = randomGraph(seed: seed)
    let least = graph.leastSize
    let size = try layOut(graph).size
    // Places are rounded to whole points.
    #expect(least.width <= size.width + 1 && least.height <= size.height + 1)
  }

  @Test func aChainIsAsLongAsItsPartsAndInputsStandAboveEachOther() {
    var graph = LayoutGraph(
      nodes: [.box(20, 10, .first), .box(30, 12, .first), .box(40, 14)],
      edges: [.arrow(0, 2), .arrow(1, 2)], nodeSeparation: 5, rankSeparation: 7)
    #expect(graph.leastSize == Size(width: 77, height: 27))
    graph.edges[0].label = Size(width: 50, height: 8)
    #expect(graph.leastSize == Size(width: 134, height: 27))
    graph.direction = .up
    #expect(graph.leastSize == Size(width: 55, height: 48))
  }

  @Test func nothingTakesNoRoom() {
    #expect(LayoutGraph().leastSize == Size(width: 0, height: 0))
  }
}
