import MathTypesetting
import Testing

/// The styles that the parts of a formula are set in (TeXbook, chapter 17).
@Suite struct BoxTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  private func scales(_ source: String, _ style: MathStyle) -> [Double] {
    font.layout(readTeX(source).formula, style: style).glyphs.map(\.scale)
  }

  @Test func scriptsShrinkTwiceAndNoFurther() {
    #expect(scales("a^{b^{c^{d}}}", .text) == [1, 0.7, 0.5, 0.5])
    #expect(scales("a_{b_{c}}", .script) == [0.7, 0.5, 0.5])
  }

  @Test func fractionsShrinkByOneStyleEach() {
    #expect(scales(#"\frac{a}{b}"#, .display) == [1, 1])
    #expect(scales(#"\frac{a}{b}"#, .text) == [0.7, 0.7])
    #expect(scales(#"\frac{a}{b}"#, .script) == [0.5, 0.5])
    #expect(scales(#"\frac{a}{b}"#, .scriptScript) == [0.5, 0.5])
    #expect(scales(#"\frac{\frac{a}{b}}{c}"#, .display) == [0.7, 0.7, 1])
  }

  /// In cramped styles superscripts rise 0.289 em rather than 0.363.
  @Test(arguments: [
    ("x^2", 0.363), (#"\sqrt{x^2}"#, 0.289), (#"\overline{x^2}"#, 0.289), (#"\hat{x^2}"#, 0.289),
  ])
  func someKeepSuperscriptsLow(source: String, rise: Double) throws {
    let two = try #require(
      font.layout(readTeX(source).formula, style: .text).glyphs.first { $0.scalar == "2" })
    #expect(abs(two.y - rise) < 1e-9)
  }

  @Test func denominatorsAreCrampedAndNumeratorsAreNot() throws {
    let glyphs = font.layout(readTeX(#"\frac{x^2}{x^3}"#).formula, style: .display).glyphs
    let lines = try ["2", "3"].map { digit -> Double in
      let place = try #require(glyphs.firstIndex { $0.scalar?.description == digit })
      return glyphs[place].y - glyphs[place - 1].y
    }
    #expect(abs(lines[0] - 0.363) < 1e-9 && abs(lines[1] - 0.289) < 1e-9)
  }
}
