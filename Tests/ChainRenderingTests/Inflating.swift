/// Undoes RFC 1951's compression, of blocks with codes of their own.
///
/// Written apart from the compressor, to test it. Nil where the data are broken.
func inflated(_ bytes: some Sequence<UInt8>) -> [UInt8]? {
  var reader = BitReader(bytes: Array(bytes))
  var output: [UInt8] = []
  var isLast = false
  while !isLast {
    isLast = reader.read(1) == 1
    guard reader.read(2) == 2 else { return nil }
    let (literalCount, distanceCount) = (reader.read(5) + 257, reader.read(5) + 1)
    var outer = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for symbol in order.prefix(reader.read(4) + 4) { outer[symbol] = reader.read(3) }
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      guard let symbol = reader.symbol(outer), symbol < 16 else { return nil }
      lengths.append(symbol)
    }
    let literals = Array(lengths.prefix(literalCount))
    let distances = Array(lengths.dropFirst(literalCount))
    while true {
      guard let symbol = reader.symbol(literals) else { return nil }
      if symbol == 256 { break }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      let bases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115,
        131, 163, 195, 227, 258,
      ]
      let extra = symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4
      let length = bases[symbol - 257] + reader.read(extra)
      // Distances of three and four need no extra bits.
      guard let distance = reader.symbol(distances), distance < 4, output.count > distance else {
        return nil
      }
      for _ in 0..<length { output.append(output[output.count - distance - 1]) }
    }
  }
  return output
}

private struct BitReader {
  let bytes: [UInt8]
  var place = 0

  mutating func read(_ count: Int) -> Int {
    (0..<count).reduce(0) { value, index in value | bit() << index }
  }

  private mutating func bit() -> Int {
    guard place / 8 < bytes.count else { return 0 }
    defer { place += 1 }
    return Int(bytes[place / 8] >> (place % 8) & 1)
  }

  /// The next symbol of a canonical code, found length by length.
  mutating func symbol(_ lengths: [Int]) -> Int? {
    var (code, first, index) = (0, 0, 0)
    for length in 1...15 {
      code |= bit()
      let symbols = lengths.indices.filter { lengths[$0] == length }
      if code - first < symbols.count { return symbols[code - first] }
      index += symbols.count
      first = (first + symbols.count) << 1
      code <<= 1
    }
    return nil
  }
}
