import Testing

@testable import ChainRendering

struct PNGRowsTests {
  private func bytes(_ bands: [[UInt32]], width: Int, isOpaque: Bool = true) -> [UInt8]? {
    var rows = PNGRows(width: width, isOpaque: isOpaque)
    for band in bands { band.withUnsafeBufferPointer { rows.append($0) } }
    return inflated(rows.finish().dropFirst(2).dropLast(4))
  }

  @Test func rowsAreDifferencesFromTheRowAbove() {
    let blue: UInt32 = 0xFF00_00FF
    let other: UInt32 = 0xFF02_01FE
    let expected: [UInt8] = [
      2, 0, 0, 255, 0, 0, 255,
      2, 0, 0, 0, 0, 0, 0,
      2, 2, 1, 255, 0, 0, 0,
      2, 254, 255, 1, 2, 1, 255,
    ]
    let words = [blue, blue, blue, blue, other, blue, blue, other]
    #expect(bytes([words], width: 2) == expected)
    #expect(bytes([Array(words[..<4]), Array(words[4...])], width: 2) == expected)
  }

  @Test func aTransparentPixelIsNotPremultiplied() {
    #expect(
      bytes([[0x8040_2000, 0x0000_0000, 0xFF01_0203]], width: 3, isOpaque: false)
        == [2, 128, 64, 0, 128, 0, 0, 0, 0, 1, 2, 3, 255])
  }

  @Test func runsOfEqualDifferencesAreFound() {
    let words = (0..<600).map { place in
      place < 300 ? 0xFF10_2030 : 0xFF10_2030 &+ UInt32((place - 300) / 100)
    }
    var expected: [UInt8] = [2]
    for _ in 0..<300 { expected += [16, 32, 48] }
    expected.append(2)
    for place in 0..<300 { expected += [0, 0, UInt8(place / 100)] }
    #expect(bytes([words], width: 300) == expected)
  }
}
