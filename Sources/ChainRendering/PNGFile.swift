/// A PNG file under construction, chunk by chunk.
///
/// W3C's "Portable Network Graphics (PNG) Specification", second edition, says what stands here.
struct PNGFile {
  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// A picture of eight bits a channel: red, green, blue and, unless it is opaque, alpha.
  mutating func appendHeader(width: Int, height: Int, isOpaque: Bool) {
    append(
      chunk: "IHDR", bigEndian(width) + bigEndian(height) + [8, isOpaque ? 2 : 6, 0, 0, 0])
  }

  /// Pixels in an inch, which the format holds as pixels in a metre.
  mutating func append(resolution dpi: Double) {
    let perMetre = bigEndian(Int(min(dpi / 0.0254, 1e9).rounded()))
    append(chunk: "pHYs", perMetre + perMetre + [1])
  }

  /// Text in UTF-8 under one of the format's keywords, unless there is none.
  mutating func append(keyword: String, text: String) {
    guard !text.isEmpty else { return }
    // After the keyword: not compressed, and neither language nor translated keyword.
    let content = text.utf8.filter { $0 != 0 }
    append(chunk: "iTXt", Array(keyword.utf8) + [0, 0, 0, 0, 0] + content)
  }

  mutating func append(pixels: [UInt8]) {
    append(chunk: "IDAT", pixels)
  }

  mutating func appendEnd() {
    append(chunk: "IEND", [])
  }

  private mutating func append(chunk type: String, _ data: [UInt8]) {
    bytes += bigEndian(data.count)
    let start = bytes.count
    bytes += type.utf8
    bytes += data
    bytes += bigEndian(Int(bytes.withUnsafeBufferPointer { Self.checksum($0[start...]) }))
  }

  /// The cyclic redundancy check that ends a chunk.
  private static func checksum(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    remainders.withUnsafeBufferPointer { remainders in
      ~bytes.reduce(~0) { remainders[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }
  }

  /// Of each byte, by the polynomial of ISO 3309.
  private static let remainders: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 0 ? rest >> 1 : rest >> 1 ^ 0xEDB8_8320 }
  }
}

/// The four bytes of a number below 2^32, the highest first.
private func bigEndian(_ number: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}
