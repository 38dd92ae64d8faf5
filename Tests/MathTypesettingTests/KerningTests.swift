import Testing

@testable import MathTypesetting

struct KerningTests {
  @Test func pairsOfAnOlderFontAreInOrder() {
    let pairs = words(0, 1) + words(0, 26, 1, 2, 0, 0, 0) + words(3, 4, -7) + words(5, 6, 9)
    reading(pairs) { table in
      let kerning = Kerning(positions: .empty, kern: table, scripts: [tag("latn")])
      #expect(kerning.between(3, 4) == -7)
      #expect(kerning.between(5, 6) == 9)
      #expect(kerning.between(4, 3) == 0)
    }
  }

  @Test(arguments: [("AV", -0.111), ("VA", -0.111), ("To", -0.083), ("av", -0.028), ("11", 0)])
  func latinModernIsKerned(pair: String, expected: Double) throws {
    let face = try openedFace(latinModernRoman)
    let shaped = face.shape(pair)
    #expect(abs(shaped[0].advance - face.metrics(of: shaped[0].glyph).advance - expected) < 1e-9)
  }
}
