import ChainDiagnostics

extension Parser {
  /// A line with neither `=` nor `:`.
  func query() {
    let query = attempt { parser throws(SyntaxError) in
      if let form = parser.gradientForm() { return try parser.gradient(form) }
      return try parser.derivative()
    }
    if let query {
      statements.append(.query(query))
    } else if tokens.contains(where: { $0.kind == .over }) {
      // What stood below the bar would have been an input.
      loseStatement()
    }
  }

  private func gradientForm() -> QuerySyntax.Form? {
    if current.kind == .nabla { return .gradient }
    guard ahead(1).kind == .name || ahead(1).kind.opensBracket else { return nil }
    return isWord(current, "grad") ? .gradient : isWord(current, "hessian") ? .hessian : nil
  }

  /// Reads `grad f`, `hessian f(x)`.
  private func gradient(_ form: QuerySyntax.Form) throws(SyntaxError) -> QuerySyntax {
    advance()
    let start = current
    let operand = try numerator(from: start)
    guard current.kind == .end else { throw SyntaxError(numeratorNeedsBrackets(from: start)) }
    return QuerySyntax(form: form, operand: QueryOperand(operand), range: statementRange)
  }

  private func derivative() throws(SyntaxError) -> QuerySyntax {
    guard isDifferential(current), tokens.count > 2 else {
      throw SyntaxError(notAStatement())
    }
    let slash = lastSlash()
    let order = try takeDifferential()
    if current.kind == .over, order.glued == nil, isDifferential(ahead(1)) {
      return try operatorForm(order: order.value)
    }
    guard let slash, slash > index else { throw SyntaxError(missingBar(order)) }
    let start = current
    let above = try numerator(from: start)
    guard index == slash else { throw SyntaxError(numeratorNeedsBrackets(from: start, to: slash)) }
    advance()
    let below = try denominators(order: order.value, isOperator: false)
    return QuerySyntax(
      form: .derivative(order: order.value, below: below),
      operand: QueryOperand(above, glued: order.glued), range: statementRange)
  }

  /// Reads `d^2/dx dy f` from its bar on.
  private func operatorForm(order: Int) throws(SyntaxError) -> QuerySyntax {
    advance()
    let below = try denominators(order: order, isOperator: true)
    let start = current
    guard start.kind != .end else {
      throw SyntaxError(.missingFunction(at: start.range, text(statementRange)))
    }
    let operand = try numerator(from: start)
    guard current.kind == .end else { throw SyntaxError(numeratorNeedsBrackets(from: start)) }
    return QuerySyntax(
      form: .derivative(order: order, below: below), operand: QueryOperand(operand),
      range: statementRange)
  }

  /// What is differentiated: a name, an application, an index, or anything in brackets.
  private func numerator(from start: Token) throws(SyntaxError) -> ExpressionID {
    guard start.kind == .name || start.kind.opensBracket else {
      throw SyntaxError(start.kind == .end ? missingOperand() : numeratorNeedsBrackets(from: start))
    }
    return try operandWithCalls()
  }
}

extension Parser {
  /// A `d` as taken from the line.
  private struct Differential {
    /// The power of the `d`.
    var value = 1
    /// The whole word, if a name was written in one piece with it.
    var glued: NameSyntax?
  }

  /// Whether a token is `d`, `∂`, or a name that begins with `d`.
  func isDifferential(_ token: Token) -> Bool {
    token.kind == .partial
      || (token.kind == .name && lexer.bytes[token.range.start] == UInt8(ascii: "d"))
  }

  /// The last `/ d` outside brackets.
  private func lastSlash() -> Int? {
    var depth = 0
    var slash: Int?
    for (index, token) in tokens.enumerated() {
      if token.kind.opensBracket { depth += 1 }
      switch token.kind {
      case .closeRound, .closeSquare, .closeCurly: depth -= 1
      case .over where depth == 0 && isDifferential(tokens[index + 1]): slash = index
      default: continue
      }
    }
    return slash
  }

  /// Takes `d`, `d^2`, `∂²`, or the `d` of a glued name, of which the rest becomes current.
  private func takeDifferential() throws(SyntaxError) -> Differential {
    let token = current
    if token.kind == .partial || token.range.count == 1 {
      advance()
      return Differential(value: try takePower() ?? 1)
    }
    return Differential(glued: try splitGluedName(token))
  }

  private func splitGluedName(_ token: Token) throws(SyntaxError) -> NameSyntax {
    let range = SourceRange(token.range.start + 1, token.range.end)
    let rest = text(range)
    guard let first = rest.unicodeScalars.first, first.properties.isAlphabetic,
      subscriptLetters[first] == nil
    else {
      throw SyntaxError(.unsplittableName(at: token.range, text(token.range)))
    }
    let id = lexer.names.intern(rest, at: range)
    gluedNames.insert(token.range)
    tokens[index] = Token(.name, range, name: id, startsLine: token.startsLine)
    return NameSyntax(token.name, token.range)
  }

  /// `^2`, `^{2}` or `²`, if there is one.
  private func takePower() throws(SyntaxError) -> Int? {
    let start = current.range
    let written: String
    if take(.superscript) {
      written = String(text(start).unicodeScalars.compactMap { superscriptMeanings[$0] })
    } else if take(.power) {
      let isBraced = take(.openCurly)
      written = text(current.range)
      advance()
      if isBraced, !take(.closeCurly) { throw SyntaxError(unexpected()) }
    } else {
      return nil
    }
    guard let power = Int(written), 1...100 ~= power else {
      throw SyntaxError(.invalidOrder(at: range(from: start.start), written))
    }
    return power
  }

