import MathTypesetting
import Testing

/// Gap, bar and room beyond it are 0.12, 0.04 and 0.04 em in Latin Modern Math.
@Suite struct BarsTests {
  private let font: MathFont
  private let body = Formula.row([.identifier("g"), .identifier("h")])

  init() throws {
    font = try MathFont.load()
  }

  @Test func anOverbarLiesAboveItsBody() throws {
    let (alone, barred) = (font.layout(body), font.layout(.overbar(body)))
    let bar = try #require(barred.rules.first)
    #expect(abs(bar.y - (alone.height + 0.12)) < 1e-9)
    #expect(abs(bar.height - 0.04) < 1e-9 && bar.width == alone.width && bar.x == 0)
    #expect(abs(barred.height - (alone.height + 0.2)) < 1e-9)
    #expect(barred.depth == alone.depth && barred.rules.count == 1)
  }

  @Test func anUnderbarHangsBelowItsBody() throws {
    let (alone, barred) = (font.layout(body), font.layout(.underbar(body)))
    let bar = try #require(barred.rules.first)
    #expect(abs(bar.y + bar.height + alone.depth + 0.12) < 1e-9)
    #expect(abs(barred.depth - (alone.depth + 0.2)) < 1e-9)
    #expect(barred.height == alone.height)
  }

  /// Under a bar superscripts are kept low: rule 9 sets the body cramped, rule 10 does not.
  @Test func onlyTheOverbarCrampsItsBody() throws {
    let square = Formula.superscript(.identifier("x"), .number("2"))
    func rise(_ formula: Formula) throws -> Double {
      try #require(font.layout(formula).glyphs.last).y
    }
    #expect(try rise(.overbar(square)) < rise(square))
    #expect(try rise(.underbar(square)) == rise(square))
  }

  @Test func inScriptsTheBarIsThinner() throws {
    let script = font.layout(.superscript(.identifier("x"), .overbar(.identifier("y"))))
    #expect(abs(try #require(script.rules.first).height - 0.7 * 0.04) < 1e-9)
  }
}
