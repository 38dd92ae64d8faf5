import ExpressionGraph

/// A phrase and how many primes it has: of two ways to write the same, fewer primes win.
struct Written {
  var phrase: Phrase
  var primes: Int

  init(_ phrase: Phrase, primes: Int = 0) {
    self.phrase = phrase
    self.primes = primes
  }

  /// With rows and columns exchanged.
  var transposed: Written {
    if case .transpose = phrase { return Written(phrase.transposed, primes: primes - 1) }
    if case .literal = phrase { return Written(phrase.transposed, primes: primes) }
    // A lecture turns the factors of a product with an inverse or ⊗, not the product.
    let cost = phrase.hasKronecker ? 9 : phrase.isChainWithInverse ? 2 : 1
    return Written(phrase.transposed, primes: primes &+ cost)
  }

  static func * (a: Written, b: Written) -> Written {
    Written(.matrixProduct(a.phrase, b.phrase), primes: a.primes &+ b.primes)
  }

  /// The one with fewer primes; the first where they are equal.
  static func fewest(_ a: Written, _ b: Written) -> Written {
    b.primes < a.primes ? b : a
  }
}

/// A vector or matrix as it is, a vector a column, and with rows and columns exchanged.
struct Strand {
  var plain: Written
  var turned: Written
  /// Turned term by term, if it is a sum with matrix products.
  var spread: Written?

  init(plain: Written, turned: Written) {
    self.plain = plain
    self.turned = turned
  }

  /// What a phrase says, turned by a prime.
  init(_ plain: Written) {
    self.init(plain: plain, turned: plain.transposed)
  }

  /// What a phrase says that is a row by nature.
  init(row: Written) {
    self.init(plain: row.transposed, turned: row)
  }

  var reversed: Strand { Strand(plain: turned, turned: plain) }

  /// The matrix product, each side with the fewest primes: `(A*B)'` or `B'*A'`.
  static func * (a: Strand, b: Strand) -> Strand {
    let plain = a.plain * b.plain
    let turned = b.turned * a.turned
    return Strand(
      plain: .fewest(plain, turned.transposed), turned: .fewest(turned, plain.transposed))
  }

  /// The entrywise product over the entrywise product; nothing above is a 1.
  static func entrywise(over: [Strand], under: [Strand]) -> Strand {
    if over.count == 1, under.isEmpty { return over[0] }
    func product(_ factors: [Written]) -> Written {
      Written(
        .entrywiseProduct(factors.map(\.phrase)), primes: factors.reduce(0) { $0 &+ $1.primes })
    }
    func quotient(_ side: (Strand) -> Written) -> Written {
      let top = over.isEmpty ? Written(.number(.one)) : product(over.map(side))
      guard !under.isEmpty else { return top }
      let bottom = product(under.map(side))
      return Written(
        .entrywiseQuotient(top.phrase, bottom.phrase), primes: top.primes &+ bottom.primes)
    }
    let plain = quotient(\.plain)
    let turned = quotient(\.turned)
    return Strand(
      plain: .fewest(plain, turned.transposed), turned: .fewest(plain.transposed, turned))
  }

  func power(_ exponent: Number) -> Strand {
    if exponent.equals(.one) { return self }
    func raise(_ base: Written) -> Written {
      Written(
        exponent.isHalf
          ? .elementwise(.sqrt, [base.phrase])
          : .entrywisePower(base.phrase, .constant(exponent)),
        primes: base.primes)
    }
    return plain.primes <= turned.primes
      ? Strand(raise(plain)) : Strand(row: raise(turned))
  }
}

extension Phrase {
  fileprivate var hasKronecker: Bool {
    switch self {
    case .kronecker: true
    case .chain(let factors): factors.contains(where: \.isKronecker)
    case .sum(let terms): terms.contains { $0.phrase.hasKronecker }
    case .scaled(_, let inner), .negated(let inner): inner.hasKronecker
    case .number, .pi, .name, .instance, .ellipsis, .times, .hadamard, .quotient,
      .entrywiseQuotient, .power, .entrywisePower, .transpose, .elementwise, .reduction,
      .vectorFunction, .linear, .matrixFunction, .reshape, .join, .triangular, .triangle,
      .identity, .ones, .zeros, .unit, .index, .literal, .contraction, .indexed, .commutation,
      .choice, .application:
      false
    }
  }

  fileprivate var isChainWithInverse: Bool {
    guard case .chain(let factors) = self else { return false }
    return factors.contains { factor in
      if case .matrixFunction(.inverse, _) = factor { return true }
      if case .transpose(.matrixFunction(.inverse, _)) = factor { return true }
      return false
    }
  }
}

extension Number {
  var isHalf: Bool { double == 0.5 }
}
