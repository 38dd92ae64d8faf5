import ExpressionGraph
import MathTypesetting

/// Sets phrases as a book would: fractions, juxtaposed factors, function names without parentheses
/// where none are needed.
struct FormulaWriter {
  let style: FormulaStyle
  /// In an exponent, where fractions are written with a stroke.
  var isRaised = false
  private var depth = 0
  private static let greatestDepth = 40

  init(style: FormulaStyle) {
    self.style = style
  }

  func formula(of phrase: Phrase) -> Formula {
    guard depth < FormulaWriter.greatestDepth else { return .symbol("…", .inner, .upright) }
    var inner = self
    inner.depth += 1
    return inner.written(phrase)
  }

  private func written(_ phrase: Phrase) -> Formula {
    switch phrase {
    case .number(let value): number(value)
    case .pi: .symbol("π", .ordinary, .italic)
    case .name(let name): name.formula(style)
    case .instance(let source): instance(source)
    case .ellipsis: .symbol("…", .inner, .upright)
    case .sum(let terms): sum(terms)
    case .negated(let inner): negated(inner)
    case .times, .scaled, .chain: product(of: phrase.factors)
    case .hadamard(let factors): entrywise(factors)
    case .quotient(let top, let bottom): quotient(top, bottom)
    case .entrywiseQuotient(let top, let bottom): entrywiseQuotient(top, bottom)
    case .power(let base, let exponent): power(base, exponent: raised(exponent))
    case .entrywisePower(let base, let exponent): entrywisePower(base, exponent)
    case .transpose(let inner): .raised(scriptBase(inner), .transposeSign)
    case .elementwise(let function, let operands): apply(function, operands, bare: true)
    case .reduction(let reduction, let operand): reduce(reduction, operand)
    case .vectorFunction(let function, let operand): apply(function, operand)
    case .linear(let function, let operand): apply(function, operand)
    case .matrixFunction(let function, let operand): apply(function, operand)
    case .reshape(let reshape): self.reshape(reshape)
    case .kronecker(let left, let right): kronecker(left, right)
    case .join(let join): self.join(join)
    case .triangular(let operand, let pattern):
      .line([.function(pattern.isUpper ? "triu" : "tril"), .inParentheses(formula(of: operand))])
    case .triangle(let pattern):
      .lowered(
        .symbol("1", .ordinary, .bold), .line([.relation(pattern.isUpper ? "≤" : "≥")]))
    case .identity: .symbol("I", .ordinary, style.isBold ? .bold : .italic)
    case .ones(let shape): ones(shape)
    case .zeros: .symbol("0", .ordinary, .bold)
    case .unit(let position, _):
      .lowered(.symbol("e", .ordinary, .bold), .number(String(position)))
    case .index(let index): self.index(index)
    case .literal(let rows):
      .matrix(rows: rows.map { $0.map(formula) }, left: "[", right: "]")
    case .contraction(let contraction): self.contraction(contraction)
    case .indexed(let indexed): self.indexed(indexed)
    case .commutation(let rows, let columns):
      .lowered(
        .symbol("K", .ordinary, style.isBold ? .bold : .italic),
        .line([rows, columns].map(\.formula), separator: [.punctuation(",")]))
    case .choice(let cases, let otherwise): choice(cases, otherwise)
    case .application(let application): self.application(application)
    }
  }

  /// A number with all its digits; with a power of ten where it is very small or is so written.
  private func number(_ value: Number) -> Formula {
    let text = value.text
    let digits = 17
    let decimal = DecimalText(value.double, digits: digits)
    guard text.contains("e") || text.hasPrefix("0.000"), let exponent = decimal.exponent else {
      return .number(text)
    }
    let power = Formula.raised(.number("10"), .number(String(exponent)))
    if decimal.mantissa == "1" { return power }
    return .line([.number(decimal.mantissa), .binary("×"), power])
  }

  private func negated(_ phrase: Phrase) -> Formula {
    if case .number(let value) = formula(of: phrase) { return .number("-" + value) }
    return .line([.minus, term(phrase)])
  }

  private func sum(_ terms: [SignedPhrase]) -> Formula {
    .line(
      terms.map(\.withOneSign).enumerated().flatMap { place, term -> [Formula] in
        let sign: [Formula] = term.isNegative ? [.minus] : place > 0 ? [.binary("+")] : []
        return sign + [self.term(term.phrase)]
      })
  }

  /// A phrase behind a sign.
  private func term(_ phrase: Phrase) -> Formula {
    phrase.isSumLike ? .inParentheses(formula(of: phrase)) : formula(of: phrase)
  }

  private func entrywise(_ factors: [Phrase]) -> Formula {
    let parts = factors.map { [$0.isJoined ? .inParentheses(formula(of: $0)) : formula(of: $0)] }
    return .line(Array(parts.joined(separator: [.binary("\u{2299}")])))
  }

  private func ones(_ shape: Shape) -> Formula {
    let one = Formula.symbol("1", .ordinary, .bold)
    return shape.order == 2 ? .line([one, .raised(one, .transposeSign)]) : one
  }

  /// A phrase raised behind another.
  func raised(_ exponent: Phrase) -> Formula {
    var writer = self
    writer.isRaised = true
    return writer.formula(of: exponent)
  }
}

