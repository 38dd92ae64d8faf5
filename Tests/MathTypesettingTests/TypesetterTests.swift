import ChainGeometry
import MathTypesetting
import Testing

@Suite struct TypesetterTests {
  private let font: MathFont

  init() throws {
    font = try MathFont.load()
  }

  private func layout(_ source: String, style: MathStyle = .display) -> MathLayout {
    font.layout(readTeX(source).formula, style: style)
  }

  @Test func tallDelimitersAreOneAssemblyEach() {
    let tall = layout(#"\left(\begin{matrix}a\\b\\c\\d\\e\\f\\g\end{matrix}\right)"#)
    #expect(tall.assemblies.count == 2)
    #expect(tall.assemblies.allSatisfy { $0.count >= 3 })
    #expect(tall.assemblies.joined().allSatisfy { $0.scalar == nil })
  }

  @Test func delimitersReachAsRule19Says() {
    for rows in 1...12 {
      let cells = [String](repeating: "x", count: rows).joined(separator: #"\\"#)
      let body = layout(#"\begin{matrix}\#(cells)\end{matrix}"#)
      let fenced = layout(#"\left[\begin{matrix}\#(cells)\end{matrix}\right]"#)
      let axis = 0.25
      let reach = 2 * max(body.height - axis, body.depth + axis)
      #expect(fenced.ink.height >= max(0.901 * reach, reach - 0.5) - 1e-9)
      #expect(fenced.ink.height <= reach + 0.5)
    }
  }

  @Test func matrixIsCentredOnTheAxis() {
    let matrix = layout(#"\begin{matrix}a&b\\c&d\end{matrix}"#)
    #expect(abs(matrix.height - matrix.depth - 0.5) < 1e-9)
    #expect(abs(matrix.height + matrix.depth - 2.4) < 1e-9)
  }

  @Test func shortRowsAreFilled() {
    let ragged = Formula.matrix(
      rows: [[.identifier("a")], [.identifier("a"), .identifier("b")], []], left: nil, right: nil)
    let full = Formula.matrix(
      rows: [[.identifier("a"), .identifier("b")]], left: nil, right: nil)
    #expect(font.layout(ragged).width == font.layout(full).width)
    #expect(font.layout(.matrix(rows: [], left: "(", right: ")")).width.isFinite)
  }

  @Test func everyGlyphSaysWhatItStandsFor() {
    let scalars = layout(#"\frac{\partial f}{\partial x_1}=\sin 2"#).glyphs.map(\.scalar)
    #expect(scalars == ["∂", "f", "∂", "x", "1", "=", "s", "i", "n", "2"])
  }

  @Test func scriptsAreSmallerAndDrawnForIt() {
    let glyphs = layout("x^{2^2}").glyphs
    #expect(glyphs.map(\.scale) == [1, 0.7, 0.5])
    #expect(Set(glyphs.map(\.glyph)).count == 3)
  }

  @Test func unknownCharactersAreReportedOnce() {
    let layout = font.layout(.row([.ordinary("\u{10FFFD}"), .ordinary("\u{10FFFD}")]))
    #expect(layout.missing == ["\u{10FFFD}"])
  }

  @Test func charactersOfWordsComeFromWhereTheyAre() {
    let layout = font.layout(.text("in ℝ"))
    #expect(layout.glyphs.map(\.glyph.face) == [.text, .text, .text, .math])
    #expect(layout.missing.isEmpty)
  }

  @Test func overbarLiesOverAllOfItsBase() throws {
    let layout = layout(#"\overline{x+y}"#)
    let bar = try #require(layout.rules.first)
    #expect(bar.x == 0 && bar.width == layout.width)
    #expect(bar.y > font.layout(readTeX("x+y").formula, style: .display).height)
  }

  @Test func braceStandsBetweenBaseAndNote() throws {
    let base = layout("a+b+c")
    let braced = layout("\\underbrace{a+b+c}_{n}")
    let note = try #require(braced.glyphs.last)
    #expect(note.scalar == "n" && note.scale == 0.7)
    #expect(braced.depth > base.depth + 0.3)
    #expect(note.y < -base.depth - 0.3)
  }

  @Test func outlinesHaveTheSizeOfTheirMetrics() throws {
    let letter = layout("x")
    let glyph = try #require(letter.glyphs.first)
    let outline = font.outline(of: glyph.glyph)
    let points = outline.path.segments.flatMap { segment -> [Point] in
      switch segment {
      case .move(let end), .line(let end): [end]
      case .cubic(let first, let second, let end): [first, second, end]
      case .close: []
      }
    }
    let highest = try #require(points.map(\.y).max())
    #expect(abs(highest / outline.unitsPerEm - letter.ink.maxY) < 0.01)
    #expect(font.outline(of: glyph.glyph) == outline)
  }

  @Test func threadsTypesetTheSame() async throws {
    let sources = try GoldenBox.read("lm").map(\.source)
    let fresh = try MathFont.load()
    let expected = sources.map { layout($0) }
    await withTaskGroup(of: [MathLayout].self) { group in
      for _ in 0..<8 {
        group.addTask { sources.map { fresh.layout(readTeX($0).formula, style: .display) } }
      }
      for await layouts in group { #expect(layouts == expected) }
    }
  }
}
