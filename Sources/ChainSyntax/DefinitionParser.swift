import ChainDiagnostics

extension Parser {
  /// `r = x - A*s`, `f(x) = …`, with the first `=` at an index.
  func definition(equals: Int) {
    guard let (name, parameters) = target(before: equals) else { return loseStatement() }
    let bodyRange = SourceRange(tokens[equals].range.end, statementRange.end)
    index = equals + 1
    let body = attempt { parser throws(SyntaxError) in
      let body = try parser.expression()
      try parser.expectEnd()
      return body
    }
    statements.append(
      .definition(
        DefinitionSyntax(
          name: name, parameters: parameters, body: body ?? missingExpression(at: bodyRange),
          range: statementRange)))
  }

  /// What a definition defines; nil if the left side is neither a name nor a call of names.
  private func target(before equals: Int) -> (NameSyntax, [NameSyntax]?)? {
    let first = tokens[0]
    if first.kind == .name, equals == 1 { return (NameSyntax(first.name, first.range), nil) }
    guard first.kind == .name, equals > 2, tokens[1].kind == .openRound,
      tokens[equals - 1].kind == .closeRound,
      let parameters = parameters(in: tokens[2..<equals - 1])
    else {
      if !lexer.isDamaged { report(invalidTarget(before: equals)) }
      return nil
    }
    reportRepetition(in: parameters)
    return (NameSyntax(first.name, first.range), parameters)
  }

  /// Names with commas between them.
  private func parameters(in tokens: ArraySlice<Token>) -> [NameSyntax]? {
    guard tokens.count % 2 == 1 else { return nil }
    var names: [NameSyntax] = []
    for (place, token) in tokens.enumerated() {
      guard token.kind == (place % 2 == 0 ? .name : .comma) else { return nil }
      if token.kind == .name { names.append(NameSyntax(token.name, token.range)) }
    }
    return names
  }

  private func reportRepetition(in parameters: [NameSyntax]) {
    var seen: [NameID: SourceRange] = [:]
    for parameter in parameters {
      if let first = seen[parameter.id] {
        report(
          .repeatedParameter(
            lexer.names[parameter.id].spelling, at: parameter.range, first: first))
      }
      seen[parameter.id] = parameter.range
    }
  }

  private func invalidTarget(before equals: Int) -> Diagnostic {
    let left = tokens[..<equals]
    guard let first = left.first, let last = left.last else {
      return .missingTarget(at: tokens[equals].range)
    }
    let range = first.range.union(last.range)
    if isQueryLike(left) { return .definedDerivative(at: range, text(range)) }
    if first.kind == .name, left.count > 1 {
      let name = text(first.range)
      switch left[1].kind {
      case .openSquare: return .definedEntry(at: range, name)
      case .prime: return .definedPrime(at: range, name)
      case .openRound: return .invalidParameters(at: range, name)
      case .name:
        if let meant = nearest(to: name, among: Keyword.allCases.map(\.rawValue)) {
          return .misspeltKeyword(at: first.range, name, meant: meant)
        }
      default: break
      }
    }
    return .invalidTarget(at: range, text(range))
  }

  /// Whether tokens look like `df/dx`.
  private func isQueryLike(_ tokens: ArraySlice<Token>) -> Bool {
    zip(tokens, tokens.dropFirst()).contains { $0.kind == .over && isDifferential($1) }
  }
}
