import ChainDiagnostics

extension Parser {
  /// An operand with the calls and indices that follow it.
  func operandWithCalls() throws(SyntaxError) -> ExpressionID {
    let start = current.range.start
    let kind = current.kind
    var operand = try operand()
    guard kind != .number else { return operand }
    var isCallable = kind == .name
    while true {
      if current.kind == .openRound, isCallable {
        let arguments = try arguments(of: operand)
        operand = try make(.application(operand, arguments: arguments), range(from: start))
      } else if current.kind == .openSquare {
        operand = try indexed(operand, from: start)
        isCallable = false
      } else {
        return operand
      }
    }
  }

  private func operand() throws(SyntaxError) -> ExpressionID {
    let token = current
    switch token.kind {
    case .number:
      advance()
      return try make(.number(decimal(text(token.range)[...])), token.range)
    case .name:
      advance()
      return try make(.name(token.name), token.range)
    case .openRound: return try bracketed()
    case .openSquare: return try literal()
    case .normBar: return try norm()
    case .root: return try root()
    case .string: throw SyntaxError(.unexpectedString(at: token.range))
    case .openCurly: throw SyntaxError(.curlyBracket(at: token.range))
    case .partial, .nabla: throw SyntaxError(.derivativeInExpression(at: token.range))
    default: throw SyntaxError(missingOperand())
    }
  }

  /// What round or curly brackets hold.
  ///
  /// The lexer has seen to it that they match.
  func bracketed() throws(SyntaxError) -> ExpressionID {
    let closing = current.kind.closing
    let opening = current
    try enterLevel()
    let norms = openNorms
    openNorms = 0
    advance()
    let inner = try expressionOrComparison()
    guard current.kind == closing else { throw SyntaxError(unexpected(inside: opening)) }
    advance()
    nesting -= 1
    openNorms = norms
    return inner
  }

  /// A literal: `[a, b; c, d]`.
  private func literal() throws(SyntaxError) -> ExpressionID {
    let opening = current
    let state = try enterBracket()
    var rows: [[ExpressionID]] = []
    var row: [ExpressionID] = []
    repeat {
      row.append(try expression())
      if current.kind == .semicolon || current.kind == .closeSquare {
        rows.append(row)
        row = []
      } else if current.kind != .comma {
        throw SyntaxError(unexpected(inside: opening))
      }
      advance()
    } while previous?.kind != .closeSquare
    leaveBracket(state)
    return try make(.literal(rows: rows), range(from: opening.range.start))
  }

  func indexed(
    _ operand: ExpressionID, from start: Int
  ) throws(SyntaxError) -> ExpressionID {
    let opening = current
    let state = try enterBracket()
    var subscripts: [SubscriptSyntax] = []
    repeat {
      subscripts.append(try subscriptItem())
      guard current.kind == .comma || current.kind == .closeSquare else {
        throw SyntaxError(unexpected(inside: opening))
      }
      advance()
    } while previous?.kind != .closeSquare
    leaveBracket(state)
    return try make(.index(operand, subscripts), range(from: start))
  }

  private func subscriptItem() throws(SyntaxError) -> SubscriptSyntax {
    let start = current.range.start
    let lower = current.kind == .colon ? nil : try expression()
    guard take(.colon) else {
      // An item that begins with something else than a colon has a lower bound.
      return lower.map { .at($0) } ?? .slice(from: nil, to: nil, range: range(from: start))
    }
    let hasUpper = current.kind != .comma && current.kind != .closeSquare
    let upper = hasUpper ? try expression() : nil
    return .slice(from: lower, to: upper, range: range(from: start))
  }

  private func arguments(
    of function: ExpressionID
  ) throws(SyntaxError) -> [ArgumentSyntax] {
    let opening = current
    let state = try enterBracket()
    let comparing = isComparing
    isComparing = isCases(function)
    var arguments: [ArgumentSyntax] = []
    repeat {
      arguments.append(try argument())
      guard current.kind == .comma || current.kind == .closeRound else {
        throw SyntaxError(unexpected(inside: opening))
      }
      advance()
    } while previous?.kind != .closeRound
    isComparing = comparing
    leaveBracket(state)
    return arguments
  }

