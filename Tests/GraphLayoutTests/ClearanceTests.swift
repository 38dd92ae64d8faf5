import ChainGeometry
import GraphLayout
import Testing

/// Formulas keep clear of everything that is not their own, asked of many graphs and checked by
/// means that the layout itself does not use.
struct ClearanceTests {
  @Test(arguments: UInt64(1)...1000)
  func labelsMeetNothingForeign(seed: UInt64) throws {
    let graph = randomGraph(seed: seed)
    let drawing = try layOut(graph)
    #expect(drawing.warnings == [])
    #expect(drawing.nodes.count == graph.nodes.count)
    #expect(drawing.edges.count == graph.edges.count)
    #expect(meetings(in: drawing) == [])
  }

  @Test func parallelStrandsHaveLabelsOfTheirOwn() throws {
    let drawing = try layOut(
      LayoutGraph(
        nodes: [.box(50, 30), .box(50, 30)],
        edges: (0..<6).map { .labelled(0, 1, 40 + 10 * Double($0), 20) }))
    #expect(Set(drawing.edges.compactMap(\.labelBox)).count == 6)
    #expect(meetings(in: drawing) == [])
  }

  @Test func separationsThatAreTooSmallAreWidened() throws {
    var graph = diamond()
    graph.nodeSeparation = 0
    graph.rankSeparation = 0
    let drawing = try layOut(graph)
    #expect(drawing.warnings == [])
    #expect(meetings(in: drawing) == [])
  }

  @Test func inputsKeepTheirOrder() throws {
    for seed in UInt64(1)...60 {
      let graph = randomGraph(seed: seed)
      let drawing = try layOut(graph)
      let places = graph.nodes.indices.filter { graph.nodes[$0].rank == .first }
        .map { drawing.nodes[$0].center }
        .map { [.right, .left].contains(graph.direction) ? $0.y : $0.x }
      #expect(places == places.sorted(), "seed \(seed)")
    }
  }
}

/// What overlaps, in words: labels and nodes exactly, curves at 200 points a piece.
private func meetings(in drawing: GraphDrawing) -> [String] {
  let points = drawing.edges.map { $0.arrowhead + $0.curves.flatMap(sampled) }
  var found: [String] = []
  for (index, edge) in drawing.edges.enumerated() {
    guard let box = edge.labelBox else { continue }
    for (node, other) in drawing.nodes.enumerated() where other.intersects(box) {
      found.append("label \(index) on node \(node)")
    }
    for (other, foreign) in drawing.edges.enumerated() where other != index {
      if let label = foreign.labelBox, other < index, label.intersects(box) {
        found.append("label \(index) on label \(other)")
      }
      for point in points[other]
      where box.minX < point.x && point.x < box.maxX && box.minY < point.y && point.y < box.maxY {
        found.append("edge \(other) through label \(index)")
      }
    }
  }
  return found
}

private func sampled(_ curve: [Point]) -> [Point] {
  var points: [Point] = []
  for start in stride(from: 0, to: curve.count - 3, by: 3) {
    let (a, b, c, d) = (curve[start], curve[start + 1], curve[start + 2], curve[start + 3])
    for step in 0...200 {
      let t = Double(step) / 200
      let s = 1 - t
      let (i, j, k, l) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
      points.append(
        Point(
          x: i * a.x + j * b.x + k * c.x + l * d.x, y: i * a.y + j * b.y + k * c.y + l * d.y))
    }
  }
  return points
}
