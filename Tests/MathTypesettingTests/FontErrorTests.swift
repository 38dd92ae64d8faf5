import MathTypesetting
import Testing

@Suite struct FontErrorTests {
  @Test(arguments: [
    (
      FontError.missing(family: "TeX Gyre Pagella Math", package: "fonts-texgyre-math"),
      "the font `TeX Gyre Pagella Math` is not installed; install the package `fonts-texgyre-math`"
    ),
    (.missing(family: "Nowhere Math", package: nil), "the font `Nowhere Math` is not installed"),
    (.notMath(family: "DejaVu Sans"), "the font `DejaVu Sans` has no table for mathematics"),
  ])
  func everyErrorHasItsWords(error: FontError, words: String) {
    #expect(error.description == words)
  }

  @Test func aFamilyThatIsNowhereIsMissing() {
    #expect(throws: FontError.missing(family: "Nowhere Math", package: nil)) {
      try MathFont.load("Nowhere Math")
    }
  }

  @Test func aFontOfWordsIsNoMathFont() {
    #expect(throws: FontError.notMath(family: "Latin Modern Roman")) {
      try MathFont.load("Latin Modern Roman")
    }
  }
}
