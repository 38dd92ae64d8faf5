import MathTypesetting
import Testing

@Suite struct FontLocatorTests {
  @Test func unknownFamilyIsMissing() {
    #expect(throws: FontError.missing(family: "No Such Math", package: nil)) {
      try MathFont.load("No Such Math")
    }
  }

  @Test func unreadablePathIsMissing() {
    #expect(throws: FontError.missing(family: "/no/such/font.otf", package: nil)) {
      try MathFont.load("/no/such/font.otf")
    }
  }

  @Test func fontWithoutMathIsRefused() throws {
    let words = try #require(try MathFont.load().filePath(of: .text))
    #expect(throws: FontError.notMath(family: words)) { try MathFont.load(words) }
  }

  @Test(arguments: ["Latin Modern Math", "latin modern", "LATIN MODERN MATH", "latin-modern"])
  func familyIsFoundByName(name: String) throws {
    #expect(try MathFont.load(name).family == "Latin Modern Math")
  }

  @Test func fontIsFoundByPath() throws {
    let path = try #require(try MathFont.load().filePath(of: .math))
    #expect(try MathFont.load(path).family == "Latin Modern Math")
  }

  @Test func errorsNameThePackage() {
    #expect(
      FontError.missing(family: "Latin Modern Math", package: "fonts-lmodern").description
        == "the font `Latin Modern Math` is not installed; install the package `fonts-lmodern`")
    #expect(
      FontError.missing(family: "X", package: nil).description
        == "the font `X` is not installed")
    #expect(
      FontError.notMath(family: "X").description == "the font `X` has no table for mathematics")
  }
}
