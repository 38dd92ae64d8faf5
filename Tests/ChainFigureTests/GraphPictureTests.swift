import ChainFigure
import ChainGeometry
import ChainScene
import Testing

@Suite struct GraphPictureTests {
  @Test func inputsStandBeforeWhatUsesThem() throws {
    let boxes = try drawn(.twoPaths) { $0.direction = .right }.nodeBoxes
    #expect(boxes.count == 4)
    #expect(boxes[0].maxX < boxes[1].minX && boxes[1].maxX < boxes[3].minX)
  }

  @Test func edgesKnowTheNodesTheyJoin() throws {
    let scene = try drawn(.twoPaths)
    let ends = scene.groups(.edge).compactMap { group -> [Int]? in
      guard case .edge(_, _, let from, let to) = group.subject else { return nil }
      return [from, to]
    }
    #expect(Set(ends) == [[0, 1], [0, 2], [1, 3], [2, 3]])
  }

  @Test func edgesKnowThePathsThatRunAlongThem() throws {
    let paths = try drawn(.twoPaths).groups(.edge).map(\.paths)
    #expect(paths.sorted { ($0.first ?? 0) < ($1.first ?? 0) } == [[1], [1], [2], [2]])
  }

  @Test func everyEdgeIsASentence() throws {
    for group in try drawn(.twoPaths).groups(.edge) { #expect(!group.text.isEmpty) }
  }
}
