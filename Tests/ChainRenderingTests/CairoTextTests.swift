import ChainGeometry
import ChainRendering
import ChainScene
import Testing

struct CairoTextTests {
  /// PostScript selects each font it holds once before it shows text in it.
  private func fontCount(_ element: SceneElement) throws -> Int {
    let source = String(decoding: try eps(scene([element])), as: UTF8.self)
    return source.split(separator: "\n").count { $0.hasPrefix("%%BeginResource: font") }
  }

  @Test func charactersAreShownAsGlyphsOfTheirFaces() throws {
    #expect(try fontCount(typeset("x + y")) == 1)
    #expect(try fontCount(typeset("\\text{words}")) == 1)
    #expect(try fontCount(typeset("\\text{words} x_1")) == 2)
  }

  @Test func whatIsNoCharacterIsDrawn() throws {
    let line = Path([.move(Point(x: 0, y: 10)), .line(Point(x: 40, y: 10))])
    #expect(try fontCount(.path(line, stroke: Stroke(color: red, width: 1), fill: nil)) == 0)
    let piece = try glyph("−")
    #expect(try fontCount(formula([], assemblies: [[piece, piece]])) == 0)
  }
}
