import Testing

@testable import MathTypesetting

struct CharacterMapTests {
  /// A table with one map, which follows at once.
  private func glyphs(
    _ map: [UInt8], platform: Int = 3, encoding: Int = 1, _ characters: [Unicode.Scalar]
  ) -> [UInt32] {
    reading(words(0, 1, platform, encoding, 0, 12) + map) { table in
      let map = CharacterMap(table)
      return characters.map { map.glyph(for: $0) }
    }
  }

  @Test func segmentsShiftOrList() {
    // "a" to "c" by a shift, "x" and "y" by a list, and the segment that ends all maps.
    let map = words(
      4, 0, 0, 6, 0, 0, 0, 99, 121, 0xFFFF, 0, 97, 120, 0xFFFF, -90, 0, 1, 0, 4, 0, 40, 41)
    #expect(glyphs(map, ["a", "c", "d", "x", "y", "z", "😀"]) == [7, 9, 0, 40, 41, 0, 0])
  }

  @Test func aTrimmedListBeginsSomewhere() {
    #expect(glyphs(words(6, 0, 0, 97, 2, 5, 6), ["a", "b", "c", "`"]) == [5, 6, 0, 0])
  }

  @Test func groupsReachBeyondTheFirstPlane() {
    let map =
      words(12, 0, 0, 0, 0, 0, 0, 2) + words(0, 97, 0, 98, 0, 3) + words(1, 0xF600, 1, 0xF602, 0, 9)
    #expect(glyphs(map, encoding: 10, ["a", "b", "c", "😂"]) == [3, 4, 0, 11])
  }

  @Test func anUnknownMapHasNoGlyphs() {
    #expect(glyphs(words(2, 0, 0), ["a"]) == [0])
    #expect(glyphs(words(6, 0, 0, 97, 2, 5, 6), platform: 1, ["a"]) == [0])
  }
}
