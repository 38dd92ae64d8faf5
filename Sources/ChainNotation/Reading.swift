import ExpressionGraph

/// A node read as a term: `coefficient · scalars · tensor / divisors`.
///
/// Kept apart because what surrounds the term merges with it: a sum takes its sign, a product its
/// factors, a fraction its divisors.
struct Reading {
  /// What a tensor-valued term holds besides its scalars.
  enum Body {
    /// Nothing: the term is a scalar.
    case none
    case strand(Strand)
    /// The same scalar at every entry.
    case constant(Shape)
  }

  var coefficient: Number = .one
  var scalars: [Phrase] = []
  var divisors: [Phrase] = []
  var body: Body = .none

  init(coefficient: Number = .one, scalars: [Phrase] = [], body: Body = .none) {
    self.coefficient = coefficient
    self.scalars = scalars
    self.body = body
  }

  /// A phrase of so many axes; a vector can be a row by nature.
  init(_ phrase: Phrase, order: Int, isRow: Bool = false) {
    if order == 0 {
      scalars = [phrase]
    } else if isRow && order == 1 {
      body = .strand(Strand(row: Written(phrase)))
    } else {
      body = .strand(Strand(Written(phrase)))
    }
  }

  /// Whether the term is one factor without number, scalars or divisors beside it.
  var isBare: Bool {
    guard coefficient.equals(.one), divisors.isEmpty else { return false }
    return switch body {
    case .none: scalars.count == 1
    case .strand: scalars.isEmpty
    case .constant: false
    }
  }

  /// The scalar part alone.
  var scalarPart: Reading {
    var part = self
    part.body = .none
    return part
  }

  mutating func multiply(by factor: Number) { coefficient = coefficient * factor }

  /// Multiplies by the scalar part of another term.
  mutating func multiply(byScalarOf other: Reading) {
    if other.scalars.isEmpty, other.divisors.isEmpty, !coefficient.equals(.one),
      !coefficient.isMinusOne, !other.coefficient.equals(.one), !other.coefficient.isMinusOne
    {
      // Two numbers that the source multiplies stay two numbers.
      scalars.append(Phrase.constant(other.coefficient.magnitude))
      if other.coefficient.isNegative { coefficient = -coefficient }
      return
    }
    absorbScalars(of: other)
  }

  /// Multiplies by number, scalars and divisors of another term, whatever its body.
  mutating func absorbScalars(of other: Reading) {
    coefficient = coefficient * other.coefficient
    scalars += other.scalars
    divisors += other.divisors
  }

  /// Divides by another scalar term.
  mutating func divide(by other: Reading) {
    guard other.divisors.isEmpty, !other.coefficient.isZero,
      other.coefficient.fractionParts == nil
    else {
      divisors.append(other.phrase)
      return
    }
    if other.coefficient.isNegative { coefficient = -coefficient }
    let magnitude = other.coefficient.magnitude
    if !magnitude.equals(.one) { divisors.append(.number(magnitude)) }
    divisors += other.scalars
  }

  /// Multiplies by a power of another scalar term.
  mutating func multiply(by other: Reading, to exponent: Number) {
    if exponent.equals(.one) {
      multiply(byScalarOf: other)
    } else if exponent.isMinusOne {
      divide(by: other)
    } else {
      let power = Phrase.scalarPower(other.phrase, exponent.magnitude)
      if exponent.isNegative { divisors.append(power) } else { scalars.append(power) }
    }
  }

  /// The term as a phrase, a vector as a column.
  var phrase: Phrase { written(turned: false).phrase }

  /// The magnitude of the term as a phrase, and apart from it the sign.
  func signed(turned: Bool) -> (term: SignedPhrase, primes: Int) {
    let written = magnitude(turned: turned)
    return (SignedPhrase(written.phrase, isNegative: coefficient.isNegative), written.primes)
  }

  func written(turned: Bool) -> Written {
    let (term, primes) = signed(turned: turned)
    return Written(term.isNegative ? .negated(term.phrase) : term.phrase, primes: primes)
  }

  private func magnitude(turned: Bool) -> Written {
    let value = coefficient.magnitude
    let (top, bottom) = value.fractionParts ?? (value, .one)
    let under = (bottom.equals(.one) ? [] : [Phrase.number(bottom)]) + divisors
    let hasNumber = !top.equals(.one)
    let over = (hasNumber ? [Phrase.number(top)] : []) + scalars
    let numerator = numerator(of: over, isZero: top.isZero, turned: turned)
    guard !under.isEmpty else { return numerator }
    return Written(.quotient(numerator.phrase, .product(under)), primes: numerator.primes)
  }

  private func numerator(of over: [Phrase], isZero: Bool, turned: Bool) -> Written {
    switch body {
    case .none: return Written(.product(over))
    case .constant(let shape):
      let tensor = Written(isZero ? .zeros(shape) : .ones(shape))
      let side = turned && shape.order == 1 ? tensor.transposed : tensor
      return isZero || over.isEmpty
        ? side : Written(.scaled(.product(over), side.phrase), primes: side.primes)
    case .strand(let strand):
      let side = turned ? strand.turned : strand.plain
      guard !over.isEmpty else { return side }
      return Written(side.phrase.multiplied(by: .product(over)), primes: side.primes)
    }
  }
}

extension Phrase {
  /// A power with a positive exponent; a root where it is one half.
  static func scalarPower(_ base: Phrase, _ exponent: Number) -> Phrase {
    if exponent.equals(.one) { return base }
    return exponent.isHalf
      ? .elementwise(.sqrt, [base]) : .power(base, .constant(exponent))
  }

  /// The tensor times a scalar: `2./x` rather than `2*(1./x)`.
  fileprivate func multiplied(by scalar: Phrase) -> Phrase {
    if case .transpose(let inner) = self, case .entrywiseQuotient(.number, _) = inner {
      return .transpose(inner.multiplied(by: scalar))
    }
    if case .entrywiseQuotient(.number(let one), let bottom) = self, one.equals(.one) {
      return .entrywiseQuotient(scalar, bottom)
    }
    return .scaled(scalar, self)
  }
}
