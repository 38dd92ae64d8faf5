package import MathTypesetting

/// Where an axis is marked, in steps that a reader counts in: 1, 2 or 5 times a power of ten, or a
/// simple multiple of π.
package struct Ticks: Hashable {
  package struct Mark: Hashable {
    package let value: Double
    package let label: Formula
  }

  package let marks: [Mark]
  /// The power of ten that all labels are to be multiplied by; nil where they stand for themselves.
  package let exponent: Int?

  /// Marks in a range, about as many as `count`.
  package init(in range: ClosedRange<Double>, count: Int, isInPi: Bool = false) {
    if isInPi, let step = PiStep(span: range.span, count: count) {
      exponent = nil
      marks = multiples(of: step.value, in: range).map {
        Mark(value: Double($0) * step.value, label: step.label($0))
      }
      return
    }
    let step = DecimalStep(span: range.span, count: count)
    let largest = max(abs(range.lowerBound), abs(range.upperBound))
    let magnitude = magnitude(of: largest)
    let exponent = (-3...4).contains(magnitude) ? nil : magnitude
    self.exponent = exponent
    marks = multiples(of: step.value, in: range).map { multiple in
      Mark(value: step.times(multiple), label: step.label(multiple, over: exponent ?? 0))
    }
  }

  /// The round numbers in a range by themselves, about as many as `count`.
  static func values(in range: ClosedRange<Double>, count: Int) -> [Double] {
    let step = DecimalStep(span: range.span, count: count)
    return multiples(of: step.value, in: range).map(step.times)
  }
}

/// The whole multiples of a step that lie in a range, up to rounding at its ends.
private func multiples(of step: Double, in range: ClosedRange<Double>) -> [Int] {
  let slack = 1e-9
  let first = (range.lowerBound / step - slack).rounded(.up)
  let last = (range.upperBound / step + slack).rounded(.down)
  guard first <= last, last - first < 1000, abs(first) < 1e15, abs(last) < 1e15 else { return [] }
  return Array(Int(first)...Int(last))
}

/// The power of ten of a number's first digit.
private func magnitude(of value: Double) -> Int {
  guard value > 0, value.isFinite else { return 0 }
  var power = 0
  var rest = value
  while rest >= 9.999999999 { (rest, power) = (rest / 10, power + 1) }
  while rest < 0.999999999 { (rest, power) = (rest * 10, power - 1) }
  return power
}

/// 1, 2 or 5 times a power of ten.
struct DecimalStep {
  let digit: Int
  let power: Int

  /// The step that divides a span into a number of parts nearest to `count`.
  init(span: Double, count: Int) {
    let ideal = span / Double(max(1, count))
    let power = magnitude(of: ideal)
    let mantissa = ideal / scaled(1, by: power)
    switch mantissa {
    case ..<1.5: (digit, self.power) = (1, power)
    case ..<3.5: (digit, self.power) = (2, power)
    case ..<7.5: (digit, self.power) = (5, power)
    case _: (digit, self.power) = (1, power + 1)
    }
  }

  /// The largest step that is not above a length.
  init(within length: Double) {
    power = magnitude(of: length)
    let mantissa = length / scaled(1, by: power)
    digit = mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1
  }

  private init(digit: Int, power: Int) {
    self.digit = digit
    self.power = power
  }

  /// The next smaller step.
  var finer: DecimalStep {
    switch digit {
    case 5: DecimalStep(digit: 2, power: power)
    case 2: DecimalStep(digit: 1, power: power)
    case _: DecimalStep(digit: 5, power: power - 1)
    }
  }

  var value: Double { scaled(Double(digit), by: power) }

  /// A multiple, exact to the last digit.
  func times(_ multiple: Int) -> Double { scaled(Double(digit * multiple), by: power) }

  /// A multiple over a power of ten, with as many decimals as the step has.
  func label(_ multiple: Int, over exponent: Int) -> Formula {
    let number = digit * multiple
    let decimals = max(0, exponent - power)
    let zeros = String(repeating: "0", count: max(0, power - exponent))
    var digits = String(number.magnitude)
    guard number != 0 else { return .number("0") }
    if decimals > 0 {
      digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    } else {
      digits += zeros
    }
    return .number((number < 0 ? "-" : "") + digits)
  }
}

/// The nearest double to a number with its decimal point moved.
private func scaled(_ value: Double, by power: Int) -> Double {
  Double("\(value)e\(power)") ?? value
}

/// A simple multiple or fraction of π.
private struct PiStep {
  let numerator: Int
  let denominator: Int

  private static let all = [
    (1, 12), (1, 6), (1, 4), (1, 2), (1, 1), (2, 1), (5, 1), (10, 1), (20, 1), (50, 1),
  ].map { PiStep(numerator: $0, denominator: $1) }

  private init(numerator: Int, denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Nil where the span is too short or too long for multiples of π to be of use.
  init?(span: Double, count: Int) {
    guard let step = Self.all.first(where: { span / $0.value <= 1.5 * Double(count) }),
      span / step.value >= 1.5
    else { return nil }
    self = step
  }

  var value: Double { Double(numerator) * .pi / Double(denominator) }

  func label(_ multiple: Int) -> Formula {
    let (top, bottom) = reduced(multiple * numerator, denominator)
    guard top != 0 else { return .number("0") }
    var parts: [Formula] = []
    if top < 0 { parts.append(.ordinary("\u{2212}")) }
    if abs(top) != 1 { parts.append(.number(String(abs(top)))) }
    parts.append(.symbol("π", .ordinary, .italic))
    if bottom != 1 { parts += [.ordinary("/"), .number(String(bottom))] }
    return .row(parts)
  }

  private func reduced(_ top: Int, _ bottom: Int) -> (Int, Int) {
    var (a, b) = (abs(top), bottom)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? (0, 1) : (top / a, bottom / a)
  }
}

extension ClosedRange<Double> {
  var span: Double { upperBound - lowerBound }
  var middle: Double { lowerBound + span / 2 }

  /// The place a fraction of the way from the lower bound to the upper.
  func at(_ fraction: Double) -> Double { lowerBound + fraction * span }
}