  /// Everything below the bar; in an operator form only as much as the order asks for.
  private func denominators(
    order: Int, isOperator: Bool
  ) throws(SyntaxError) -> [DenominatorSyntax] {
    let start = current.range.start
    var below: [DenominatorSyntax] = []
    var total = 0
    repeat {
      guard isDifferential(current) else {
        let last = below.last.map { expressions[$0.input.expression].range }
        throw SyntaxError(belowTheBar(from: last ?? current.range))
      }
      let next = try denominator()
      below += splitRun(next, count: order - total)
      total = below.reduce(0) { $0 + $1.power }
    } while isOperator ? total < order && isDifferential(current) : current.kind != .end
    guard total == order else {
      throw SyntaxError(.orderMismatch(at: range(from: start), above: order, below: total))
    }
    return below
  }

  private func denominator() throws(SyntaxError) -> DenominatorSyntax {
    let start = current.range.start
    let glued: NameSyntax?
    if current.kind == .partial || current.range.count == 1 {
      advance()
      glued = nil
    } else {
      glued = try splitGluedName(current)
    }
    let input = try inputBelow()
    let power = try takePower() ?? 1
    return DenominatorSyntax(
      input: QueryOperand(input, glued: glued), power: power, range: range(from: start))
  }

  /// A name or an index of a name, perhaps in brackets.
  private func inputBelow() throws(SyntaxError) -> ExpressionID {
    let start = current
    if start.kind == .openRound {
      let inner = try bracketed()
      guard isInput(inner) else {
        let range = expressions[inner].range
        throw SyntaxError(.expressionBelowBar(at: range, text(range)))
      }
      return inner
    }
    guard start.kind == .name else {
      throw SyntaxError(
        start.kind == .end
          ? .missingInput(at: start.range)
          : belowTheBar(from: start.range))
    }
    advance()
    var input = try make(.name(start.name), start.range)
    while current.kind == .openSquare { input = try indexed(input, from: start.range.start) }
    return input
  }

  private func isInput(_ id: ExpressionID) -> Bool {
    switch expressions[id].kind {
    case .name: true
    case .index(let base, _): isInput(base)
    default: false
    }
  }

  /// `dxdy` for an order of two is `dx dy`.
  private func splitRun(_ run: DenominatorSyntax, count: Int) -> [DenominatorSyntax] {
    guard count == 2, run.power == 1, run.input.glued != nil,
      case .name = expressions[run.input.expression].kind, current.kind == .end
    else { return [run] }
    let range = expressions[run.input.expression].range
    let cuts = (range.start + 1..<max(range.start + 1, range.end - 1)).filter {
      lexer.bytes[$0] == UInt8(ascii: "d")
    }
    guard cuts.count == 1, let cut = cuts.first else { return [run] }
    return [SourceRange(range.start, cut), SourceRange(cut + 1, range.end)].map { part in
      let name = lexer.names.intern(text(part), at: part)
      let input = expressions.append(.name(name), range: part)
      return DenominatorSyntax(
        input: QueryOperand(input, glued: run.input.glued), power: 1, range: part)
    }
  }
}

extension Parser {
  private func belowTheBar(from start: SourceRange) -> Diagnostic {
    let range = start.union(statementRange.after)
    return .expressionBelowBar(at: range, text(range))
  }

  private func numeratorNeedsBrackets(from start: Token, to slash: Int? = nil) -> Diagnostic {
    let end = slash.map { tokens[$0 - 1].range.end } ?? statementRange.end
    let range = SourceRange(start.range.start, end)
    var before = text(SourceRange(statementRange.start, range.start))
    while before.last == " " { before.removeLast() }
    let after = text(SourceRange(end, statementRange.end))
    return .numeratorNeedsBrackets(
      at: range, mended: "\(before)(\(text(range)))\(after)", text(range))
  }

  /// A line that begins with a `d` but has no bar: an unfinished query, unless the `d` is only
  /// the first letter of a variable.
  private func missingBar(_ order: Differential) -> Diagnostic {
    let next = order.glued == nil ? current : ahead(1)
    let isVariable = next.kind.isOperator || next.kind == .prime || tokens.count == 2
    return isVariable ? notAStatement() : .missingBar(at: statementRange, text(statementRange))
  }

  /// What a line is that has neither sign nor `d`.
  private func notAStatement() -> Diagnostic {
    let first = tokens[0]
    if first.kind.isOperator { return .beginsWithOperator(at: first.range, text(first.range)) }
    for (token, next) in zip(tokens, tokens.dropFirst()) {
      if token.kind == .prime, next.kind == .openRound || next.kind == .end,
        first.kind == .name
      {
        return .primeDerivative(at: token.range, text(first.range), product: nil)
      }
    }
    if let sign = tokens.first(where: { $0.kind == .doubleEquals }) {
      return .doubleEqualsDefines(at: sign.range)
    }
    if let sign = tokens.first(where: { $0.kind.comparison != nil }) {
      return .comparisonOutsideCases(at: sign.range, text(sign.range))
    }
    let word = text(first.range)
    if first.kind == .name, tokens[1].kind == .name, let meant = nearestKeyword(to: word) {
      return .misspeltKeyword(at: first.range, word, meant: meant)
    }
    return .notAStatement(at: statementRange, text(statementRange))
  }

  private func nearestKeyword(to word: String) -> String? {
    nearest(to: word, among: statementWords)
  }
}
