import ChainDiagnostics

extension Parser {
  /// Sums, the loosest operators of an expression.
  func expression() throws(SyntaxError) -> ExpressionID {
    let start = current.range.start
    let first = try product()
    guard current.kind == .plus || current.kind == .minus else { return first }
    var terms = [TermSyntax(.plus, operatorRange: SourceRange(start, start), first)]
    while current.kind == .plus || current.kind == .minus {
      let sign = current
      advance()
      let operand = try product()
      terms.append(
        TermSyntax(sign.kind == .plus ? .plus : .minus, operatorRange: sign.range, operand))
    }
    return try make(.sum(terms), range(from: start))
  }

  private func product() throws(SyntaxError) -> ExpressionID {
    let start = current.range.start
    let first = try signed()
    var factors = [FactorSyntax(.times, operatorRange: SourceRange(start, start), first)]
    while let operation = factorOperation(after: factors[factors.count - 1].expression) {
      let sign = current.range
      if operation == .implied {
        let place = previousEnd
        factors.append(FactorSyntax(.implied, operatorRange: place, try power()))
        warnIfAmbiguous(factors, last: range(from: sign.start))
      } else {
        advance()
        factors.append(FactorSyntax(operation, operatorRange: sign, try signed()))
      }
    }
    return factors.count == 1 ? first : try make(.product(factors), range(from: start))
  }

  private var previousEnd: SourceRange { (previous ?? current).range.after }

  private func factorOperation(after operand: ExpressionID) -> FactorSyntax.Operation? {
    switch current.kind {
    case .times: .times
    case .over: .over
    case .elementwiseTimes: .elementwiseTimes
    case .elementwiseOver: .elementwiseOver
    case .kronecker: .kronecker
    case .name, .openRound, .openSquare, .root:
      isBareNumber(operand) ? .implied : nil
    case .normBar: openNorms == 0 && isBareNumber(operand) ? .implied : nil
    default: nil
    }
  }

  /// Whether the operand just read is a number as written, perhaps with a sign.
  private func isBareNumber(_ operand: ExpressionID) -> Bool {
    guard previous?.kind == .number else { return false }
    var operand = operand
    while case .negation(let inner) = expressions[operand].kind { operand = inner }
    if case .number = expressions[operand].kind { return true }
    return false
  }

  /// `1/2x` is (1/2)·x here, and 1/(2x) to many a reader.
  private func warnIfAmbiguous(_ factors: [FactorSyntax], last factor: SourceRange) {
    let divisor = factors[factors.count - 2]
    guard divisor.operation == .over || divisor.operation == .elementwiseOver else { return }
    let number = expressions[divisor.expression].range
    let sign = divisor.operatorRange
    report(
      .ambiguousProduct(
        sign: text(sign), divisor: text(number), factor: text(factor),
        at: sign.union(factor)))
  }

  /// Signs bind looser than powers: `-x^2` is -(x^2).
  private func signed() throws(SyntaxError) -> ExpressionID {
    var signs: [SourceRange] = []
    while current.kind == .minus || current.kind == .plus {
      if current.kind == .minus { signs.append(current.range) }
      advance()
    }
    return try negated(power(), by: signs)
  }

  private func negated(
    _ operand: ExpressionID, by signs: [SourceRange]
  ) throws(SyntaxError) -> ExpressionID {
    var operand = operand
    for sign in signs.reversed() {
      operand = try make(.negation(operand), range(from: sign.start))
    }
    return operand
  }

  /// Postfix signs and powers, left to right: `x^2'` is (x^2)'.
  private func power() throws(SyntaxError) -> ExpressionID {
    let start = current.range.start
    var operand = try operandWithCalls()
    while true {
      switch current.kind {
      case .prime, .transposeMark:
        advance()
        operand = try make(.transpose(operand), range(from: start))
      case .openSquare where previous?.kind == .prime || previous?.kind == .transposeMark:
        operand = try indexed(operand, from: start)
      case .superscript, .power, .elementwisePower:
        operand = try raised(operand, from: start)
      default: return operand
      }
    }
  }

  /// One power with its exponent.
  private func raised(
    _ base: ExpressionID, from start: Int
  ) throws(SyntaxError) -> ExpressionID {
    let sign = current
    advance()
    if sign.kind == .power, take(.transposeMark) {
      return try make(.transpose(base), range(from: start))
    }
    let isRaisedMark = sign.kind == .superscript
    let exponent = isRaisedMark ? try superscript(sign.range) : try exponent()
    let isElementwise = sign.kind == .elementwisePower
    return try make(
      .power(base, exponent: exponent, elementwise: isElementwise), range(from: start))
  }

  /// A signed operand, then perhaps another power: `2^3^2` is 2^9.
  private func exponent() throws(SyntaxError) -> ExpressionID {
    try enterLevel()
    var signs: [SourceRange] = []
    while current.kind == .minus || current.kind == .plus {
      if current.kind == .minus { signs.append(current.range) }
      advance()
    }
    let start = current.range.start
    var operand = current.kind == .openCurly ? try bracketed() : try operandWithCalls()
    if current.kind == .power || current.kind == .elementwisePower || current.kind == .superscript {
      operand = try raised(operand, from: start)
    }
    nesting -= 1
    return try negated(operand, by: signs)
  }

  /// `²`, `⁻¹` or `ⁿ` as an expression.
  private func superscript(_ range: SourceRange) throws(SyntaxError) -> ExpressionID {
    guard range.count <= Lexer.nameLimit else {
      throw SyntaxError(.malformedSuperscript(at: range, text(range)))
    }
    let written = text(range).unicodeScalars.compactMap { superscriptMeanings[$0] }
    let isNegative = written.first == "-"
    let body = String(isNegative ? written.dropFirst() : written[...])
    guard let first = body.first, !body.contains("-") else {
      throw SyntaxError(.malformedSuperscript(at: range, text(range)))
    }
    let operand: ExpressionID
    if body.allSatisfy(\.isNumber) {
      operand = try make(.number(decimal(body[...])), range)
    } else if body.count == 1, first.isLetter {
      operand = try make(.name(lexer.names.intern(body, at: range)), range)
    } else {
      throw SyntaxError(.malformedSuperscript(at: range, text(range)))
    }
    return isNegative ? try make(.negation(operand), range) : operand
  }
}
