import MathTypesetting
import Testing

/// Rules 15b, 15d and 15e of the TeXbook with the distances of Latin Modern Math.
@Suite struct FractionTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  private func fraction(_ above: Formula, _ below: Formula, _ style: MathStyle) -> MathLayout {
    font.layout(.fraction(numerator: above, denominator: below), style: style)
  }

  @Test func theBarLiesOnTheAxis() throws {
    for style in [MathStyle.display, .text] {
      let bar = try #require(fraction(.number("1"), .number("2"), style).rules.first)
      #expect(abs(bar.y + bar.height / 2 - 0.25) < 1e-9 && abs(bar.height - 0.04) < 1e-9)
    }
  }

  @Test func lowPartsStandAsFarAsTheFontSays() {
    let display = fraction(.identifier("x"), .identifier("x"), .display).glyphs
    #expect(abs(display[0].y - 0.677) < 1e-9 && abs(display[1].y + 0.686) < 1e-9)
    let text = fraction(.identifier("x"), .identifier("x"), .text).glyphs
    #expect(abs(text[0].y - 0.394) < 1e-9 && abs(text[1].y + 0.345) < 1e-9)
  }

  /// 0.12 em in displays.
  @Test func tallPartsKeepTheirGapToTheBar() throws {
    let inner = Formula.fraction(numerator: .number("1"), denominator: .number("2"))
    let whole = fraction(inner, inner, .display)
    let part = font.layout(inner, style: .text)
    let bar = try #require(whole.rules.first { abs($0.y + $0.height / 2 - 0.25) < 1e-9 })
    let numerator = whole.height - part.height
    #expect(abs(numerator - part.depth - (bar.y + bar.height) - 0.12) < 1e-9)
    let denominator = -(whole.depth - part.depth)
    #expect(abs(bar.y - (denominator + part.height) - 0.12) < 1e-9)
  }

  @Test func theNarrowerPartIsCentred() {
    let wide = Formula.row([.identifier("a"), .binary("+"), .identifier("b")])
    let layout = fraction(.number("1"), wide, .display)
    let one = layout.glyphs[0]
    let width = font.layout(.number("1")).width
    #expect(abs(one.x + width / 2 - layout.width / 2) < 1e-9)
    #expect(abs(layout.width - (font.layout(wide, style: .display).width + 0.24)) < 1e-9)
  }
}
