import ChainGeometry
import MathTypesetting
import Testing

@Suite struct FencedTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  private func fenced(
    _ left: Unicode.Scalar?, _ body: Formula, _ right: Unicode.Scalar?
  ) -> MathLayout {
    font.layout(.fenced(left: left, body: body, right: right), style: .display)
  }

  private let half = Formula.fraction(numerator: .number("1"), denominator: .number("2"))

  @Test func aLowBodyGetsThePlainDelimiters() {
    let plain = font.layout(
      .row([.open("("), .identifier("x"), .close(")")]), style: .display)
    let layout = fenced("(", .identifier("x"), ")")
    #expect(Set(layout.glyphs.map(\.scalar)) == Set(plain.glyphs.map(\.scalar)))
    #expect(abs(layout.width - plain.width) < 0.1 && layout.assemblies.isEmpty)
  }

  @Test func anOpenSideHasTheWidthOfTeXsNullDelimiter() {
    let body = font.layout(half, style: .display)
    let both = fenced("(", half, ")")
    let one = fenced("(", half, nil)
    let none = fenced(nil, half, nil)
    #expect(abs(none.width - (body.width + 0.24)) < 1e-9)
    #expect(abs(both.width + none.width - 2 * one.width) < 1e-9)
  }

  /// Rule 19: delimiters are centred on the axis, whether or not the body is.
  @Test func delimitersAreCentredOnTheAxis() throws {
    let deep = Formula.scripts(base: half, sub: half, sup: nil)
    let layout = fenced("(", deep, ")")
    let bracket = try #require(layout.glyphs.first { $0.scalar == "(" })
    let ys = font.outline(of: bracket.glyph).path.segments.flatMap { segment -> [Double] in
      switch segment {
      case .move(let end), .line(let end): [end.y]
      case .cubic(let first, let second, let end): [first.y, second.y, end.y]
      case .close: []
      }
    }
    let middle = ((ys.max() ?? 0) + (ys.min() ?? 0)) / 2000
    #expect(abs(bracket.y + middle - 0.25) < 0.02)
  }

  @Test func whatLeansOutDoesNotTouchTheRightDelimiter() throws {
    let layout = fenced("(", .identifier("f"), ")")
    let close = try #require(layout.glyphs.last)
    let letter = font.layout(.identifier("f"))
    let opening = font.layout(.open("("), style: .display).width
    #expect(close.x > opening + letter.width + 0.05)
  }
}
