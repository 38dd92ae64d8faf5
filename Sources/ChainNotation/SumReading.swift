import ExpressionGraph

extension Reading {
  /// A linear combination of terms of one shape.
  ///
  /// Beside a tensor, a scalar at every entry is written as the scalar, `1 - x.^2`, but not beside
  /// what matrix algebra makes: `eye(n) - 1/n` would be read as a multiple of the identity.
  static func sum(of operands: [Reading], _ coefficients: [Number]) -> Reading {
    var terms = operands
    for place in terms.indices { terms[place].multiply(by: coefficients[place]) }
    guard terms.count != 1 else { return terms[0] }
    let isConstant = terms.map { if case .constant = $0.body { true } else { false } }
    guard let shape = terms.compactMap(\.constantShape).first,
      shape.order != 2 || !terms.contains(where: \.isMatrixAlgebra)
    else { return sum(terms) }
    for place in terms.indices where isConstant[place] { terms[place].body = .none }
    var result = sum(terms)
    if !isConstant.contains(false) { result.body = .constant(shape) }
    return result
  }

  private var constantShape: Shape? {
    if case .constant(let shape) = body { shape } else { nil }
  }

  private var isMatrixAlgebra: Bool {
    if case .strand(let strand) = body { strand.plain.phrase.isMatrixAlgebra } else { false }
  }

  private static func sum(_ terms: [Reading]) -> Reading {
    let plain = spliced(terms.map { $0.signed(turned: false) })
    let isScalar = terms.allSatisfy { if case .none = $0.body { true } else { false } }
    if isScalar { return Reading(.sum(plain.terms), order: 0) }
    let spread = spliced(terms.map { $0.signed(turned: true) })
    let upright = Written(.sum(plain.terms), primes: plain.primes)
    let turned = Written(.sum(spread.terms), primes: spread.primes)
    if isSame(plain.terms, spread.terms) {
      return Reading(body: .strand(Strand(plain: upright, turned: upright)))
    }
    var strand = Strand(
      plain: .fewest(upright, turned.transposed), turned: .fewest(upright.transposed, turned))
    strand.spread = spread.terms.contains(where: \.phrase.hasChain) ? turned : nil
    return Reading(body: .strand(strand))
  }

  /// The terms with sums among them taken apart, unless a minus stands before.
  private static func spliced(
    _ terms: [(term: SignedPhrase, primes: Int)]
  ) -> (terms: [SignedPhrase], primes: Int) {
    let flat = terms.map(\.term).flatMap { term in
      if !term.isNegative, case .sum(let inner) = term.phrase { inner } else { [term] }
    }
    return (flat, terms.reduce(0) { $0 &+ $1.primes })
  }

  /// Whether the terms are the same but for their order: then a matrix is its own transpose.
  private static func isSame(_ a: [SignedPhrase], _ b: [SignedPhrase]) -> Bool {
    let fewTerms = 6
    guard a.count == b.count, a.count <= fewTerms else { return false }
    return a.allSatisfy(b.contains) && b.allSatisfy(a.contains)
  }

  /// A function entry by entry; a scalar among tensors stays one.
  static func applying(_ function: ElementwiseFunction, to operands: [Reading]) -> Reading {
    let shape = operands.compactMap(\.constantShape).first
    let isTensor = operands.contains { if case .strand = $0.body { true } else { false } }
    let sides = operands.map { operand in
      operand.constantShape == nil ? operand : operand.scalarPart
    }
    let upright = written(function, sides, turned: false, isTensor: isTensor)
    guard isTensor else {
      return Reading(scalars: [upright.phrase], body: shape.map { .constant($0) } ?? .none)
    }
    let turned = written(function, sides, turned: true, isTensor: isTensor)
    if turned.phrase == upright.phrase {
      return Reading(body: .strand(Strand(plain: upright, turned: upright)))
    }
    return Reading(
      body: .strand(turned.primes < upright.primes ? Strand(row: turned) : Strand(upright)))
  }

  private static func written(
    _ function: ElementwiseFunction, _ operands: [Reading], turned: Bool, isTensor: Bool
  ) -> Written {
    let parts = operands.map { $0.written(turned: turned) }
    let phrases = parts.map(\.phrase)
    let primes = parts.reduce(0) { $0 &+ $1.primes }
    guard function == .power, phrases.count == 2 else {
      return Written(.elementwise(function, phrases), primes: primes)
    }
    let power: Phrase =
      isTensor ? .entrywisePower(phrases[0], phrases[1]) : .power(phrases[0], phrases[1])
    return Written(power, primes: primes)
  }
}

extension Phrase {
  /// Whether this is a matrix product, an identity or a diagonal matrix, scaled or not.
  fileprivate var isMatrixAlgebra: Bool {
    switch self {
    case .scaled(_, let inner), .quotient(let inner, _), .negated(let inner), .transpose(let inner):
      inner.isMatrixAlgebra
    case .identity, .linear(.diagonal, _): true
    case _: matrixFactorCount != nil
    }
  }

  /// Whether a matrix product is among the factors.
  fileprivate var hasChain: Bool {
    if case .scaled(_, let inner) = self { return inner.hasChain }
    if case .quotient(let inner, _) = self { return inner.hasChain }
    return matrixFactorCount != nil
  }
}
