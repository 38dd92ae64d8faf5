import ChainDiagnostics

extension Parser {
  /// Whether the current comma stands between digits, as in `0,5`.
  var isDecimalComma: Bool {
    guard current.kind == .comma, let before = previous, before.kind == .number else {
      return false
    }
    let after = ahead(1)
    return after.kind == .number && before.range.end == current.range.start
      && after.range.start == current.range.end
  }

  /// What to say where an operand should begin.
  func missingOperand() -> Diagnostic {
    let token = current
    if token.kind == .comma, isDecimalComma { return unexpected() }
    guard let previous else {
      return .missingOperand(at: token.range, after: nil, isAtEnd: token.kind == .end)
    }
    if token.kind.isOperator, previous.kind.isOperator {
      return .doubledOperator(at: token.range, text(previous.range), text(token.range))
    }
    return .missingOperand(
      at: token.range, after: "`\(shortened(text(previous.range)))`", isAtEnd: token.kind == .end)
  }

  /// What to say of a token that fits nowhere, perhaps within a bracket.
  func unexpected(inside opening: Token? = nil) -> Diagnostic {
    let token = current
    if let comparison = comparisonMessage() { return comparison }
    switch token.kind {
    case .comma: return isDecimalComma ? decimalComma() : comma(inside: opening)
    case .semicolon: return semicolon(inside: opening)
    case .equals: return .unexpectedEquals(at: token.range)
    case .interval: return .unexpectedInterval(at: token.range)
    case .cross: return .crossInExpression(at: token.range)
    case .end:
      return .missingOperand(
        at: token.range, after: previous.map { "`\(shortened(text($0.range)))`" })
    default:
      return token.kind.beginsOperand
        ? missingOperator(inside: opening) : .unexpectedToken(at: token.range, text(token.range))
    }
  }

  private func comparisonMessage() -> Diagnostic? {
    guard current.kind.comparison != nil else { return nil }
    return .comparisonOutsideCases(at: current.range, text(current.range))
  }

  private func decimalComma() -> Diagnostic {
    let range = (previous ?? current).range.union(ahead(1).range)
    return .decimalComma(at: range, text(range))
  }

  private func comma(inside opening: Token?) -> Diagnostic {
    opening?.kind == .openRound
      ? .commaInBrackets(at: current.range, opening: opening?.range)
      : .unexpectedComma(at: current.range)
  }

  private func semicolon(inside opening: Token?) -> Diagnostic {
    switch opening?.kind {
    case nil: .severalStatements(at: current.range)
    case .openRound: .semicolonBetweenArguments(at: current.range)
    default: .unexpectedToken(at: current.range, text(current.range))
    }
  }

  private func missingOperator(inside opening: Token?) -> Diagnostic {
    guard let previous else { return .unexpectedToken(at: current.range, text(current.range)) }
    if previous.kind == .prime, current.kind == .openRound {
      let name = index > 1 ? tokens[index - 2] : previous
      if name.kind == .name {
        return .primeDerivative(
          at: previous.range, text(name.range), product: text(name.range) + "'*(…)")
      }
    }
    if current.startsLine, opening?.kind == .openSquare {
      return .missingRowSeparator(at: current.range, text(current.range))
    }
    let isExponent = index > 1 && tokens[index - 2].kind == .power
    return .missingOperator(
      at: current.range, word: previous.kind == .name ? text(previous.range) : nil,
      right: text(current.range), between: SourceRange(previous.range.end, current.range.start),
      afterExponent: isExponent)
  }
}
