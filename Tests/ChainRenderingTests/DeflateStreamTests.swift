import Testing

@testable import ChainRendering

struct DeflateStreamTests {
  /// Adler's checksum as RFC 1950 defines it.
  private func checksum(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b) = (1, 0)
    for byte in bytes {
      a = (a + Int(byte)) % 65521
      b = (b + a) % 65521
    }
    return [b >> 8, b & 0xFF, a >> 8, a & 0xFF].map(UInt8.init)
  }

  @Test(arguments: [3, 4])
  func whatIsWrittenIsReadAgain(pixelLength: Int) {
    var stream = DeflateStream(pixelLength: pixelLength)
    var expected: [UInt8] = []
    func append(_ delta: UInt32, repeats: Int) {
      let pixel = (0..<pixelLength).map { UInt8(truncatingIfNeeded: delta >> (8 * $0)) }
      for byte in pixel { stream.append(byte) }
      stream.append(repeats: repeats, of: delta)
      expected += [[UInt8]](repeating: pixel, count: repeats + 1).joined()
    }
    for index in 0..<700 {
      append(UInt32(index) &* 0x9E37_79B9, repeats: index % 7)
      append(0, repeats: index)
      append(0x0102_03FF, repeats: index % 90)
    }
    let bytes = stream.finish()
    #expect(bytes.prefix(2) == [0x78, 0x01])
    #expect(inflated(bytes.dropFirst(2).dropLast(4)) == expected)
    #expect(bytes.suffix(4) == checksum(expected))
  }

  @Test func noBytesAreAStreamToo() {
    var stream = DeflateStream(pixelLength: 3)
    let bytes = stream.finish()
    #expect(inflated(bytes.dropFirst(2).dropLast(4)) == [])
    #expect(bytes.suffix(4) == [0, 0, 0, 1])
  }

  @Test func aLargeInputTakesSeveralBlocks() {
    var stream = DeflateStream(pixelLength: 3)
    var state: UInt32 = 1
    var expected: [UInt8] = []
    for _ in 0..<30_000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      let delta = state >> 8
      for channel in 0..<3 {
        let byte = UInt8(truncatingIfNeeded: delta >> (8 * channel))
        stream.append(byte)
        expected.append(byte)
      }
      stream.append(repeats: 1, of: delta)
      expected += expected.suffix(3)
    }
    let bytes = stream.finish()
    #expect(inflated(bytes.dropFirst(2).dropLast(4)) == expected)
  }
}
