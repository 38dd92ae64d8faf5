import ChainGeometry
import Testing

@testable import MathTypesetting

struct CompactOutlinesTests {
  @Test func aGlyphIsDrawnAsTheFontHasIt() throws {
    let file = try openedFont(latinModernMath)
    let outlines = try #require(CompactOutlines(file.table("CFF ")))
    var pen = GlyphPen()
    // The minus sign.
    outlines.draw(2615, with: &pen)
    func point(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }
    #expect(
      pen.segments == [
        .move(point(722, 250)), .cubic(point(722, 261), point(713, 270), point(702, 270)),
        .line(point(76, 270)), .cubic(point(65, 270), point(56, 261), point(56, 250)),
        .cubic(point(56, 239), point(65, 230), point(76, 230)), .line(point(702, 230)),
        .cubic(point(713, 230), point(722, 239), point(722, 250)), .close,
      ])
  }

  @Test func anIndexFindsItsObjects() {
    reading([9, 0, 2, 1, 1, 3, 4, 7, 8, 9, 5]) { table in
      let index = CompactIndex(table, at: 1)
      #expect(index.count == 2)
      #expect(index[0].contents == [7, 8])
      #expect(index[1].contents == [9])
      #expect(index[2].isEmpty)
      #expect(index.end == 10)
    }
    reading([0, 0, 1]) { #expect(CompactIndex($0, at: 0).end == 2) }
  }

  @Test func anotherVersionIsRefused() {
    reading([2, 0, 5, 1]) { #expect(CompactOutlines($0) == nil) }
    reading([]) { #expect(CompactOutlines($0) == nil) }
  }
}
