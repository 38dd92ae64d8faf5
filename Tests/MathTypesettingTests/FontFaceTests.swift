import MathTypesetting
import Testing

@Suite struct FontFaceTests {
  @Test func whatWasReadIsReadOnce() throws {
    let font = try MathFont.load()
    let layout = font.layout(.identifier("q"))
    #expect(font.layout(.identifier("q")) == layout)
  }

  @Test func openedFilesAreTold() throws {
    let font = try MathFont.load()
    let path = try #require(font.filePath(of: .math))
    #expect(path.hasSuffix("latinmodern-math.otf"))
    #expect(MathFont.openedFiles.contains(path))
    #expect(font.family == "Latin Modern Math" && font.version.contains("1.9"))
  }

  @Test func aFileThatIsNoFontOpensNothing() {
    #expect(throws: FontError.self) { try MathFont.load("/etc/hostname") }
  }
}
