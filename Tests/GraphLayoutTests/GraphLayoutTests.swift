import ChainGeometry
import GraphLayout
import Testing

struct GraphLayoutTests {
  @Test func emptyGraphIsAnEmptyDrawing() throws {
    let drawing = try layOut(LayoutGraph())
    #expect(drawing == GraphDrawing(size: Size(width: 0, height: 0), nodes: [], edges: []))
  }

  @Test func oneNodeFillsTheDrawing() throws {
    let drawing = try layOut(LayoutGraph(nodes: [.box(61, 33)]))
    #expect(drawing.size == Size(width: 61, height: 33))
    #expect(drawing.nodes == [Rectangle(minX: 0, minY: 0, maxX: 61, maxY: 33)])
  }

  @Test func partsWithoutConnectionStandApart() throws {
    let drawing = try layOut(
      LayoutGraph(
        nodes: [.box(40, 30), .box(40, 30), .box(40, 30), .box(40, 30), .box(40, 30)],
        edges: [.labelled(0, 1), .labelled(2, 3)]))
    for (index, node) in drawing.nodes.enumerated() {
      #expect(!drawing.nodes[..<index].contains { $0.intersects(node) })
    }
  }

  @Test func everythingLiesWithinTheSize() throws {
    for seed in UInt64(1)...20 {
      let drawing = try layOut(randomGraph(seed: seed))
      let points = drawing.edges.flatMap { $0.curves.joined() + $0.arrowhead }
      let boxes = drawing.nodes + drawing.edges.compactMap(\.labelBox)
      let corners = boxes.flatMap {
        [Point(x: $0.minX, y: $0.minY), Point(x: $0.maxX, y: $0.maxY)]
      }
      for point in points + corners {
        #expect((0...drawing.size.width).contains(point.x))
        #expect((0...drawing.size.height).contains(point.y))
      }
    }
  }

  @Test func interleavedGraphsDoNotInfluenceEachOther() throws {
    let first = try (UInt64(1)...8).map { try layOut(randomGraph(seed: $0)) }
    for seed in (UInt64(1)...8).reversed() {
      #expect(try layOut(randomGraph(seed: seed)) == first[Int(seed) - 1])
    }
  }

  @Test func callsFromSeveralTasksWaitForEachOther() async throws {
    let expected = try layOut(diamond())
    try await withThrowingTaskGroup(of: GraphDrawing.self) { group in
      for _ in 0..<40 {
        group.addTask { try layOut(diamond()) }
      }
      for try await drawing in group {
        #expect(drawing == expected)
      }
    }
  }

  @Test func manyLayoutsKeepMemoryFlat() throws {
    for _ in 0..<200 {
      _ = try layOut(diamond())
    }
    // A leaked drawing a layout comes to 20 MB in every round; what tests that run meanwhile
    // allocate does not, so the quietest round tells.
    var leastGrowth = Int.max
    for _ in 0..<5 where leastGrowth >= 16_000 {
      let before = residentKilobytes()
      for _ in 0..<1_000 {
        _ = try layOut(diamond())
      }
      leastGrowth = min(leastGrowth, residentKilobytes() - before)
    }
    #expect(leastGrowth < 16_000)
  }

  @Test func longChainNeedsNoDeepStack() throws {
    let drawing = try layOut(
      LayoutGraph(
        nodes: (0..<1_200).map { _ in .box(20, 20) }, edges: (0..<1_199).map { .arrow($0, $0 + 1) })
    )
    #expect(drawing.nodes.count == 1_200)
  }

  @Test func versionIsThatOfTheLibrary() throws {
    #expect(try graphvizVersion().split(separator: ".").count >= 2)
  }
}
