/// A natural number of any size, to count paths and multiplications exactly.
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

  /// Digit by digit; the product of two digits and two carries fits twice their width.
  package static func * (a: Natural, b: Natural) -> Natural {
    var product = [UInt64](repeating: 0, count: a.digits.count + b.digits.count)
    for (i, x) in a.digits.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.digits.enumerated() {
        let (high, low) = x.multipliedFullWidth(by: y)
        let (sum, overflow) = low.addingReportingOverflow(product[i + j] + carry)
        (carry, product[i + j]) = base.dividingFullWidth((high + (overflow ? 1 : 0), sum))
      }
      product[i + b.digits.count] = carry
    }
    var result = Natural(0)
    result.digits = product
    while result.digits.last == 0 { result.digits.removeLast() }
    return result
  }

  /// The nearest double; infinite beyond its range.
  package var double: Double {
    digits.reversed().reduce(0) { $0 * Double(Natural.base) + Double($1) }
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
