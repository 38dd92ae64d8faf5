import ChainDiagnostics

extension Parser {
  func isSpaceName(_ token: Token) -> Bool {
    token.kind == .name && (isWord(token, "R") || isWord(token, "ℝ"))
  }

  /// A space: `R`, `R^n`, `R^{m x n}`, `R^(m,n)`, `ℝ²`.
  func space() throws(SyntaxError) -> SpaceSyntax {
    let start = current
    guard isSpaceName(start) else {
      throw SyntaxError(.expectedSpace(at: start.range, text(start.range)))
    }
    advance()
    let dimensions: [ExpressionID]
    if current.kind == .superscript {
      dimensions = try superscriptDimensions()
    } else if take(.power) {
      dimensions = try dimensionsAfterPower()
    } else {
      dimensions = []
    }
    return SpaceSyntax(dimensions: dimensions, range: range(from: start.range.start))
  }

  private func dimensionsAfterPower() throws(SyntaxError) -> [ExpressionID] {
    switch current.kind {
    case .openCurly, .openRound: return try bracketedDimensions()
    case .number, .name:
      try refuseWithoutBraces()
      return [try dimensionAtom()]
    default: throw SyntaxError(.missingDimension(at: current.range))
    }
  }

  /// Refuses `R^2n`, `R^mxn`, `R^2x3`.
  private func refuseWithoutBraces() throws(SyntaxError) {
    let isGlued =
      current.kind == .number && ahead(1).kind == .name
      && ahead(1).range.start == current.range.end
    let range = isGlued ? current.range.union(ahead(1).range) : current.range
    let parts = partsBetweenX(text(range))
    guard isGlued || parts != nil else { return }
    throw SyntaxError(
      .dimensionsWithoutBraces(
        at: range, meant: parts?.joined(separator: " x ") ?? text(range)))
  }

  private func bracketedDimensions() throws(SyntaxError) -> [ExpressionID] {
    let closing = current.kind.closing
    let opening = current
    advance()
    var dimensions: [ExpressionID] = []
    repeat {
      dimensions.append(try dimension(inSpace: true))
      dimensions += try gluedDimensions()
    } while takeDimensionSeparator()
    guard take(closing) else { throw SyntaxError(unexpected(inside: opening)) }
    return dimensions
  }

  private func takeDimensionSeparator() -> Bool {
    if take(.cross) || take(.comma) { return true }
    guard isWord(current, "x") else { return false }
    advance()
    return true
  }

  /// `x3x4` after a number, as in `R^{2x3x4}`.
  private func gluedDimensions() throws(SyntaxError) -> [ExpressionID] {
    let token = current
    guard token.kind == .name, previous?.kind == .number else { return [] }
    let parts = text(token.range).split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].isEmpty,
      parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(lexer.isDigit) })
    else { return [] }
    advance()
    var start = token.range.start
    var dimensions: [ExpressionID] = []
    for part in parts.dropFirst() {
      let place = SourceRange(start + 1, start + 1 + part.utf8.count)
      start = place.end
      dimensions.append(try make(.number(decimal(part)), place))
    }
    return dimensions
  }

  /// Dimensions written as superscripts: `²`, `ᵐˣⁿ`.
  private func superscriptDimensions() throws(SyntaxError) -> [ExpressionID] {
    let range = current.range
    advance()
    guard range.count <= Lexer.nameLimit else {
      throw SyntaxError(.malformedSuperscript(at: range, text(range)))
    }
    let written = String(text(range).unicodeScalars.compactMap { superscriptMeanings[$0] })
    var dimensions: [ExpressionID] = []
    for part in written.split(separator: "x", omittingEmptySubsequences: false) {
      if !part.isEmpty, part.allSatisfy(\.isNumber) {
        dimensions.append(try make(.number(decimal(part)), range))
      } else if part.count == 1, part != "-" {
        dimensions.append(try make(.name(lexer.names.intern(String(part), at: range)), range))
      } else {
        throw SyntaxError(.malformedSuperscript(at: range, text(range)))
      }
    }
    return dimensions
  }
}

