import MathTypesetting
import Testing

@Suite struct WordsTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  private func width(_ words: String) -> Double { font.layout(.text(words)).width }

  @Test func wordsAreInTheTextFace() {
    #expect(font.layout(.text("rank")).glyphs.allSatisfy { $0.glyph.face == .text })
  }

  @Test func wordsAreKerned() {
    #expect(width("AV") < width("A") + width("V") - 0.05)
    #expect(abs(width("HH") - 2 * width("H")) < 1e-9)
  }

  @Test func spacesAreKept() {
    #expect(width("a  b") > width("a b") && width("a b") > width("ab"))
  }

  @Test func lettersLigateInPrint() {
    let glyphs = font.layout(.text("fi")).glyphs
    #expect(glyphs.count <= 2)
    #expect(width("fi") < width("f") + width("i") + 1e-9)
  }

  @Test func noWordsAreAnEmptyBox() {
    let layout = font.layout(.text(""))
    #expect(layout.width == 0 && layout.height == 0 && layout.glyphs.isEmpty)
  }
}
