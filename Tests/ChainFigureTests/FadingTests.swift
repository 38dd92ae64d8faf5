import ChainFigure
import ChainScene
import ChainTheme
import Testing

@Suite struct FadingTests {
  /// What is faded is still seen: its contrast with the page stays above that of a hairline.
  @Test func fadedInkIsStillSeen() throws {
    for theme in [Theme.light, .dark] {
      let strong = try drawn(.twoPaths) { $0.theme = theme }
      let faded = try drawn(.twoPaths) {
        $0.theme = theme
        $0.highlight = ["1"]
      }
      let colors = Set(faded.formulas.map(\.color)).subtracting(strong.formulas.map(\.color))
      #expect(!colors.isEmpty)
      #expect(colors.allSatisfy { $0.contrast(with: theme.background) > 1.4 })
    }
  }

  @Test func onlyInkFades() throws {
    let plain = try drawn(.twoPaths)
    let faded = try drawn(.twoPaths) { $0.highlight = ["2"] }
    #expect(plain.formulas.map(\.layout) == faded.formulas.map(\.layout))
    #expect(plain.size == faded.size)
  }
}
