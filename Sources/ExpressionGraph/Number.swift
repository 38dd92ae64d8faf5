/// A real constant: an exact fraction while that fits 64-bit integers, a double beyond.
///
/// A fraction written as a decimal stays exact and remembers to be printed as one: `0.5 + 0.25`
/// is the fraction 3/4, printed `0.75`.
package struct Number: Hashable, Sendable {
  /// The numerator, or the bit pattern of the double when `denominator` is 0.
  private let high: Int64
  /// Positive for a fraction in lowest terms; 0 for a double.
  private let low: Int64
  /// Whether a fraction is printed as a decimal where it has a finite one.
  package let isDecimal: Bool

  private init(high: Int64, low: Int64, isDecimal: Bool) {
    self.high = high
    self.low = low
    self.isDecimal = isDecimal
  }

  package init(_ value: Int) {
    self.init(high: Int64(value), low: 1, isDecimal: false)
  }

  /// A double that is a whole number of moderate size becomes that integer.
  package init(_ value: Double) {
    if value == value.rounded(), abs(value) < 1e15 {
      self.init(high: Int64(value), low: 1, isDecimal: true)
    } else {
      self.init(high: Int64(bitPattern: value.bitPattern), low: 0, isDecimal: true)
    }
  }

  /// The fraction in lowest terms; nil if the denominator is zero or the result does not fit.
  package init?(numerator: Int64, denominator: Int64, isDecimal: Bool = false) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Number.gcd(numerator.magnitude, denominator.magnitude)
    let sign: Int64 = denominator < 0 ? -1 : 1
    self.init(
      high: sign * numerator / divisor,
      low: denominator.magnitude == 0 ? 1 : sign * denominator / divisor,
      isDecimal: isDecimal)
  }

  package static let zero = Number(0)
  package static let one = Number(1)
  package static let minusOne = Number(-1)

  /// Numerator and denominator of an exact fraction.
  package var fraction: (numerator: Int64, denominator: Int64)? {
    low == 0 ? nil : (high, low)
  }

  /// The value if it is an exact integer.
  package var integer: Int? {
    low == 1 ? Int(high) : nil
  }

  package var double: Double {
    low == 0
      ? Double(bitPattern: UInt64(bitPattern: high))
      : low == 1 ? Double(high) : Double(high) / Double(low)
  }

  package var isZero: Bool { low == 1 && high == 0 }
  package var isOne: Bool { low == 1 && high == 1 }
  package var isMinusOne: Bool { low == 1 && high == -1 }
  package var isNegative: Bool { low == 0 ? double < 0 : high < 0 }
  package var magnitude: Number { isNegative ? -self : self }
  package var isExact: Bool { low != 0 }

  /// Equality of values, whatever the way they are printed.
  package func equals(_ other: Number) -> Bool { high == other.high && low == other.low }

  /// The largest positive number of which both are whole multiples; nil unless both are exact
  /// and not zero.
  package func commonMeasure(with other: Number) -> Number? {
    guard low != 0, other.low != 0, !isZero, !other.isZero else { return nil }
    // Over a common denominator: p/q and r/s are ps/(qs) and rq/(qs).
    let (ps, o1) = high.multipliedReportingOverflow(by: other.low)
    let (rq, o2) = other.high.multipliedReportingOverflow(by: low)
    let (qs, o3) = low.multipliedReportingOverflow(by: other.low)
    guard !o1, !o2, !o3 else { return nil }
    return Number(
      numerator: Number.gcd(ps.magnitude, rq.magnitude), denominator: qs,
      isDecimal: isDecimal || other.isDecimal)
  }

  private static func gcd(_ a: UInt64, _ b: UInt64) -> Int64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return Int64(max(a, 1))
  }
}

extension Number {
  package static prefix func - (a: Number) -> Number {
    a.low == 0
      ? Number(-a.double) : Number(high: -a.high, low: a.low, isDecimal: a.isDecimal)
  }

  package static func + (a: Number, b: Number) -> Number {
    combine(a, b, inexact: +) { p, q, r, s in
      // p/q + r/s = (ps + rq)/(qs)
      let (ps, o1) = p.multipliedReportingOverflow(by: s)
      let (rq, o2) = r.multipliedReportingOverflow(by: q)
      let (sum, o3) = ps.addingReportingOverflow(rq)
      let (qs, o4) = q.multipliedReportingOverflow(by: s)
      return o1 || o2 || o3 || o4 ? nil : (sum, qs)
    }
  }

  package static func - (a: Number, b: Number) -> Number { a + -b }

  package static func * (a: Number, b: Number) -> Number {
    combine(a, b, inexact: *) { p, q, r, s in
      let (pr, o1) = p.multipliedReportingOverflow(by: r)
      let (qs, o2) = q.multipliedReportingOverflow(by: s)
      return o1 || o2 ? nil : (pr, qs)
    }
  }

  /// The quotient; the divisor must not be zero.
  package static func / (a: Number, b: Number) -> Number {
    precondition(!b.isZero, "a constant division by zero is refused before it gets here")
    return combine(a, b, inexact: /) { p, q, r, s in
      let (ps, o1) = p.multipliedReportingOverflow(by: s)
      let (qr, o2) = q.multipliedReportingOverflow(by: r)
      return o1 || o2 ? nil : (ps, qr)
    }
  }

  private static func combine(
    _ a: Number, _ b: Number, inexact: (Double, Double) -> Double,
    exact: (Int64, Int64, Int64, Int64) -> (Int64, Int64)?
  ) -> Number {
    guard a.low != 0, b.low != 0, let (n, d) = exact(a.high, a.low, b.high, b.low),
      let result = Number(numerator: n, denominator: d, isDecimal: a.isDecimal || b.isDecimal)
    else { return Number(inexact(a.double, b.double)) }
    return result
  }

  /// The integer power of an exact number; nil where it is 0 to a negative power or does not fit.
  package func power(_ exponent: Int) -> Number? {
    guard isExact, abs(exponent) <= 64 else { return nil }
    if exponent < 0 {
      guard !isZero, let positive = power(-exponent) else { return nil }
      return .one / positive
    }
    var result = Number.one
    for _ in 0..<exponent {
      result = result * self
      guard result.isExact else { return nil }
    }
    return result
  }
}

extension Number: Comparable {
  package static func < (a: Number, b: Number) -> Bool { (a - b).isNegative }
}

extension Number: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) {
    self.init(value)
  }
}
