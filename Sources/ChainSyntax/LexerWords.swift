import ChainDiagnostics

extension Lexer {
  /// Digits a number may have, and how far its exponent may go either way.
  static let digitLimit = 400
  static let exponentLimit = 400

  mutating func readNumber() {
    let start = position
    skipDigits()
    if peek() == UInt8(ascii: "."), !beginsDottedOperator(peek(1)) {
      position += 1
      skipDigits()
    }
    let mantissaEnd = position
    skipExponent()
    let range = SourceRange(start, position)
    append(.number, from: start)
    if mantissaEnd - start > Self.digitLimit {
      report(.numberTooLong(at: range, limit: Self.digitLimit))
    } else if position - mantissaEnd > 8 || abs(exponent(mantissaEnd)) > Self.exponentLimit {
      report(.exponentOutOfRange(at: range, limit: Self.exponentLimit))
    }
  }

  /// `1.*x` is `1 .* x`, `0..3` is `0 .. 3`.
  private func beginsDottedOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "^"), UInt8(ascii: "."): true
    default: false
    }
  }

  private mutating func skipDigits() {
    while isDigit(peek()) { position += 1 }
  }

  /// An `e` is an exponent only with digits: `2e` is a product.
  private mutating func skipExponent() {
    guard peek() | 0x20 == UInt8(ascii: "e") else { return }
    let signLength = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+") ? 1 : 0
    guard isDigit(peek(1 + signLength)) else { return }
    position += 1 + signLength
    skipDigits()
  }

  private func exponent(_ mantissaEnd: Int) -> Int {
    guard mantissaEnd < position else { return 0 }
    let text = source[SourceRange(mantissaEnd + 1, position)]
    return Int(text) ?? Int.max
  }

  func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}

extension Lexer {
  mutating func readName() {
    let start = position
    skipNameCharacters()
    // What is refused anyway need not be looked at letter by letter.
    if position - start > Self.nameLimit { skipWordBytes() }
    let range = SourceRange(start, position)
    guard range.count <= Self.nameLimit else {
      append(.name, from: start, name: names.intern("…", at: range))
      return report(.nameTooLong(at: range, limit: Self.nameLimit))
    }
    append(.name, from: start, name: names.intern(source[range], at: range))
  }

  private mutating func skipWordBytes() {
    while position < end, isNameByte(bytes[position]) || bytes[position] >= 0x80 { position += 1 }
  }

  /// Letters, digits, subscripts, and a subscript in braces: `x_{12}`; stops when the name is
  /// too long.
  mutating func skipNameCharacters() {
    let limit = position + Self.nameLimit
    while position < end, position <= limit {
      let byte = bytes[position]
      if isNameByte(byte) {
        position += 1
      } else if byte >= 0x80 {
        let (scalar, length) = scalar(at: position)
        guard scalar.continuesName else { return }
        position += length
      } else if byte == UInt8(ascii: "{"), bytes[position - 1] == UInt8(ascii: "_") {
        guard skipBracedSubscript() else { return }
      } else {
        return
      }
    }
  }

  private mutating func skipBracedSubscript() -> Bool {
    var place = position + 1
    while place < end, isNameByte(bytes[place]) { place += 1 }
    guard place > position + 1, place < end, bytes[place] == UInt8(ascii: "}") else { return false }
    position = place + 1
    return true
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The character at an offset with its length; U+FFFD for a byte that begins none.
  func scalar(at place: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = UInt32(bytes[place])
    if lead < 0x80 { return (Unicode.Scalar(UInt8(lead)), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead < 0xF5, place + length <= end else { return ("\u{FFFD}", 1) }
    var value = lead & (0xFF >> UInt32(length + 1))
    for byte in bytes[place + 1..<place + length] {
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }
}
