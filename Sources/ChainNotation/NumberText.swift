package import ExpressionGraph

extension Number {
  /// The exact decimal expansion of a fraction that has a finite one: `0.75`.
  var exactDecimal: String? {
    guard let (numerator, denominator) = fraction else { return nil }
    var rest = denominator
    var (twos, fives) = (0, 0)
    while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    guard rest == 1 else { return nil }
    let magnitude = numerator.magnitude
    let divisor = UInt64(denominator)
    var text = (numerator < 0 ? "-" : "") + String(magnitude / divisor)
    var remainder = magnitude % divisor
    if remainder != 0 { text += "." }
    for _ in 0..<max(twos, fives) where remainder != 0 {
      let (high, low) = remainder.multipliedFullWidth(by: 10)
      let (digit, rest) = divisor.dividingFullWidth((high, low))
      text += String(digit)
      remainder = rest
    }
    return text
  }

  /// As the language reads it: `3`, `0.75`, `1/3`, `1e-12`.
  package var text: String {
    guard let (numerator, denominator) = fraction else { return shortest(double) }
    if denominator == 1 { return String(numerator) }
    if isDecimal, let exactDecimal { return exactDecimal }
    return "\(numerator)/\(denominator)"
  }
}

/// The shortest text that reads back as the same double: `0.1`, `2`, `1e-07`; `nan`, `inf` and
/// `-inf` where there is no number.
package func shortest(_ value: Double) -> String {
  if value.isNaN { return "nan" }
  if value.isInfinite { return value < 0 ? "-inf" : "inf" }
  if value == 0 { return "0" }
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A rounded number for people: mantissa digits and, where it is needed, a power of ten.
package struct DecimalText: Hashable, Sendable {
  package let isNegative: Bool
  /// Digits with a point, trailing zeros trimmed: `0.479`, `1.985`; a word if there is no number.
  package let mantissa: String
  /// The power of ten the mantissa is multiplied by; nil where plain digits do.
  package let exponent: Int?

  /// The value rounded to so many significant digits.
  ///
  /// Plain digits serve from 10⁻³ up to where the digits before the point would be zeros made up;
  /// beyond, a power of ten is written. Never a negative zero.
  package init(_ value: Double, digits: Int = 4) {
    guard value.isFinite, value != 0 else {
      isNegative = value < 0
      mantissa = value.isNaN ? "undefined" : value == 0 ? "0" : "∞"
      exponent = nil
      return
    }
    isNegative = value < 0
    let (figures, magnitude) = DecimalText.round(value.magnitude, digits: max(digits, 1))
    if magnitude < -3 || magnitude >= max(figures.count, max(digits, 1) + 2) {
      mantissa = DecimalText.place(figures, pointAfter: 1)
      exponent = magnitude
    } else {
      mantissa = DecimalText.place(figures, pointAfter: magnitude + 1)
      exponent = nil
    }
  }

  /// The significant digits, trailing zeros trimmed, and the power of ten of the first of them.
  ///
  /// Rounds the shortest round-trip digits half up, as a reader of those digits would.
  private static func round(_ value: Double, digits: Int) -> (figures: [UInt8], magnitude: Int) {
    var figures: [UInt8] = []
    var magnitude = -1
    var seenPoint = false
    for byte in value.description.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if figures.isEmpty, digit == 0 {
          if seenPoint { magnitude -= 1 }
        } else {
          figures.append(digit)
          if !seenPoint { magnitude += 1 }
        }
      case UInt8(ascii: "."): seenPoint = true
      default:
        let tail = value.description.split(separator: "e")
        magnitude += tail.count > 1 ? Int(tail[1]) ?? 0 : 0
        return trim(figures, magnitude, digits: digits)
      }
    }
    return trim(figures, magnitude, digits: digits)
  }

  private static func trim(
    _ exact: [UInt8], _ exactMagnitude: Int, digits: Int
  ) -> (figures: [UInt8], magnitude: Int) {
    var (figures, magnitude) = (exact, exactMagnitude)
    if figures.count > digits {
      let roundsUp = figures[digits] >= 5
      figures.removeSubrange(digits...)
      var position = digits - 1
      while roundsUp, position >= 0 {
        figures[position] = (figures[position] + 1) % 10
        if figures[position] != 0 { break }
        position -= 1
      }
      if roundsUp, position < 0 {
        figures.insert(1, at: 0)
        magnitude += 1
      }
    }
    while figures.count > 1, figures.last == 0 { figures.removeLast() }
    return (figures, magnitude)
  }

  private static func place(_ figures: [UInt8], pointAfter count: Int) -> String {
    func text(_ figures: some Sequence<UInt8>) -> String {
      String(decoding: figures.map { UInt8(ascii: "0") + $0 }, as: UTF8.self)
    }
    if count <= 0 {
      return "0." + String(repeating: "0", count: -count) + text(figures)
    }
    if count >= figures.count {
      return text(figures) + String(repeating: "0", count: count - figures.count)
    }
    return text(figures[..<count]) + "." + text(figures[count...])
  }
}

extension DecimalText: CustomStringConvertible {
  /// With a real minus and raised digits: `−0.479`, `1.2×10⁻⁵`.
  package var description: String {
    let sign = isNegative ? "\u{2212}" : ""
    guard let exponent else { return sign + mantissa }
    return sign + mantissa + "×10" + superscript(exponent)
  }
}

/// An integer in raised digits: `⁻¹²`.
func superscript(_ value: Int) -> String {
  let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  return String(
    String(value).map { digit in digit.wholeNumberValue.map { raised[$0] } ?? "⁻" })
}
