/// Bytes of a text format under construction: numbers are formatted here, by hand, so that neither
/// locale nor library decides how they look.
package struct MarkupBuffer {
  package private(set) var bytes: [UInt8] = []

  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ more: [UInt8]) {
    bytes.append(contentsOf: more)
  }

  mutating func append(_ character: UInt8) {
    bytes.append(character)
  }

  /// Writes over what stands at `offset`, which must be long enough.
  mutating func overwrite(at offset: Int, with text: [UInt8]) {
    bytes.replaceSubrange(offset..<offset + text.count, with: text)
  }
}

// MARK: Numbers

extension MarkupBuffer {
  private static let powersOfTen: [Int] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

  /// A value in steps of 10^-decimals, halves away from zero.
  static func quantize(_ value: Double, decimals: Int) -> Int {
    precondition(value.magnitude < 1e12, "a coordinate is not a finite number of a sane size")
    return Int((value * Double(powersOfTen[decimals])).rounded())
  }

  /// A number rounded to at most `decimals` (0 to 6) digits after the point, the last one not 0.
  package mutating func append(_ value: Double, decimals: Int = 2) {
    append(steps: Self.quantize(value, decimals: decimals), decimals: decimals)
  }

  /// The number `steps` · 10^-decimals; zero has no sign.
  mutating func append(steps: Int, decimals: Int) {
    if steps < 0 { append(UInt8(ascii: "-")) }
    var magnitude = Int(steps.magnitude)
    var decimals = decimals
    while decimals > 0, magnitude % 10 == 0 {
      magnitude /= 10
      decimals -= 1
    }
    let unit = Self.powersOfTen[decimals]
    append(digitsOf: magnitude / unit, count: 1)
    if decimals > 0 {
      append(UInt8(ascii: "."))
      append(digitsOf: magnitude % unit, count: decimals)
    }
  }

  /// Decimal digits, at least `count` of them.
  private mutating func append(digitsOf number: Int, count: Int) {
    let start = bytes.count
    var rest = UInt64(number)
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0 || bytes.count - start < count
    bytes[start...].reverse()
  }
}

// MARK: XML

extension MarkupBuffer {
  /// Character data that is safe between tags and between quotation marks.
  ///
  /// What XML 1.0 cannot hold
  /// is left out, and white space is spelt so that no parser normalises it.
  package mutating func append(escaping text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"": append("&quot;")
      case "\t": append("&#9;")
      case "\n": append("&#10;")
      case "\r": append("&#13;")
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": continue
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// `name="value"` after a space, the value to two decimals.
  mutating func append(attribute name: String, _ value: Double) {
    append(" ")
    append(name)
    append("=\"")
    append(value)
    append("\"")
  }
}