extension FormulaWriter {
  /// A phrase as a factor among others.
  func factor(_ phrase: Phrase) -> Formula {
    phrase.isSumLike || phrase.isEntrywiseProduct || phrase.isKronecker
      ? .inParentheses(formula(of: phrase)) : formula(of: phrase)
  }

  /// Factors side by side; a dot where two would run together.
  func product(of factors: [Phrase]) -> Formula {
    var parts: [Formula] = []
    for (place, factor) in factors.enumerated() {
      let next = place + 1 < factors.count ? factors[place + 1] : nil
      if place > 0 {
        if factor.startsWithDigit {
          parts.append(.dot)
        } else if factor.standsApart(beside: factors[place - 1]) {
          parts.append(.space(mu: 3))
        }
      }
      parts.append(next.map { self.factor(factor, before: $0) } ?? self.factor(factor))
    }
    return .line(parts)
  }

  /// A factor that another follows, in parentheses where it would reach over that: xᵀAx before a
  /// vector, which it would be multiplied by as matrices are, and a sum's or product's terms.
  private func factor(_ phrase: Phrase, before next: Phrase) -> Formula {
    if phrase.namedFunction != nil {
      return next.namedFunction != nil ? factor(phrase) : withParentheses(phrase)
    }
    let set = factor(phrase)
    if case .chain = phrase { return .inParentheses(set) }
    return set.beginsWithBigOperator ? .inParentheses(set) : set
  }

  /// A function's application with parentheses round any argument.
  private func withParentheses(_ phrase: Phrase) -> Formula {
    if case .elementwise(let function, let operands) = phrase {
      return apply(function, operands, bare: false)
    }
    if case .power(.elementwise(let function, let operands), let exponent) = phrase {
      return apply(function, operands, bare: false, power: raised(exponent))
    }
    return factor(phrase)
  }

  /// A fraction; a number below anything but names stands before it, as ½‖x‖² does.
  func quotient(_ top: Phrase, _ bottom: Phrase) -> Formula {
    if isRaised { return stroke(top, bottom) }
    if case .number = bottom, !top.isPlainProduct {
      var factors = top.factors
      var over = Phrase.number(.one)
      if case .number = factors[0], factors.count > 1 { over = factors.removeFirst() }
      let coefficient = Formula.fraction(
        numerator: formula(of: over), denominator: formula(of: bottom))
      let rest = factors.count == 1 ? factor(factors[0]) : product(of: factors)
      return .line(
        factors[0].isSumLike ? [coefficient, .space(mu: 3), rest] : [coefficient, rest])
    }
    return .fraction(numerator: formula(of: top), denominator: formula(of: bottom))
  }

  /// A quotient in an exponent: x²/2.
  private func stroke(_ top: Phrase, _ bottom: Phrase) -> Formula {
    let isOne = bottom.factors.count == 1 && !bottom.isSumLike && !bottom.isQuotient
    let below = formula(of: bottom)
    return .line([
      term(top), .ordinary("/"), isOne ? below : .inParentheses(below),
    ])
  }

  /// Reciprocals as powers; else the entrywise quotient sign.
  func entrywiseQuotient(_ top: Phrase, _ bottom: Phrase) -> Formula {
    let isReciprocal = top.isScalarCoefficient
    guard isReciprocal else {
      let set = formula(of: top)
      let isOpen = top.isSumLike || top.factors.count > 1 || set.beginsWithBigOperator
      let over = isOpen ? Formula.inParentheses(set) : set
      return .line([over, .binary("\u{2298}"), factor(bottom)])
    }
    var (base, exponent) = (bottom, Phrase.number(.one))
    if case .entrywisePower(let inner, let power) = bottom { (base, exponent) = (inner, power) }
    let inverse = power(base, exponent: .line([.ordinary("∘"), raised(.negated(exponent))]))
    if case .number(let one) = top, one.equals(.one) { return inverse }
    return .line([product(of: top.factors), inverse])
  }

  /// Of a function like a power of its values, tanh² z; else with the sign of entrywise powers.
  private func entrywisePower(_ base: Phrase, _ exponent: Phrase) -> Formula {
    let isNamed = base.namedFunction != nil
    return power(
      base, exponent: isNamed ? raised(exponent) : .line([.ordinary("∘"), raised(exponent)]))
  }

  func power(_ base: Phrase, exponent: Formula) -> Formula {
    if base.namedFunction != nil, case .elementwise(let function, let operands) = base {
      return apply(function, operands, bare: true, power: exponent)
    }
    return .raised(scriptBase(base), exponent)
  }

  /// What a raised sign can be put behind.
  func scriptBase(_ phrase: Phrase) -> Formula {
    if case .elementwise(let function, let operands) = phrase, phrase.namedFunction != nil {
      return apply(function, operands, bare: false)
    }
    let base = formula(of: phrase)
    return phrase.takesScript ? base : .inParentheses(base)
  }
}

extension Formula {
  fileprivate var beginsWithBigOperator: Bool {
    switch self {
    case .bigOperator: true
    case .row(let parts): parts.first?.beginsWithBigOperator ?? false
    case _: false
    }
  }
}
