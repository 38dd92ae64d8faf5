import Testing

@testable import MathTypesetting

struct FontFileTests {
  @Test func tablesAreFoundByName() throws {
    let file = try openedFont(latinModernMath)
    // Font units in an em, and the number of glyphs.
    #expect(file.table("head").u16(18) == 1000)
    #expect(file.table("maxp").u16(4) == 4802)
    #expect(file.table("glyf").isEmpty)
  }

  @Test(arguments: ["/nonexistent", "/", #filePath])
  func whatIsNoFontIsRefused(path: String) {
    let isRefused = if FontFile(path: path) == nil { true } else { false }
    #expect(isRefused)
  }
}
