import ChainFigure
import ChainScene
import ChainTheme
import MathTypesetting
import Testing

struct HighlightTests {
  /// Whether every line of a group is as strong as the theme has it.
  private func isStrong(_ group: SceneGroup) -> Bool {
    let known = Set(Theme.light.colors)
    return group.elements.flatMap(\.strokes).allSatisfy { known.contains($0.color) }
  }

  @Test func aPathIsStrongByItsNumber() throws {
    let scene = try drawn(.twoPaths) { $0.highlight = ["2"] }
    #expect(scene.groups(.node).map(isStrong) == [true, false, true, true])
    #expect(scene.groups(.edge).map(isStrong) == [false, true, false, true])
    let rows = scene.groups(.panel).map { group in
      group.elements.flatMap(\.formulas).allSatisfy { Theme.light.colors.contains($0.color) }
    }
    #expect(rows == [false, true, true])
  }

  @Test func aNodeIsStrongByItsNameWithItsEdges() throws {
    let scene = try drawn(.twoPaths) { $0.highlight = ["x1"] }
    #expect(scene.groups(.node).map(isStrong) == [false, true, false, false])
    #expect(scene.groups(.edge).map(isStrong) == [true, false, true, false])
  }

  @Test func nothingElseChanges() throws {
    let plain = try drawn(.twoPaths)
    let faded = try drawn(.twoPaths) { $0.highlight = ["1"] }
    #expect(plain.formulas.map(\.origin) == faded.formulas.map(\.origin))
    #expect(plain.description == faded.description)
  }

  @Test func whatIsUnknownIsSaid() throws {
    let (_, warnings) = try drawn(Sample.twoPaths.derivation) { $0.highlight = ["3", "q", "t"] }
    #expect(
      warnings
        == ["3", "q"].map {
          "nothing to highlight is called `\($0)`: paths are 1 to 2, names are t, x₁, x₂, f"
        })
  }

  @Test func fadedColoursHaveTheirOwnOnADarkPage() throws {
    let scene = try drawn(.twoPaths) {
      $0.highlight = ["1"]
      $0.darkColors = ThemeName.auto.darkColors
    }
    let known = Set(scene.darkColors.map(\.light))
    #expect(scene.formulas.allSatisfy { known.contains($0.color) })
    #expect(scene.darkColors.count == known.count)
  }
}
