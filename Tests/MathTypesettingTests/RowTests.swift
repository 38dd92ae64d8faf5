import ChainGeometry
import MathTypesetting
import Testing

/// Widths of rows against the sum of their atoms, so that only the spaces remain.
@Suite struct RowTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  private func spaces(_ items: [Formula]) -> Double {
    let alone = items.reduce(0) { $0 + font.layout($1).width }
    return ((font.layout(.row(items)).width - alone) * 18 * 1000).rounded() / 1000
  }

  private let one = Formula.number("1")

  @Test func binarySignNeedsTwoOperands() {
    #expect(spaces([one, .minus, one]) == 8)
    #expect(spaces([.minus, one]) == 0)
    #expect(spaces([one, .minus]) == 0)
    #expect(spaces([.open("("), .minus, one, .close(")")]) == 0)
    #expect(spaces([one, .minus, .close(")")]) == 0)
    #expect(spaces([one, .relation("="), .minus, one]) == 10)
    #expect(spaces([one, .binary("+"), .minus, one]) == 8)
    #expect(spaces([one, .punctuation(","), .minus, one]) == 3)
  }

  @Test func spacesAreTransparent() {
    #expect(spaces([one, .space(mu: 2), .minus, .space(mu: 2), one]) == 8)
  }

  @Test func rowsAreSpliced() {
    let nested = Formula.row([one, .row([.minus, .row([one])])])
    #expect(font.layout(nested).width == font.layout(.row([one, .minus, one])).width)
    #expect(font.layout(nested).glyphs == font.layout(.row([one, .minus, one])).glyphs)
  }

  @Test func groupsAreNotSpliced() {
    #expect(spaces([one, .classed(.ordinary, .minus), one]) == 0)
  }

  @Test func slantCountsBetweenLettersAndNotAtTheEnd() {
    let f = Formula.identifier("f")
    let alone = font.layout(f)
    #expect(alone.ink.maxX > alone.width)
    let two = font.layout(.row([f, f]))
    #expect(abs(two.width - 2 * alone.width - 0.09) < 1e-9)
  }

  @Test func emptyRowIsAnEmptyBox() {
    let layout = font.layout(.row([]))
    #expect(layout.width == 0 && layout.height == 0 && layout.depth == 0)
    #expect(layout.ink.width == 0 && layout.ink.height == 0)
  }
}
