import CHarfBuzz
import Testing

@testable import MathTypesetting

struct OpenFaceShapingTests {
  private func byHarfBuzz(_ text: String, _ path: String) -> [chaingraph_shaped_glyph] {
    let utf8 = text.utf8.map(CChar.init(bitPattern:))
    var glyphs = [chaingraph_shaped_glyph](repeating: .init(), count: 4 * utf8.count)
    let count = chaingraph_shape(path, utf8, Int32(utf8.count), &glyphs, Int32(glyphs.count))
    return Array(glyphs.prefix(Int(count)))
  }

  /// Every pair of letters, digits and signs, in fonts of both kinds.
  @Test func wordsAreSetAsHarfBuzzSetsThem() throws {
    for path in [latinModernRoman, dejaVuSerif] {
      let path = try #require(path)
      let face = try #require(FontFace(path: path))
      for first in Unicode.Scalar(33).value..<127 {
        let text = (33..<UInt32(127)).reduce(into: "") { text, second in
          for value in [first, second] { text.unicodeScalars.append(Unicode.Scalar(value) ?? " ") }
        }
        let ours = face.shape(text)
        let theirs = byHarfBuzz(text, path)
        #expect(ours.map(\.glyph) == theirs.map(\.glyph))
        let differing = zip(ours, theirs).filter {
          abs($0.advance * face.unitsPerEm - Double($1.advance)) > 1e-6
        }
        #expect(differing.isEmpty)
      }
    }
  }

  @Test(arguments: ["Ångström", "Ελλάδα", "слово"])
  func otherScriptsToo(word: String) throws {
    let path = try #require(dejaVuSerif)
    let face = try #require(FontFace(path: path))
    let ours = face.shape(word).map { ($0.advance * face.unitsPerEm).rounded() }
    #expect(ours == byHarfBuzz(word, path).map { Double($0.advance) })
  }

  @Test func anAccentIsJoinedToItsLetter() throws {
    let face = try openedFace(latinModernRoman)
    let joined = face.shape("e\u{301}x")
    #expect(joined.map(\.glyph) == face.shape("éx").map(\.glyph))
    #expect(joined.map(\.scalar) == ["e", "x"])
  }

  @Test func eachGlyphStandsForItsCharacter() throws {
    let face = try openedFace(latinModernRoman)
    #expect(face.shape("ffi x").map(\.scalar) == ["f", "f", "i", " ", "x"])
  }
}
