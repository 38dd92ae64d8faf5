/// Reads the words of a manifest's line, which blanks part.
struct LineReader {
  private var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) { rest = line }

  private mutating func next() -> ArraySlice<UInt8> {
    let end = rest.firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex
    defer { rest = rest[end...].dropFirst() }
    return rest[..<end]
  }

  mutating func word() -> String { String(decoding: next(), as: UTF8.self) }
  mutating func digest() -> Digest? { Digest(hex: next()) }
  mutating func number() -> Int? { signed().flatMap { $0 < 1 << 20 ? Int($0) : nil } }

  private mutating func signed() -> Int64? {
    var value: Int64 = 0
    let digits = next()
    guard !digits.isEmpty else { return nil }
    for digit in digits {
      guard 0x30...0x39 ~= digit, value < 1 << 59 else { return nil }
      value = value * 10 + Int64(digit - 0x30)
    }
    return value
  }

  mutating func record() -> FileRecord? {
    guard let size = signed(), let modified = signed(), let changed = signed(),
      let digest = digest()
    else { return nil }
    return FileRecord(
      state: FileState(size: size, modified: modified, changed: changed), digest: digest)
  }

  /// A path, in which what would part words is written as `%20`.
  mutating func path() -> String? {
    let word = next()
    guard !word.isEmpty else { return nil }
    guard word.contains(UInt8(ascii: "%")) else { return String(decoding: word, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = word
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexadecimalValue),
        let low = rest.popFirst().flatMap(hexadecimalValue)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Writes the words of a manifest's line.
struct LineWriter {
  private var bytes: [UInt8]

  init(_ word: String) { bytes = Array(word.utf8) }

  mutating func append(_ word: String) {
    bytes.append(UInt8(ascii: " "))
    bytes += Array(word.utf8)
  }

  mutating func append(_ digest: Digest) {
    bytes.append(UInt8(ascii: " "))
    bytes += digest.hex
  }

  mutating func append(_ record: FileRecord) {
    append("\(record.state.size) \(record.state.modified) \(record.state.changed)")
    append(record.digest)
  }

  mutating func append(path: String) {
    bytes.append(UInt8(ascii: " "))
    let digits = Array("0123456789abcdef".utf8)
    for byte in path.utf8 {
      if byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "%") {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
  }

  consuming func end() -> [UInt8] { bytes + [UInt8(ascii: "\n")] }
}
