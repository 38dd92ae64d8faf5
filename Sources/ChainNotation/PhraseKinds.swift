import ExpressionGraph

/// What typesetting asks of a phrase before it decides about brackets and dots.
extension Phrase {
  /// The factors side by side; a phrase that is no product is its own.
  var factors: [Phrase] { factors(isFollowed: false) }

  /// A matrix product that others follow stays one: (xᵀAx)x has no product of x by x.
  private func factors(isFollowed: Bool) -> [Phrase] {
    switch self {
    case .times(let factors):
      factors.enumerated().flatMap { place, factor in
        factor.factors(isFollowed: isFollowed || place + 1 < factors.count)
      }
    case .chain(let factors): isFollowed ? [self] : factors
    case .indexed(let product) where product.summed.isEmpty: product.factors
    case .scaled(let scalar, let tensor):
      scalar.factors(isFollowed: true) + tensor.factors(isFollowed: isFollowed)
    case _: [self]
    }
  }

  var isSumLike: Bool {
    switch binding {
    case .sum:
      if case .vectorFunction = self { false } else { true }
    case .negation: true
    case .times, .scaled, .chain, .hadamard, .quotient, .entrywiseQuotient, .power, .transpose,
      .atom:
      false
    }
  }

  /// Whether the phrase is typeset with ⊗ between its sides.
  var isKronecker: Bool {
    if case .kronecker = self { true } else { false }
  }

  var isQuotient: Bool { binding == .quotient }

  var isEntrywiseProduct: Bool {
    if case .entrywiseQuotient(let top, _) = self { return !top.isScalarCoefficient }
    if case .choice = self { return true }
    if case .triangular = self { return false }
    return binding == .hadamard
  }

  /// Whether brackets are needed within an entrywise product.
  var isJoined: Bool {
    switch binding {
    case .sum, .negation, .times, .scaled, .chain, .entrywiseQuotient: !isBracketed
    case .hadamard, .quotient, .power, .transpose, .atom: false
    }
  }

  /// Whether the phrase is typeset as one thing although its text is a sum.
  private var isBracketed: Bool {
    if case .vectorFunction = self { true } else { false }
  }

  /// A number or a product of scalar names: the coefficient of an entrywise reciprocal.
  var isScalarCoefficient: Bool {
    factors.allSatisfy { factor in
      if case .name(let name) = factor { return name.order == 0 }
      if case .number = factor { return true }
      return false
    }
  }

  /// Numbers, scalar names and their powers only, which stand above a fraction bar without loss.
  var isPlainProduct: Bool {
    factors.allSatisfy { factor in
      if case .name(let name) = factor { return name.order == 0 }
      if case .power(let base, _) = factor { return base.isPlainProduct }
      if case .elementwise(let function, _) = factor { return function == .sqrt }
      if case .index(let index) = factor { return index.isEntry }
      return factor.startsWithDigit || factor == .pi
    }
  }

  var startsWithDigit: Bool {
    if case .number = self { return true }
    if case .power(let base, _) = self { return base.startsWithDigit }
    return false
  }

  /// Words and fractions, which need a little space from other words and fractions.
  func standsApart(beside other: Phrase) -> Bool {
    isWord || other.isWord || (isFraction && other.isFraction)
  }

  private var isFraction: Bool {
    if case .application(let application) = self { return !application.derivatives.isEmpty }
    return isQuotient
  }

  private var isWord: Bool {
    if case .name(let name) = self {
      return name.isDifferential || Identifier(name.text).isWord
    }
    if case .transpose(let inner) = self { return inner.isWord }
    if case .power(let base, _) = self { return base.isWord }
    return false
  }

  /// The function whose name is written before a bare argument: sin, log …, perhaps to a power.
  var namedFunction: ElementwiseFunction? {
    if case .power(let base, .number(let exponent)) = self, exponent.integer != nil {
      if case .power = base { return nil }
      return base.namedFunction
    }
    guard case .elementwise(let function, let operands) = self, operands.count == 1 else {
      return nil
    }
    return function.takesBareArgument ? function : nil
  }

  /// An argument that needs no parentheses after a function's name.
  var isBareArgument: Bool {
    switch self {
    case .number, .pi, .name: true
    case .index(let index): index.isEntry
    case .instance, .ellipsis, .sum, .negated, .times, .scaled, .chain, .hadamard, .quotient,
      .entrywiseQuotient, .power, .entrywisePower, .transpose, .elementwise, .reduction,
      .vectorFunction, .linear, .matrixFunction, .reshape, .kronecker, .join, .triangular,
      .triangle, .identity, .ones, .zeros, .unit, .literal, .contraction, .choice,
      .application, .indexed, .commutation:
      false
    }
  }

  /// Whether a raised sign behind the phrase is read as belonging to all of it.
  var takesScript: Bool {
    switch self {
    case .number(let value): !value.text.contains("e")
    case .name(let name): Identifier(name.text).primes == 0 && !name.isDifferential
    case .elementwise(let function, let operands):
      function == .exp ? operands == [.number(.one)] : function != .sqrt && function != .expm1
    case .index(let index): index.base.isIndexable
    case .application(let application): application.derivatives.isEmpty
    case .ones(let shape): shape.order < 2
    case .vectorFunction(let function, _): function == .softmax || function == .logsoftmax
    case .linear(let function, _): function != .sum
    case .matrixFunction(let function, _): function == .adjugate
    case .reshape, .join, .triangular, .triangle: true
    case .kronecker: false
    case .reduction(let reduction, _): reduction != .prod
    case .pi, .instance, .identity, .zeros, .unit, .literal, .commutation: true
    case .ellipsis, .sum, .negated, .times, .scaled, .chain, .hadamard, .quotient,
      .entrywiseQuotient, .power, .entrywisePower, .transpose, .contraction, .choice, .indexed:
      false
    }
  }

  /// Whether a sum over the entries is clear with each name indexed: no name has marks of its own.
  var isShownByEntry: Bool {
    var pending = [self]
    while let phrase = pending.popLast() {
      if case .name(let name) = phrase, name.order > 0, !phrase.isIndexable { return false }
      if case .transpose = phrase { return false }
      pending.append(contentsOf: phrase.parts)
    }
    return true
  }

  /// Whether an index can stand behind the phrase without brackets.
  var isIndexable: Bool {
    if case .name(let name) = self {
      let identifier = Identifier(name.text)
      return identifier.subscripts.isEmpty && identifier.primes == 0 && !name.isDifferential
    }
    return self == .pi
  }
}

extension ElementwiseFunction {
  var takesBareArgument: Bool {
    switch self {
    case .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .log,
      .log2, .log10:
      true
    case .exp, .log1p, .expm1, .sqrt, .abs, .sign, .relu, .leakyrelu, .elu, .gelu, .silu,
      .sigmoid, .softplus, .erf, .step, .power, .atan2, .min, .max:
      false
    }
  }
}
