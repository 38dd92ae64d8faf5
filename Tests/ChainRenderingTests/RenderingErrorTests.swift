import ChainRendering
import Testing

struct RenderingErrorTests {
  @Test(
    arguments: [
      (
        .missingLibrary(name: "Cairo", package: "libcairo2"),
        "drawing needs the library Cairo, which is not installed (Debian's package libcairo2)"
      ),
      (
        .tooLarge(width: 20_000, height: 30),
        "a picture of 20000 by 30 pixels is too large; a lower `--scale` or `--dpi` makes it smaller"
      ),
      (
        .tooLarge(width: 1e30, height: 1),
        "a picture of 1e+30 by 1 pixels is too large; a lower `--scale` or `--dpi` makes it smaller"
      ),
      (.invalidResolution(scale: 0, dpi: 144), "cannot draw at scale 0.0 and 144.0 dots per inch"),
      (.drawing("out of memory"), "the picture could not be drawn: out of memory"),
    ] as [(RenderingError, String)])
  func everyErrorHasItsWords(error: RenderingError, words: String) {
    #expect(error.description == words)
  }
}
