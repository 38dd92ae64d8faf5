import ChainFigure
import ChainGeometry
import ChainScene
import MathTypesetting
import Testing

@Suite struct WrappingTests {
  private func texts(_ caption: String, _ profile: Profile) throws -> [String] {
    let (scene, _) = try drawn(
      Sample.twoPaths.derivation, header: FigureHeader(caption: caption)
    ) { $0.profile = profile }
    return scene.groups(.note).flatMap { $0.elements.flatMap(\.formulas) }.map(\.layout.text)
  }

  /// Words are never broken, and none is lost.
  @Test(arguments: Profile.allCases)
  func everyWordIsThere(profile: Profile) throws {
    let words = (1...40).map { "word\($0)" }
    let set = try texts(words.joined(separator: " "), profile).joined(separator: " ")
    let found = set.split(separator: " ").filter { $0.hasPrefix("word") }.map(String.init)
    #expect(found == words)
  }

  @Test(arguments: Profile.allCases)
  func linesStayWithinTheRoom(profile: Profile) throws {
    let caption = (1...40).map { "word\($0)" }.joined(separator: " ")
    let (scene, _) = try drawn(
      Sample.twoPaths.derivation, header: FigureHeader(caption: caption)
    ) { $0.profile = profile }
    for formula in scene.groups(.note).flatMap({ $0.elements.flatMap(\.formulas) }) {
      #expect(formula.bounds.maxX <= scene.size.width)
    }
  }

  @Test func formulasAreNotTornApart() throws {
    let set = try texts("see $a + b + c$ there", .column)
    #expect(set.joined(separator: " ").contains("a + b + c"))
  }
}
