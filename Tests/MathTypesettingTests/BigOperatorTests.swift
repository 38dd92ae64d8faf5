import ChainGeometry
import MathTypesetting
import Testing

@Suite struct BigOperatorTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  private func sum(_ style: MathStyle) -> MathLayout {
    font.layout(
      .bigOperator("∑", lower: .identifier("i"), upper: .identifier("n")), style: style)
  }

  /// The axis is 0.25 em above the baseline.
  @Test(arguments: ["∑", "∏", "∫"] as [Unicode.Scalar])
  func theSignIsCentredOnTheAxis(sign: Unicode.Scalar) {
    for style in [MathStyle.display, .text] {
      let layout = font.layout(.bigOperator(sign, lower: nil, upper: nil), style: style)
      #expect(abs((layout.ink.maxY + layout.ink.minY) / 2 - 0.25) < 1e-3)
    }
  }

  @Test func theSignIsLargerInDisplays() {
    let sign = Formula.bigOperator("∑", lower: nil, upper: nil)
    let display = font.layout(sign, style: .display)
    #expect(display.ink.height >= 1.3)
    #expect(font.layout(sign, style: .text).ink.height < display.ink.height)
  }

  @Test func limitsStandAboveAndBelowInDisplaysAlone() throws {
    let display = sum(.display).glyphs
    let sign = try #require(display.first { $0.scalar == "∑" })
    let lower = try #require(display.first { $0.scalar == "i" })
    let upper = try #require(display.first { $0.scalar == "n" })
    #expect(lower.y < sign.y - 0.6 && upper.y > sign.y + 0.6)
    #expect(lower.x < sign.x + 1 && upper.x < sign.x + 1)
    let text = sum(.text)
    let textLower = try #require(text.glyphs.first { $0.scalar == "i" })
    #expect(textLower.x > font.layout(.bigOperator("∑", lower: nil, upper: nil)).width - 0.01)
    #expect(text.height < sum(.display).height)
  }

  /// Both are at least 0.2 em from the sign above and 0.167 em below, by Latin Modern's table.
  @Test func limitsKeepTheirDistance() throws {
    let layout = sum(.display)
    let alone = font.layout(.bigOperator("∑", lower: nil, upper: nil), style: .display)
    let (lower, upper) = (
      try #require(layout.glyphs.first { $0.scalar == "i" }),
      try #require(layout.glyphs.first { $0.scalar == "n" })
    )
    let letter = font.layout(.identifier("i"), style: .script)
    #expect(upper.y >= alone.height + 0.2 - 1e-9)
    #expect(-lower.y >= alone.depth + 0.167 + letter.height - 1e-9)
    #expect(-lower.y >= alone.depth + 0.6 - 1e-9)
  }

  @Test func integralsKeepTheirLimitsBeside() throws {
    let layout = font.layout(
      .bigOperator("∫", lower: .number("0"), upper: .number("1")), style: .display)
    let sign = font.layout(.bigOperator("∫", lower: nil, upper: nil), style: .display)
    let (lower, upper) = (
      try #require(layout.glyphs.first { $0.scalar == "0" }),
      try #require(layout.glyphs.first { $0.scalar == "1" })
    )
    #expect(lower.x > 0 && upper.x > lower.x)
    #expect(layout.width > sign.width)
  }

  @Test(arguments: ["max", "lim", "det"])
  func functionsThatRangeTakeLimits(name: String) throws {
    let ranging = Formula.scripts(base: .function(name), sub: .identifier("x"), sup: nil)
    let display = font.layout(ranging, style: .display)
    #expect(display.width == font.layout(.function(name), style: .display).width)
    let sine = Formula.scripts(base: .function("sin"), sub: .identifier("x"), sup: nil)
    #expect(font.layout(sine, style: .display).width > font.layout(.function("sin")).width)
  }
}
