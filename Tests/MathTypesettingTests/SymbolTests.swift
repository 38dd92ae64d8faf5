import MathTypesetting
import Testing

@Suite struct SymbolTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  @Test func aLetterIsAsWideAsTheFontSays() {
    #expect(abs(font.layout(.identifier("x")).width - 0.572) < 1e-9)
    #expect(abs(font.layout(.identifier("f")).width - 0.49) < 1e-9)
  }

  @Test func anAlphabetChangesTheGlyphAndNotWhatItStandsFor() {
    let glyphs = [Alphabet.italic, .upright, .bold, .doubleStruck, .calligraphic].map {
      font.layout(.symbol("R", .ordinary, $0)).glyphs[0]
    }
    #expect(Set(glyphs.map(\.glyph)).count == 5)
    #expect(glyphs.allSatisfy { $0.scalar == "R" })
  }

  @Test func aLetterThatAnAlphabetLacksIsPlain() {
    let five = font.layout(.symbol("5", .ordinary, .calligraphic))
    #expect(five.glyphs == font.layout(.number("5")).glyphs && five.missing.isEmpty)
  }

  @Test func aHyphenBeforeDigitsIsAMinusSign() {
    let minusOne = font.layout(.number("-12"))
    #expect(minusOne.glyphs.map(\.scalar) == ["\u{2212}", "1", "2"])
    let widths = ["-1", "2"].map { font.layout(.number($0)).width }
    #expect(abs(minusOne.width - widths.reduce(0, +)) < 1e-9)
  }

  @Test func whatNoFontHasIsReported() {
    #expect(font.layout(.symbol("\u{10FFFE}", .ordinary, .italic)).missing == ["\u{10FFFE}"])
  }
}
