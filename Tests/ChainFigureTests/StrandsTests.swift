import ChainFigure
import ChainGeometry
import ChainScene
import ChainTheme
import Testing

struct StrandsTests {
  @Test func sharedEdgesAreParallelStrands() throws {
    let shared = try drawn(.tree).groups(.edge)[3]
    let lines = shared.elements.compactMap { element -> [Point]? in
      guard case .path(let path, let stroke?, nil) = element else { return nil }
      return stroke.dash.isEmpty || !stroke.dash.isEmpty ? path.points : nil
    }
    #expect(lines.count == 4, "two strands to the label and two from it")
    for (a, b) in zip(lines[0], lines[2]) {
      let distance = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
      #expect((2...5).contains(distance))
    }
  }

  @Test(arguments: Sample.allCases)
  func everyArrowHasOneHead(sample: Sample) throws {
    for edge in try drawn(sample).groups(.edge) {
      let heads = edge.elements.filter {
        if case .path(_, nil, .some) = $0 { true } else { false }
      }
      #expect(heads.count == 1)
    }
  }

  @Test func labelsAreOpaqueBoxesInTheColorOfTheirEdge() throws {
    for (index, label) in try drawn(.twoPaths).groups(.label).enumerated() {
      guard case .rectangle(_, _, let stroke?, let fill?) = label.elements[0] else {
        Issue.record("a label without a box")
        continue
      }
      #expect(fill == Theme.light.background)
      #expect(stroke.color == Theme.light.paths[index % 2])
    }
  }
}
