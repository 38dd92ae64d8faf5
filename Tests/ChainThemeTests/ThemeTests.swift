import ChainScene
import ChainTheme
import Testing

struct ThemeTests {
  @Test(arguments: ThemeName.allCases)
  func everyTextCanBeRead(name: ThemeName) {
    for pair in name.theme.textPairs {
      #expect(pair.contrast >= 4.5, "\(pair.text) on \(pair.under)")
    }
  }

  @Test(arguments: ThemeName.allCases)
  func pathsStandOutFromTheBackground(name: ThemeName) {
    for color in name.theme.paths { #expect(color.contrast(with: name.theme.background) >= 5) }
  }

  @Test(arguments: ThemeName.allCases)
  func pathsDifferByTheirDashes(name: ThemeName) {
    let theme = name.theme
    #expect(Set(theme.dashes).count >= theme.paths.count)
  }

  @Test func printIsBlackAndGrey() {
    for color in Theme.print.colors {
      #expect(color.red == color.green && color.green == color.blue)
    }
  }

  @Test func aColourOfTheLightThemeBecomesOneOfTheDark() {
    let changes = ThemeName.auto.darkColors
    #expect(Set(changes.map(\.light)).count == changes.count)
    let roles = zip(Theme.light.colors, Theme.dark.colors)
    for (light, dark) in roles { #expect(changes.contains(ColorChange(light: light, dark: dark))) }
    #expect(ThemeName.dark.darkColors.isEmpty)
  }
}
