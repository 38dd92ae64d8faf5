import CCairo

/// A PNG file under construction, chunk by chunk.
///
/// Cairo's own writer tries every filter on every row and compresses hard, which takes five times as
/// long for files half as large, and it cannot write a resolution. W3C's "Portable Network Graphics
/// (PNG) Specification", second edition, says what stands here.
struct PNGFile {
  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  mutating func appendHeader(of image: PixelImage) {
    let colorType: UInt8 = image.isOpaque ? 2 : 6
    append(
      chunk: "IHDR",
      bigEndian(image.width) + bigEndian(image.height) + [8, colorType, 0, 0, 0])
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

  mutating func append(pixels image: PixelImage) throws(RenderingError) {
    let rows = image.filteredRows()
    let room = ccairo_compress_bound(rows.count)
    let data = [UInt8](unsafeUninitializedCapacity: room) { target, count in
      guard let start = target.baseAddress else { return }
      var length = room
      // The next levels save two bytes in a hundred.
      if ccairo_compress(start, &length, rows, rows.count, 1) { count = length }
    }
    guard !data.isEmpty else { throw .compression }
    append(chunk: "IDAT", data)
  }

  mutating func appendEnd() {
    append(chunk: "IEND", [])
  }

  private mutating func append(chunk type: String, _ data: [UInt8]) {
    bytes += bigEndian(data.count)
    let name = Array(type.utf8)
    bytes += name
    bytes += data
    let crc = ccairo_crc32(ccairo_crc32(0, name, name.count), data, data.count)
    bytes += bigEndian(Int(crc))
  }
}

/// The four bytes of a number below 2^32, the highest first.
private func bigEndian(_ number: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}

extension PixelImage {
  /// The rows as PNG has them, each byte as its difference from the one above: most rows of a figure
  /// equal the row above nearly everywhere, so this is nearly all zeros.
  package func filteredRows() -> [UInt8] {
    let channels = isOpaque ? 3 : 4
    let rowLength = 1 + channels * width
    var bytes: [UInt8] = largeArray(of: rowLength * height, 0)
    bytes.withUnsafeMutableBufferPointer { target in
      words.withUnsafeBufferPointer { words in
        for y in 0..<height {
          let row = y * width
          let start = y * rowLength + 1
          target[start - 1] = 2
          for x in 0..<width {
            let base = y == 0 ? 0 : words[row + x - width]
            guard words[row + x] != base else { continue }
            write(words[row + x], over: base, channels, to: &target, at: start + channels * x)
          }
        }
      }
    }
    return bytes
  }

  /// The difference of a pixel from the one above, channel by channel.
  private func write(
    _ word: UInt32, over base: UInt32, _ channels: Int,
    to target: inout UnsafeMutableBufferPointer<UInt8>, at offset: Int
  ) {
    let (word, base) = (wordToWrite(word), wordToWrite(base))
    target[offset] = UInt8(truncatingIfNeeded: (word >> 16) &- (base >> 16))
    target[offset + 1] = UInt8(truncatingIfNeeded: (word >> 8) &- (base >> 8))
    target[offset + 2] = UInt8(truncatingIfNeeded: word &- base)
    guard channels == 4 else { return }
    target[offset + 3] = UInt8(truncatingIfNeeded: (word >> 24) &- (base >> 24))
  }

  /// A pixel as `0xAARRGGBB`, not premultiplied.
  private func wordToWrite(_ word: UInt32) -> UInt32 {
    let alpha = word >> 24
    if isOpaque || alpha == 255 || alpha == 0 { return word }
    let pixel = Pixel(premultiplied: word)
    return alpha << 24 | UInt32(pixel.red) << 16 | UInt32(pixel.green) << 8 | UInt32(pixel.blue)
  }
}
