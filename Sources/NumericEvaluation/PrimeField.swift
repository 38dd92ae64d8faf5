import ExpressionGraph

/// A whole number modulo the prime 2⁶¹ − 1, in which sums, products and quotients are exact.
struct PrimeField: Hashable, Sendable {
  static let modulus: UInt64 = (1 << 61) - 1
  static let zero = PrimeField(reduced: 0)
  static let one = PrimeField(reduced: 1)

  private(set) var value: UInt64

  /// Any number, reduced.
  init(_ value: UInt64) {
    let folded = (value & Self.modulus) + (value >> 61)
    self.init(reduced: folded >= Self.modulus ? folded - Self.modulus : folded)
  }

  /// Precondition: less than the modulus.
  private init(reduced value: UInt64) {
    self.value = value
  }

  init(_ value: Int64) {
    let magnitude = PrimeField(value.magnitude)
    self = value < 0 ? .zero - magnitude : magnitude
  }

  /// An exact fraction; nil for what is only near one, or divided by the modulus.
  init?(_ number: Number) {
    guard let (numerator, denominator) = number.fraction,
      let inverse = PrimeField(Int64(denominator)).inverse
    else { return nil }
    self = PrimeField(Int64(numerator)) * inverse
  }

  static func + (a: PrimeField, b: PrimeField) -> PrimeField { PrimeField(a.value + b.value) }

  static func - (a: PrimeField, b: PrimeField) -> PrimeField {
    PrimeField(a.value + (modulus - b.value))
  }

  static func * (a: PrimeField, b: PrimeField) -> PrimeField {
    let (high, low) = a.value.multipliedFullWidth(by: b.value)
    // 2⁶⁴ is 8 modulo 2⁶¹ − 1, and the high word is below 2⁵⁸.
    return PrimeField((high << 3) | (low >> 61)) + PrimeField(low & modulus)
  }

  /// The reciprocal, by Fermat's little theorem; nil for zero.
  var inverse: PrimeField? { value == 0 ? nil : raised(Self.modulus - 2) }

  /// A power with any whole exponent; nil for zero to a negative one.
  func power(_ exponent: Int) -> PrimeField? {
    let positive = raised(UInt64(exponent.magnitude))
    return exponent < 0 ? positive.inverse : positive
  }

  private func raised(_ exponent: UInt64) -> PrimeField {
    var (result, square, rest) = (PrimeField.one, self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      square = square * square
      rest >>= 1
    }
    return result
  }

  /// A random element that is the same for the same words: what a function that is not rational
  /// gives for its arguments.
  static func atom(_ words: some Sequence<UInt64>) -> PrimeField {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for word in words {
      state = (state ^ word) &* 0xBF58_476D_1CE4_E5B9
      state ^= state >> 29
      state = state &* 0x94D0_49BB_1331_11EB
      state ^= state >> 32
    }
    return PrimeField(state)
  }
}

/// Square matrices over the field, row by row.
struct PrimeMatrix {
  let size: Int
  var entries: [PrimeField]

  /// Determinant and inverse by elimination; no inverse where the determinant is zero.
  func eliminated() -> (determinant: PrimeField, inverse: [PrimeField]?) {
    var rows = (0..<size).map { row in
      Array(entries[row * size..<(row + 1) * size])
        + (0..<size).map { $0 == row ? PrimeField.one : .zero }
    }
    var determinant = PrimeField.one
    for column in 0..<size {
      guard let pivot = (column..<size).first(where: { rows[$0][column] != .zero }),
        let inverse = rows[pivot][column].inverse
      else { return (.zero, nil) }
      if pivot != column {
        rows.swapAt(pivot, column)
        determinant = .zero - determinant
      }
      determinant = determinant * rows[column][column]
      rows[column] = rows[column].map { $0 * inverse }
      for row in 0..<size where row != column && rows[row][column] != .zero {
        let factor = rows[row][column]
        rows[row] = zip(rows[row], rows[column]).map { $0 - factor * $1 }
      }
    }
    return (determinant, rows.flatMap { $0.dropFirst(size) })
  }
}
