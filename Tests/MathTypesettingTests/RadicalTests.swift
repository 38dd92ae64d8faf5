import ChainGeometry
import MathTypesetting
import Testing

@Suite struct RadicalTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  private func root(
    _ radicand: Formula, degree: Formula? = nil, _ style: MathStyle = .text
  ) -> MathLayout {
    font.layout(.radical(radicand: radicand, degree: degree), style: style)
  }

  @Test func theBarCoversTheRadicandAlone() throws {
    let layout = root(.identifier("x"))
    let bar = try #require(layout.rules.first)
    let letter = try #require(layout.glyphs.first { $0.scalar == "x" })
    #expect(bar.x == letter.x && bar.width == font.layout(.identifier("x")).width)
    #expect(abs(bar.height - 0.04) < 1e-9)
  }

  /// At least 0.05 em, in displays 0.148.
  @Test func theBarKeepsItsGap() throws {
    let height = font.layout(.identifier("x")).height
    for (style, gap) in [(MathStyle.text, 0.05), (.display, 0.148)] {
      let bar = try #require(root(.identifier("x"), style).rules.first)
      #expect(bar.y >= height + gap - 1e-9)
    }
  }

  @Test func theSignGrowsWithTheRadicand() {
    let tall = Formula.fraction(numerator: .identifier("a"), denominator: .identifier("b"))
    let layout = root(tall, .display)
    let body = font.layout(tall, style: .display)
    #expect(layout.ink.height >= body.height + body.depth + 0.148)
    #expect(layout.depth >= body.depth)
  }

  @Test func theDegreeSitsInTheNookOfTheSign() throws {
    let (plain, cubic) = (root(.identifier("x")), root(.identifier("x"), degree: .number("3")))
    let degree = try #require(cubic.glyphs.first { $0.scalar == "3" })
    #expect(degree.scale == 0.5 && abs(degree.x - 0.278) < 1e-9)
    // 0.6 of the sign above its foot.
    #expect(degree.y > 0)
    #expect(cubic.width >= plain.width && cubic.width < plain.width + 0.3)
  }
}
