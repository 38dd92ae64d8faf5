import MathTypesetting
import Testing

@Suite struct BraceTests {
  private let font: MathFont
  private let body = Formula.row([
    .identifier("a"), .binary("+"), .identifier("b"), .binary("+"), .identifier("c"),
  ])

  init() throws {
    font = try MathFont.load()
  }

  @Test func theBraceReachesOverItsBody() {
    let (alone, braced) = (font.layout(body), font.layout(.overbrace(body, note: nil)))
    #expect(braced.width >= alone.width && braced.width < alone.width + 0.5)
    #expect(braced.height > alone.height + 0.1 && braced.depth == alone.depth)
  }

  @Test func anUnderbraceIsTheMirrorOfAnOverbrace() {
    let over = font.layout(.overbrace(body, note: nil))
    let under = font.layout(.underbrace(body, note: nil))
    #expect(over.width == under.width)
    #expect(under.depth > under.height - over.height && under.height == font.layout(body).height)
  }

  @Test func aWiderNoteIsCentredAboutTheSameLine() throws {
    let note = Formula.text("many words on a short brace")
    let layout = font.layout(.underbrace(.identifier("x"), note: note))
    let letter = try #require(layout.glyphs.first { $0.scalar == "x" })
    let size = font.layout(.identifier("x")).width
    #expect(abs(letter.x + size / 2 - layout.width / 2) < 1e-9)
    #expect(layout.width == font.layout(note, style: .script).width)
  }

  @Test func theNoteStandsBeyondTheBraceAsAScript() throws {
    let without = font.layout(.overbrace(body, note: nil))
    let layout = font.layout(.overbrace(body, note: .identifier("n")))
    let note = try #require(layout.glyphs.first { $0.scalar == "n" })
    #expect(note.scale == 0.7 && note.y > without.height)
  }
}
