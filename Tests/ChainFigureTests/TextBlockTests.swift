import ChainFigure
import ChainGeometry
import ChainScene
import Testing

@Suite struct TextBlockTests {
  private func noteLines(_ caption: String, _ profile: Profile = .slide) throws -> [[PlacedFormula]]
  {
    let (scene, _) = try drawn(
      Sample.twoPaths.derivation, header: FigureHeader(caption: caption)
    ) { $0.profile = profile }
    let formulas = scene.groups(.note).flatMap { $0.elements.flatMap(\.formulas) }
    let lines = Dictionary(grouping: formulas) { ($0.origin.y * 10).rounded() }
    return lines.sorted { $0.key < $1.key }.map(\.value)
  }

  @Test func linesStandBelowEachOther() throws {
    let lines = try noteLines(String(repeating: "many words ", count: 30))
    #expect(lines.count >= 3)
    for (above, below) in zip(lines, lines.dropFirst()) {
      let (bottom, top) = (above.map(\.bounds.maxY).max() ?? 0, below.map(\.bounds.minY).min() ?? 0)
      #expect(bottom <= top)
    }
  }

  @Test func shortTextIsOneLineMore() throws {
    let (none, one) = (try noteLines(""), try noteLines("one line"))
    #expect(none.count <= 1 && one.count == 1)
  }
}
