import ChainFigure
import ChainGeometry
import ChainScene
import Testing

@Suite struct NodeBoxTests {
  private func shapes(_ sample: Sample) throws -> [String] {
    try drawn(sample).groups(.node).map { group in
      switch group.elements.first {
      case .ellipse: "ellipse"
      case .rectangle(_, let radius, _, _): radius > 0 ? "rounded" : "box"
      case .path, .formula, .group, nil: "other"
      }
    }
  }

  /// Roles are told by shape: inputs are round, what is computed has corners.
  @Test func inputsAreRound() throws {
    let shapes = try shapes(.twoPaths)
    #expect(shapes[0] == "ellipse" && shapes.dropFirst().allSatisfy { $0 != "ellipse" })
  }

  @Test func boxesHoldTheirText() throws {
    for group in try drawn(.twoPaths).groups(.node) {
      let box = try #require(group.elements.first?.frame)
      for formula in group.elements.flatMap(\.formulas) {
        let bounds = formula.bounds
        #expect(box.minX <= bounds.minX + 0.5 && bounds.maxX <= box.maxX + 0.5)
        #expect(box.minY <= bounds.minY + 0.5 && bounds.maxY <= box.maxY + 0.5)
      }
    }
  }

  @Test func derivativesStandAtTheNodesOnRequest() throws {
    let plain = try drawn(.twoPaths).texts(.node).map(\.count)
    let both = try drawn(.twoPaths) { $0.mode = .both }.texts(.node).map(\.count)
    #expect(zip(plain, both).allSatisfy { $0 <= $1 } && both.reduce(0, +) > plain.reduce(0, +))
  }
}
