import ChainGeometry
import GraphLayout
import Testing

@Suite struct LayoutGraphTests {
  /// First and last are wishes that arrows overrule.
  @Test func anArrowOverrulesTheWishToBeFirst() throws {
    let graph = LayoutGraph(
      nodes: [.box(40, 30, .first), .box(40, 30, .first), .box(40, 30)],
      edges: [.labelled(2, 0), .labelled(1, 2)])
    let nodes = try layOut(graph).nodes
    #expect(nodes[1].maxX < nodes[2].minX && nodes[2].maxX < nodes[0].minX)
  }

  @Test func unusedInputsStandAtTheBeginning() throws {
    let graph = LayoutGraph(
      nodes: [.box(40, 30, .first), .box(40, 30, .first), .box(40, 30), .box(40, 30)],
      edges: [.labelled(0, 2), .labelled(2, 3), .labelled(1, 3)])
    let nodes = try layOut(graph).nodes
    #expect(abs(nodes[0].minX - nodes[1].minX) < 1)
  }

  @Test(arguments: LayoutGraph.Direction.allCases)
  func arrowsPointWhereTheyShould(direction: LayoutGraph.Direction) throws {
    let graph = LayoutGraph(
      direction: direction, nodes: [.box(40, 30), .box(40, 30)], edges: [.labelled(0, 1)])
    let (first, second) = (try layOut(graph).nodes[0], try layOut(graph).nodes[1])
    switch direction {
    case .right: #expect(first.maxX < second.minX)
    case .left: #expect(first.minX > second.maxX)
    case .down: #expect(first.maxY < second.minY)
    case .up: #expect(first.minY > second.maxY)
    }
  }

  @Test func separationsAreTheLeastThereIs() throws {
    for separation in [10.0, 40] {
      let graph = LayoutGraph(
        nodes: [.box(40, 30), .box(40, 30), .box(40, 30)], edges: [.arrow(0, 1), .arrow(0, 2)],
        nodeSeparation: separation, rankSeparation: separation)
      let nodes = try layOut(graph).nodes
      let across = max(nodes[1].minY, nodes[2].minY) - min(nodes[1].maxY, nodes[2].maxY)
      #expect(across >= separation - 1 && nodes[1].minX - nodes[0].maxX >= separation - 1)
    }
  }
}