extension Parser {
  /// A polynomial in whole numbers and names; in a space, `x` between two of them ends it.
  func dimension(inSpace: Bool) throws(SyntaxError) -> ExpressionID {
    let start = current.range.start
    let first = try dimensionProduct(inSpace: inSpace)
    guard current.kind == .plus || current.kind == .minus else { return first }
    var terms = [TermSyntax(.plus, operatorRange: SourceRange(start, start), first)]
    while current.kind == .plus || current.kind == .minus {
      let sign = current
      advance()
      terms.append(
        TermSyntax(
          sign.kind == .plus ? .plus : .minus, operatorRange: sign.range,
          try dimensionProduct(inSpace: inSpace)))
    }
    return try make(.sum(terms), range(from: start))
  }

  private func dimensionProduct(inSpace: Bool) throws(SyntaxError) -> ExpressionID {
    let start = current.range.start
    let first = try dimensionPower()
    var factors = [FactorSyntax(.times, operatorRange: SourceRange(start, start), first)]
    while true {
      let sign = current.range
      if take(.times) {
        factors.append(FactorSyntax(.times, operatorRange: sign, try dimensionPower()))
      } else if previous?.kind == .number, continuesDimension(inSpace: inSpace) {
        factors.append(FactorSyntax(.implied, operatorRange: sign, try dimensionPower()))
      } else {
        return factors.count == 1 ? first : try make(.product(factors), range(from: start))
      }
    }
  }

  /// Whether a factor follows a number without a sign: `2n`, but not `2 x 3` or `2x3`.
  private func continuesDimension(inSpace: Bool) -> Bool {
    guard current.kind == .name else { return current.kind == .openRound }
    guard inSpace else { return true }
    let word = text(current.range)
    return !(word.hasPrefix("x") && word.dropFirst().allSatisfy { $0 == "x" || $0.isNumber })
  }

  private func dimensionPower() throws(SyntaxError) -> ExpressionID {
    let start = current.range.start
    let base = try dimensionAtom()
    guard take(.power) else { return base }
    let isBraced = take(.openCurly)
    let exponent = try dimensionAtom()
    if isBraced, !take(.closeCurly) { throw SyntaxError(unexpected()) }
    return try make(.power(base, exponent: exponent, elementwise: false), range(from: start))
  }

  private func dimensionAtom() throws(SyntaxError) -> ExpressionID {
    let token = current
    switch token.kind {
    case .number:
      let number = decimal(text(token.range)[...])
      guard number.integer != nil else {
        throw SyntaxError(.fractionalDimension(at: token.range, text(token.range)))
      }
      advance()
      return try make(.number(number), token.range)
    case .name:
      try refuseRunTogether(token)
      advance()
      return try make(.name(token.name), token.range)
    case .minus:
      try enterLevel()
      advance()
      let operand = try dimensionAtom()
      nesting -= 1
      return try make(.negation(operand), range(from: token.range.start))
    case .openRound:
      try enterLevel()
      advance()
      let inner = try dimension(inSpace: false)
      guard take(.closeRound) else { throw SyntaxError(unexpected(inside: token)) }
      nesting -= 1
      return inner
    default: throw SyntaxError(.missingDimension(at: token.range))
    }
  }

  /// `mxn` reads as one name, but is surely meant as `m x n`.
  private func refuseRunTogether(_ token: Token) throws(SyntaxError) {
    var word = text(token.range)
    var range = token.range
    if let number = previous, number.kind == .number, number.range.end == range.start {
      range = number.range.union(range)
      word = text(range)
    }
    guard let parts = partsBetweenX(word) else { return }
    throw SyntaxError(
      .dimensionsRunTogether(at: range, word, meant: parts.joined(separator: " x ")))
  }

  /// The numbers and single letters that an `x` parts in a word such as `mxn`; nil for other
  /// words.
  private func partsBetweenX(_ word: String) -> [Substring]? {
    let parts = word.split(separator: "x", omittingEmptySubsequences: false)
    let areDimensions = parts.allSatisfy {
      $0.count == 1 || (!$0.isEmpty && $0.allSatisfy(\.isNumber))
    }
    return parts.count > 1 && areDimensions ? parts : nil
  }
}
