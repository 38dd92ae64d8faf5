/// A natural number of any size, to count paths exactly.
package struct Natural: Hashable, Sendable, CustomStringConvertible {
  /// Base 10¹⁸, least first, no leading zeros; empty for 0.
  private var digits: [UInt64]
  private static let base: UInt64 = 1_000_000_000_000_000_000

  package init(_ value: UInt64) {
    digits =
      value == 0
      ? []
      : value < Natural.base
        ? [value] : [value % Natural.base, value / Natural.base]
  }

  package static func + (a: Natural, b: Natural) -> Natural {
    var sum = Natural(0)
    var carry: UInt64 = 0
    for position in 0..<max(a.digits.count, b.digits.count) {
      let x = position < a.digits.count ? a.digits[position] : 0
      let y = position < b.digits.count ? b.digits[position] : 0
      sum.digits.append((x + y + carry) % base)
      carry = (x + y + carry) / base
    }
    if carry > 0 { sum.digits.append(carry) }
    return sum
  }

  /// The value if it fits.
  package var integer: Int? {
    digits.isEmpty ? 0 : digits.count == 1 ? Int(digits[0]) : nil
  }

  package var description: String {
    guard let last = digits.last else { return "0" }
    return digits.dropLast().reversed().reduce(String(last)) { text, digit in
      let part = String(digit)
      return text + String(repeating: "0", count: 18 - part.count) + part
    }
  }
}