  private func isCases(_ function: ExpressionID) -> Bool {
    guard case .name(let name) = expressions[function].kind else { return false }
    return lexer.names[name].canonical == "cases"
  }

  private func argument() throws(SyntaxError) -> ArgumentSyntax {
    let token = current
    if token.kind == .string {
      advance()
      let inner = SourceRange(token.range.start + 1, token.range.end - 1)
      return ArgumentSyntax(try make(.string(text(inner)), token.range))
    }
    if token.kind == .name, ahead(1).kind == .equals {
      if isComparing { throw SyntaxError(.equalsInCondition(at: ahead(1).range)) }
      advance()
      advance()
      return ArgumentSyntax(label: NameSyntax(token.name, token.range), try expression())
    }
    return ArgumentSyntax(try expressionOrComparison())
  }

  /// An expression, or two with a comparison between them where that is allowed.
  private func expressionOrComparison() throws(SyntaxError) -> ExpressionID {
    let start = current.range.start
    let left = try expression()
    guard let comparison = current.kind.comparison, isComparing else { return left }
    advance()
    let right = try expression()
    if current.kind.comparison != nil {
      throw SyntaxError(.chainedComparison(at: current.range))
    }
    return try make(.comparison(comparison, left, right), range(from: start))
  }
}

extension Parser {
  /// What is set aside while a bracket is read.
  private struct BracketState {
    let openNorms: Int
    let isComparing: Bool
  }

  private func enterBracket() throws(SyntaxError) -> BracketState {
    try enterLevel()
    let state = BracketState(openNorms: openNorms, isComparing: isComparing)
    openNorms = 0
    isComparing = false
    advance()
    return state
  }

  private func leaveBracket(_ state: BracketState) {
    nesting -= 1
    openNorms = state.openNorms
    isComparing = state.isComparing
  }

  /// A norm: `‖x‖`, `‖x‖₁`, `‖X‖_F`.
  private func norm() throws(SyntaxError) -> ExpressionID {
    let opening = current
    try enterLevel()
    openNorms += 1
    advance()
    let inner = try expression()
    guard take(.normBar) else {
      throw SyntaxError(
        current.kind == .end ? .unclosedNorm(at: opening.range) : unexpected(inside: opening))
    }
    openNorms -= 1
    nesting -= 1
    return try make(.norm(inner, try normMark()), range(from: opening.range.start))
  }

  private func normMark() throws(SyntaxError) -> NormSyntax {
    guard current.kind == .normMark else { return .unmarked }
    let range = current.range
    advance()
    guard let norm = norms[canonicalName(text(range))] else {
      throw SyntaxError(.unknownNorm(at: range, text(range)))
    }
    return norm
  }

  /// `√x`, which takes calls and indices but no power.
  private func root() throws(SyntaxError) -> ExpressionID {
    let start = current.range.start
    try enterLevel()
    advance()
    let operand = try operandWithCalls()
    nesting -= 1
    return try make(.root(operand), range(from: start))
  }

  /// A number as written, exactly.
  func decimal(_ text: Substring) -> DecimalLiteral {
    let isPlain = text.utf8.first != UInt8(ascii: "0") && text.utf8.allSatisfy(lexer.isDigit)
    if isPlain { return DecimalLiteral(digits: String(text), exponent: 0) }
    let parts = text.utf8.split(
      maxSplits: 1, omittingEmptySubsequences: false
    ) { $0 | 0x20 == UInt8(ascii: "e") }
    let mantissa = parts[0]
    let fraction = mantissa.firstIndex(of: UInt8(ascii: "."))
    let fractionDigits = fraction.map { mantissa.distance(from: $0, to: mantissa.endIndex) - 1 }
    let exponent = parts.count > 1 ? Int(Substring(parts[1])) ?? 0 : 0
    let digits = Substring(mantissa).filter { $0 != "." }.drop { $0 == "0" }
    return DecimalLiteral(
      digits: digits.isEmpty ? "0" : String(digits), exponent: exponent - (fractionDigits ?? 0))
  }
}

/// Norms by the canonical form of their subscript.
private let norms: [String: NormSyntax] = [
  "_1": .one, "_2": .two, "_F": .frobenius, "_inf": .infinity,
]
