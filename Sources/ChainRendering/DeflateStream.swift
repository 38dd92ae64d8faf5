/// Compresses rows of pixels that are mostly repeats of the pixel before, in zlib's format.
///
/// After differences from the row above have been taken, figures are nearly all zeros, and the rest
/// are the soft edges of glyphs. So the only repeats looked for are of the last pixel, which is
/// several times as fast as zlib and makes files six in a hundred larger than its fastest search does.
/// RFC 1950 and RFC 1951 say what stands here.
struct DeflateStream: ~Copyable {
  /// What is compressed so far; whole only after `finish`.
  private(set) var bytes: [UInt8] = [0x78, 0x01]
  /// Bytes of a pixel, 3 or 4.
  private let pixelLength: Int
  /// Each a byte below 256, or 256 and a count of repeated pixels.
  private let tokens: UnsafeMutablePointer<UInt16>
  private var tokenCount = 0
  private var bits = BitWriter()
  private var checksum = Adler()
  private let longestRepeat: Int

  /// Tokens that share a code.
  private static let blockLimit = 1 << 16
  private static let endOfBlock = 256

  init(pixelLength: Int) {
    precondition(pixelLength == 3 || pixelLength == 4, "a pixel has three or four channels")
    self.pixelLength = pixelLength
    longestRepeat = 258 / pixelLength
    tokens = .allocate(capacity: Self.blockLimit)
  }

  deinit {
    tokens.deallocate()
  }

  mutating func append(_ byte: UInt8) {
    append(token: UInt16(byte))
    checksum.add(byte)
  }

  /// A pixel, its first channel in the lowest byte.
  mutating func append(pixel: UInt32) {
    for channel in 0..<pixelLength { append(UInt8(truncatingIfNeeded: pixel >> (8 * channel))) }
  }

  /// The pixel `pixel`, which has just been appended, `count` times again.
  mutating func append(repeats count: Int, of pixel: UInt32) {
    if pixel == 0 {
      checksum.addZeros(count * pixelLength)
    } else {
      for _ in 0..<count {
        for channel in 0..<pixelLength {
          checksum.add(UInt8(truncatingIfNeeded: pixel >> (8 * channel)))
        }
      }
    }
    var rest = count
    while rest > 0 {
      let part = min(rest, longestRepeat)
      append(token: UInt16(Self.endOfBlock + part))
      rest -= part
    }
  }

  private mutating func append(token: UInt16) {
    if tokenCount == Self.blockLimit { writeBlock(isLast: false) }
    tokens[tokenCount] = token
    tokenCount += 1
  }

  /// Ends the stream.
  mutating func finish() -> [UInt8] {
    writeBlock(isLast: true)
    bits.padToByte(&bytes)
    bytes += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: checksum.value >> $0) }
    return bytes
  }

  /// Writes the tokens with codes that fit their frequencies.
  private mutating func writeBlock(isLast: Bool) {
    let lengths = (0...longestRepeat).map { LengthCode($0 * pixelLength) }
    var frequencies = [Int](repeating: 0, count: 286)
    for index in 0..<tokenCount {
      let token = Int(tokens[index])
      let isByte = token < Self.endOfBlock
      frequencies[isByte ? token : lengths[token - Self.endOfBlock].symbol] += 1
    }
    frequencies[Self.endOfBlock] = 1
    let code = PrefixCode(frequencies: frequencies, limit: 15)
    bits.append(isLast ? 1 : 0, count: 1, &bytes)
    bits.append(2, count: 2, &bytes)
    writeLengths(of: code)
    for index in 0..<tokenCount {
      let token = Int(tokens[index])
      if token < Self.endOfBlock {
        bits.append(code.bits[token], count: code.lengths[token], &bytes)
        continue
      }
      let length = lengths[token - Self.endOfBlock]
      bits.append(code.bits[length.symbol], count: code.lengths[length.symbol], &bytes)
      // The only distance is a single 0 after the length's extra bits.
      bits.append(length.extra, count: length.extraCount + 1, &bytes)
    }
    bits.append(code.bits[Self.endOfBlock], count: code.lengths[Self.endOfBlock], &bytes)
    tokenCount = 0
  }

  /// The lengths of the codes, themselves coded: all codes of literals and lengths, and the one
  /// distance, which is that of a pixel.
  private mutating func writeLengths(of code: PrefixCode) {
    let distances = [Int](repeating: 0, count: pixelLength - 1) + [1]
    let lengths = code.lengths + distances
    var frequencies = [Int](repeating: 0, count: 19)
    for length in lengths { frequencies[length] += 1 }
    let outer = PrefixCode(frequencies: frequencies, limit: 7)
    bits.append(UInt32(code.lengths.count - 257), count: 5, &bytes)
    bits.append(UInt32(distances.count - 1), count: 5, &bytes)
    bits.append(19 - 4, count: 4, &bytes)
    for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] {
      bits.append(UInt32(outer.lengths[symbol]), count: 3, &bytes)
    }
    for length in lengths { bits.append(outer.bits[length], count: outer.lengths[length], &bytes) }
  }
}

/// Bits on their way into bytes, the lowest first.
private struct BitWriter {
  private var pending: UInt64 = 0
  private var count = 0

  mutating func append(_ value: UInt32, count more: Int, _ bytes: inout [UInt8]) {
    pending |= UInt64(value) << count
    count += more
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  mutating func padToByte(_ bytes: inout [UInt8]) {
    if count > 0 { append(0, count: 8 - count, &bytes) }
  }
}

/// Adler's checksum of all bytes.
private struct Adler {
  private var sum: UInt64 = 1
  private var sumOfSums: UInt64 = 0
  /// So many bytes may be added before the sums could overflow.
  private var room = 1 << 20

  var value: UInt32 { UInt32(sumOfSums % 65521) << 16 | UInt32(sum % 65521) }

  mutating func add(_ byte: UInt8) {
    sum += UInt64(byte)
    sumOfSums += sum
    room -= 1
    if room == 0 { reduce() }
  }

  mutating func addZeros(_ count: Int) {
    reduce()
    sumOfSums += UInt64(count) * sum
    reduce()
  }

  private mutating func reduce() {
    sum %= 65521
    sumOfSums %= 65521
    room = 1 << 20
  }
}

/// The symbol of a repeat's length in bytes, with its extra bits.
private struct LengthCode {
  let symbol: Int
  let extra: UInt32
  let extraCount: Int

  /// Eight symbols have no extra bits, then four each have one more; the longest has its own.
  init(_ length: Int) {
    let rest = max(0, length - 3)
    let extraCount = rest < 8 ? 0 : Int.bitWidth - 3 - rest.leadingZeroBitCount
    let isLongest = length == 258
    symbol = isLongest ? 285 : 257 + 4 * extraCount + rest >> extraCount
    extra = isLongest ? 0 : UInt32(rest & (1 << extraCount - 1))
    self.extraCount = isLongest ? 0 : extraCount
  }
}
