import MathTypesetting
import Testing

/// Every distance in one place: what two fonts state is what their layouts show.
@Suite struct MathConstantTests {
  @Test(arguments: [
    ("Latin Modern Math", 0.25, 0.363, 0.247, 0.04),
    ("TeX Gyre Termes Math", 0.25, 0.339, 0.222, 0.052),
  ])
  func layoutsShowTheConstantsOfTheirFont(
    family: String, axis: Double, up: Double, down: Double, rule: Double
  ) throws {
    let font = try MathFont.load(family)
    let scripts = font.layout(readTeX("x^a").formula, style: .text).glyphs
    #expect(abs(scripts[1].y - up) < 1e-9)
    let lower = font.layout(readTeX("x_a").formula, style: .text).glyphs
    #expect(abs(lower[1].y + down) < 1e-9)
    let bar = try #require(font.layout(readTeX(#"\frac ab"#).formula, style: .display).rules.first)
    #expect(abs(bar.y + bar.height / 2 - axis) < 1e-9 && abs(bar.height - rule) < 1e-9)
  }

  @Test func scriptsHaveTheFontsScale() throws {
    for (family, scales) in [
      ("Latin Modern Math", [0.7, 0.5]), ("TeX Gyre Termes Math", [0.74, 0.55]),
    ] {
      let glyphs = try MathFont.load(family).layout(readTeX("a^{b^c}").formula).glyphs
      #expect(Array(glyphs.map(\.scale).dropFirst()) == scales)
    }
  }
}
