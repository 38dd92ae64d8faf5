import ChainGeometry
import Testing

@testable import MathTypesetting

struct TrueTypeOutlinesTests {
  private func drawn(_ glyph: UInt32, leftBearing: Int) throws -> GlyphPen {
    let file = try openedFont(dejaVuSerif)
    let outlines = try #require(
      TrueTypeOutlines(
        glyf: file.table("glyf"), loca: file.table("loca"), head: file.table("head")))
    var pen = GlyphPen()
    outlines.draw(glyph, leftBearing: leftBearing, with: &pen)
    #expect(outlines.box(of: glyph, leftBearing: leftBearing) == pen.box)
    return pen
  }

  @Test func aBarIsARectangle() throws {
    func point(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }
    #expect(
      try drawn(95, leftBearing: 264).segments == [
        .move(point(426, 1565)), .line(point(426, -483)), .line(point(264, -483)),
        .line(point(264, 1565)), .line(point(426, 1565)), .close,
      ])
  }

  @Test func theMetricsSayWhereAGlyphBegins() throws {
    #expect(try drawn(95, leftBearing: 300).box?.minX == 300)
  }

  @Test func aComposedGlyphHasTheContoursOfItsParts() throws {
    // A with two dots: the letter's two contours, and a contour a dot.
    let pen = try drawn(134, leftBearing: -12)
    #expect(pen.segments.count { $0 == .close } == 4)
    #expect(pen.box == Rectangle(minX: -12, minY: 0, maxX: 1499, maxY: 1884))
  }

  @Test func aGlyphWithoutInkIsEmpty() throws {
    #expect(try drawn(3, leftBearing: 0).segments.isEmpty)
    #expect(try drawn(60_000, leftBearing: 0).segments.isEmpty)
  }
}
