import ChainGeometry
import GraphLayout
import Testing

/// Whether an edge begins at one node, ends with its arrowhead at the other, and consists of curves
/// that follow each other.
func expectArrow(
  _ edge: GraphDrawing.Edge, from start: Rectangle, to end: Rectangle,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let first = edge.curves.first?.first ?? Point(x: .nan, y: .nan)
  #expect(start.insetBy(-1).covers(first), sourceLocation: sourceLocation)
  #expect(
    edge.arrowhead.contains { end.insetBy(-1).covers($0) }, sourceLocation: sourceLocation)
  for curve in edge.curves {
    #expect(curve.count >= 4 && curve.count % 3 == 1, sourceLocation: sourceLocation)
  }
  let last = edge.curves.last?.last ?? Point(x: .nan, y: .nan)
  let reach = edge.arrowhead.map { max(abs($0.x - last.x), abs($0.y - last.y)) }.min()
  #expect(reach.map { $0 < 4 } ?? false, sourceLocation: sourceLocation)
}

extension Rectangle {
  func covers(_ point: Point) -> Bool {
    (minX...maxX).contains(point.x) && (minY...maxY).contains(point.y)
  }
}

struct DrawingAssemblyTests {
  @Test func sizesAreThoseAskedForRoundedUp() throws {
    var graph = diamond()
    graph.nodes[0].size = Size(width: 40.2, height: 29.9)
    graph.nodes[1].size = Size(width: 61, height: 33)
    graph.edges[2].label = Size(width: 33.01, height: 14)
    let drawing = try layOut(graph)
    #expect(drawing.nodes[0].size == Size(width: 41, height: 30))
    #expect(drawing.nodes[1].size == Size(width: 61, height: 33))
    #expect(drawing.edges[2].labelBox?.size == Size(width: 34, height: 14))
  }

  @Test(arguments: UInt64(300)...330)
  func everyArrowJoinsItsNodes(seed: UInt64) throws {
    let graph = randomGraph(seed: seed)
    let drawing = try layOut(graph)
    for (edge, drawn) in zip(graph.edges, drawing.edges) {
      expectArrow(drawn, from: drawing.nodes[edge.from.value], to: drawing.nodes[edge.to.value])
      #expect((drawn.labelBox == nil) == (edge.label == nil))
    }
  }

  @Test(arguments: LayoutGraph.Direction.allCases)
  func theLabelInterruptsItsArrow(direction: LayoutGraph.Direction) throws {
    for edge in try layOut(diamond(direction)).edges {
      let box = try #require(edge.labelBox)
      #expect(edge.curves.count == 2)
      let ends = [edge.curves[0].last, edge.curves[1].first].compactMap { $0 }
      for end in ends {
        let isBeside =
          [.right, .left].contains(direction)
          ? abs(end.y - box.center.y) < 0.5 && min(abs(end.x - box.minX), abs(end.x - box.maxX)) < 1
          : abs(end.x - box.center.x) < 0.5 && min(abs(end.y - box.minY), abs(end.y - box.maxY)) < 1
        #expect(isBeside)
      }
    }
  }

  @Test func plainStrandsAreOneCurveEach() throws {
    let drawing = try layOut(
      LayoutGraph(
        nodes: [.box(40, 30), .box(40, 30)], edges: [.arrow(0, 1), .arrow(0, 1), .arrow(0, 1)]))
    #expect(drawing.edges.map(\.curves.count) == [1, 1, 1])
    #expect(Set(drawing.edges.map(\.curves)).count == 3)
  }
}
