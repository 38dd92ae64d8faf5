import ChainGeometry
import GraphLayout
import Testing

struct RankingTests {
  @Test(arguments: LayoutGraph.Direction.allCases)
  func arrowsPointWhereTheDirectionSays(direction: LayoutGraph.Direction) throws {
    let drawing = try layOut(diamond(direction))
    let (start, end) = (drawing.nodes[0], drawing.nodes[3])
    switch direction {
    case .right: #expect(start.maxX < end.minX)
    case .left: #expect(end.maxX < start.minX)
    case .down: #expect(start.maxY < end.minY)
    case .up: #expect(end.maxY < start.minY)
    }
  }

  @Test(arguments: LayoutGraph.Direction.allCases)
  func diamondIsSymmetric(direction: LayoutGraph.Direction) throws {
    let nodes = try layOut(diamond(direction)).nodes.map(\.center)
    let isAcross = [.right, .left].contains(direction)
    let across = nodes.map { isAcross ? $0.y : $0.x }
    #expect(abs(across[0] - (across[1] + across[2]) / 2) <= 1)
    #expect(abs(across[3] - (across[1] + across[2]) / 2) <= 1)
  }

  @Test(arguments: [LayoutGraph.Direction.right, .down])
  func mainChainIsStraight(direction: LayoutGraph.Direction) throws {
    let drawing = try layOut(
      LayoutGraph(
        direction: direction,
        nodes: (0..<6).map { _ in .box(50, 30) } + [.box(40, 30), .box(40, 30)],
        edges: (0..<5).map { .labelled($0, $0 + 1) }
          + [.labelled(6, 2), .labelled(7, 4), .labelled(1, 4)]))
    let places = drawing.nodes[..<6].map(\.center).map { direction == .right ? $0.y : $0.x }
    #expect(places.allSatisfy { abs($0 - places[0]) <= 0.5 })
  }

  @Test func firstAndLastNodesShareARank() throws {
    // Node 4 would stand before the inputs: its way to the output is longer.
    let drawing = try layOut(
      LayoutGraph(
        nodes: [
          .box(30, 30, .first), .box(30, 30, .first), .box(30, 30, .last), .box(30, 30, .last),
          .box(30, 30), .box(30, 30), .box(30, 30),
        ],
        edges: [
          .labelled(0, 2), .labelled(1, 3), .labelled(4, 5), .labelled(5, 6), .labelled(6, 3),
        ]))
    let places = drawing.nodes.map(\.center.x)
    #expect(places[0] == places[1])
    #expect(places[2] == places[3])
    #expect(places.allSatisfy { places[0] <= $0 && $0 <= places[2] })
  }

  @Test func nothingStandsOutsideOfFirstAndLastRank() throws {
    for seed in UInt64(1)...60 {
      var graph = randomGraph(seed: seed)
      graph.direction = .right
      let places = try layOut(graph).nodes.map(\.center.x)
      for (node, place) in zip(graph.nodes, places) where node.rank == .first {
        #expect(place == places.min(), "seed \(seed)")
      }
    }
  }

  @Test func aParameterStandsNextToWhatItFeeds() throws {
    let drawing = try layOut(
      LayoutGraph(
        nodes: [
          .box(30, 30, .first), .box(30, 30), .box(30, 30), .box(30, 30, .last), .box(30, 30),
        ],
        edges: [.labelled(0, 1), .labelled(1, 2), .labelled(2, 3), .labelled(4, 3)]))
    #expect(drawing.nodes[4].center.x == drawing.nodes[2].center.x)
  }

  @Test func wishesThatCannotBeFulfilledAreDropped() throws {
    let drawing = try layOut(
      LayoutGraph(
        nodes: [.box(30, 30, .last), .box(30, 30, .first)], edges: [.labelled(0, 1)]))
    #expect(drawing.nodes[0].maxX < drawing.nodes[1].minX)
  }
}
