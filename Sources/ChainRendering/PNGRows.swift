/// Rows of pixels on their way into a PNG file, each as its difference from the one above: most rows
/// of a figure equal the row above nearly everywhere, so this is nearly all zeros.
struct PNGRows: ~Copyable {
  private let isOpaque: Bool
  private var stream: DeflateStream
  /// The row above the next one; above the first all is zero.
  private var above: [UInt32]

  init(width: Int, isOpaque: Bool) {
    self.isOpaque = isOpaque
    stream = DeflateStream(pixelLength: isOpaque ? 3 : 4)
    above = [UInt32](repeating: 0, count: width)
  }

  /// Appends rows of premultiplied pixels `0xAARRGGBB`.
  mutating func append(_ words: UnsafeBufferPointer<UInt32>) {
    guard !above.isEmpty, let start = words.baseAddress else { return }
    let width = above.count
    above.withUnsafeBufferPointer { above in
      guard let above = above.baseAddress else { return }
      for row in 0..<(words.count / width) {
        append(start + row * width, above: row == 0 ? above : start + (row - 1) * width, width)
      }
    }
    above = Array(words.suffix(width))
  }

  /// Ends the data.
  mutating func finish() -> [UInt8] { stream.finish() }

  private mutating func append(
    _ row: UnsafePointer<UInt32>, above: UnsafePointer<UInt32>, _ width: Int
  ) {
    // The filter that is called "up".
    stream.append(2)
    var x = 0
    var last: UInt32?
    while x < width {
      var end = x
      if last == 0 {
        end = equalEnd(row, above, from: x, to: width)
      } else if let last {
        while end < width, difference(row[end], above[end]) == last { end += 1 }
      }
      if let last, end > x { stream.append(repeats: end - x, of: last) }
      guard end < width else { return }
      let next = difference(row[end], above[end])
      stream.append(pixel: next)
      last = next
      x = end + 1
    }
  }

  /// How far two rows are equal, found two pixels by two.
  private func equalEnd(
    _ row: UnsafePointer<UInt32>, _ above: UnsafePointer<UInt32>, from start: Int, to end: Int
  ) -> Int {
    let (row64, above64) = (UnsafeRawPointer(row), UnsafeRawPointer(above))
    var place = start
    while place + 1 < end,
      row64.loadUnaligned(fromByteOffset: 4 * place, as: UInt64.self)
        == above64.loadUnaligned(fromByteOffset: 4 * place, as: UInt64.self)
    { place += 2 }
    while place < end, row[place] == above[place] { place += 1 }
    return place
  }

  /// The differences of two pixels, channel by channel, red in the lowest byte.
  private func difference(_ word: UInt32, _ base: UInt32) -> UInt32 {
    if word == base { return 0 }
    let (word, base) = (straight(word), straight(base))
    // Channels are set apart so that none borrows from its neighbour.
    let mask: UInt32 = 0xFF_00FF
    let even = ((word & mask | 0x100_0100) &- (base & mask)) & mask
    let odd = ((word >> 8 & mask | 0x100_0100) &- (base >> 8 & mask)) & mask
    let red = even >> 16
    let blue = even & 0xFF
    return red | (odd & 0xFF) << 8 | blue << 16 | (isOpaque ? 0 : (odd >> 16) << 24)
  }

  /// A pixel as `0xAARRGGBB`, not premultiplied.
  private func straight(_ word: UInt32) -> UInt32 {
    let alpha = word >> 24
    if isOpaque || alpha == 255 || alpha == 0 { return word }
    let pixel = PixelImage.Pixel(premultiplied: word)
    return alpha << 24 | UInt32(pixel.red) << 16 | UInt32(pixel.green) << 8 | UInt32(pixel.blue)
  }
}
