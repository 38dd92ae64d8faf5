import ChainFigure
import ChainScene
import ChainTheme
import Testing

/// Each kind of text has its own ink, taken from the theme.
@Suite struct InksTests {
  @Test(arguments: [Theme.light, .dark])
  func allInkIsTheThemes(theme: Theme) throws {
    let known = Set(theme.colors)
    let scene = try drawn(.twoPaths) { $0.theme = theme }
    #expect(scene.formulas.allSatisfy { known.contains($0.color) })
    #expect(scene.background == theme.background)
  }

  @Test func numbersAndFormulasDiffer() throws {
    let scene = try drawn(.twoPaths)
    let label = try #require(scene.groups(.label).first)
    #expect(Set(label.elements.flatMap(\.formulas).map(\.color)).count >= 2)
  }
}
