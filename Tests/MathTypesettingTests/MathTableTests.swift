import Testing

@testable import MathTypesetting

struct MathTableTests {
  private func math<Result>(_ body: (MathTable) throws -> Result) throws -> Result {
    let file = try openedFont(latinModernMath)
    return try body(MathTable(file.table("MATH")))
  }

  @Test func constantsAreThoseOfTheFont() throws {
    try math { math in
      #expect(
        (0..<10).map(math.constant) == [70, 50, 1300, 1300, 154, 250, 450, 664, 247, 344])
      #expect(math.constant(55) == 60)
      #expect(!math.isEmpty)
    }
  }

  @Test func glyphsHaveTheirCorrections() throws {
    try math { math in
      // An upright f, and a minus sign.
      #expect(math.italicsCorrection(of: 71) == 79)
      #expect(math.italicsCorrection(of: 2615) == 0)
      #expect(math.accentAttachment(of: 71) == 262)
    }
  }

  @Test func aParenthesisGrows() throws {
    let key = StretchKey(glyph: 9, direction: .vertical)
    try math { math in
      #expect(math.variants(of: key) == [9, 2367, 2389, 2411, 2433, 2455, 2477, 2499])
      #expect(math.parts(of: key).map(\.glyph) == [2503, 2504, 2505])
      #expect(math.parts(of: key).map(\.full) == [1495, 498, 1495])
      #expect(math.parts(of: key).map(\.flags) == [0, 1, 0])
      #expect(math.variants(of: StretchKey(glyph: 9, direction: .horizontal)).isEmpty)
      #expect(math.minimumOverlap == 20)
    }
  }

  @Test func kernsDependOnTheHeight() {
    // One glyph, 5, with two kerns at its upper right, parted at the height 100.
    let kern = words(1, 100, 0, -20, 0, -50, 0)
    let list = words(12, 1, 18, 0, 0, 0) + words(1, 1, 5) + kern
    let info = words(0, 0, 0, 8) + list
    reading(words(1, 0, 0, 10, 0) + info) { table in
      let math = MathTable(table)
      #expect(math.kern(of: 5, .topRight, atHeight: 99) == -20)
      #expect(math.kern(of: 5, .topRight, atHeight: 101) == -50)
      #expect(math.kern(of: 5, .topLeft, atHeight: 0) == 0)
      #expect(math.kern(of: 6, .topRight, atHeight: 0) == 0)
    }
  }

  @Test func noTableSaysNothing() {
    let math = MathTable(.empty)
    #expect(math.isEmpty)
    #expect(math.constant(7) == 0)
    #expect(math.variants(of: StretchKey(glyph: 1, direction: .vertical)).isEmpty)
  }
}
