import ChainGraph
import Testing

struct InstalledFontTests {
  @Test func fontsHaveWhatAnAuthorAsksFor() throws {
    let font = try #require(InstalledFont.all().first)
    #expect(font.family == "Latin Modern Math")
    #expect(font.look == "serif")
    #expect(font.tables.contains("MATH"))
    #expect(font.path.hasSuffix(".otf"))
  }
}
