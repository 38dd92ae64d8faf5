import MathTypesetting
import Testing

struct UsableFontTests {
  @Test func theDefaultComesFirst() throws {
    let fonts = UsableFont.all()
    let first = try #require(fonts.first)
    #expect(first.family == "Latin Modern Math")
    #expect(first.look == .serif)
    #expect(first.tables == ["MATH", "CFF"])
    #expect(first.path == (try MathFont.load().filePath(of: .math)))
    #expect(fonts.dropFirst().map(\.family) == fonts.dropFirst().map(\.family).sorted())
  }

  @Test func everyFamilyCanBeLoaded() throws {
    for font in UsableFont.all() {
      #expect(try MathFont.load(font.family).filePath(of: .math) == font.path)
    }
  }
}
