import MathTypesetting
import Testing

/// Rule 18 of the TeXbook with the distances of Latin Modern Math.
@Suite struct ScriptsTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  private func glyphs(_ source: String) -> [PlacedGlyph] {
    font.layout(readTeX(source).formula, style: .text).glyphs
  }

  @Test func scriptsOfALetterStartFromTheBaseline() {
    #expect(abs(glyphs("x^a")[1].y - 0.363) < 1e-9)
    #expect(abs(glyphs("x_a")[1].y + 0.247) < 1e-9)
  }

  @Test func scriptsOfATallNucleusFollowItsEdges() throws {
    let nucleus = Formula.fenced(
      left: "(", body: .fraction(numerator: .identifier("a"), denominator: .identifier("b")),
      right: ")")
    let alone = font.layout(nucleus, style: .display)
    let layout = font.layout(
      .scripts(base: nucleus, sub: .identifier("i"), sup: .number("2")), style: .display)
    let (two, index) = (
      try #require(layout.glyphs.first { $0.scalar == "2" }),
      try #require(layout.glyphs.first { $0.scalar == "i" })
    )
    #expect(abs(two.y - (alone.height - 0.25)) < 1e-9)
    #expect(abs(index.y + alone.depth + 0.2) < 1e-9)
  }

  /// 0.16 em between the lower edge of one and the upper edge of the other.
  @Test func twoScriptsKeepApart() throws {
    let layout = font.layout(readTeX("x^{g}_{h}").formula, style: .text)
    let (upper, lower) = (
      try #require(layout.glyphs.first { $0.scalar == "g" }),
      try #require(layout.glyphs.first { $0.scalar == "h" })
    )
    let depth = font.layout(.identifier("g"), style: .script).depth
    let height = font.layout(.identifier("h"), style: .script).height
    #expect(upper.y - depth - (lower.y + height) >= 0.16 - 1e-9)
  }

  @Test func aSuperscriptClearsTheLeanOfItsLetterAndASubscriptDoesNot() {
    let width = font.layout(.identifier("f")).width
    let (upper, lower) = (glyphs("f^2")[1].x, glyphs("f_2")[1].x)
    #expect(upper > width && lower < upper)
  }

  @Test func spaceAfterScriptsIsTheFonts() {
    let layout = font.layout(readTeX("x^2").formula, style: .text)
    let two = layout.glyphs[1]
    let digit = font.layout(.number("2"), style: .script).width
    #expect(abs(layout.width - (two.x + digit + 0.056)) < 1e-9)
  }
}
