import ChainDiagnostics

extension Parser {
  /// `a, b : R^n positive` or `f : R^2 -> R`, with the first `:` at an index.
  func declaration(colon: Int) {
    let names = declaredNames(before: colon)
    guard !names.isEmpty else { return loseStatement() }
    index = colon + 1
    let next = current
    if tokens[colon].kind == .colon, next.kind == .equals,
      next.range.start == tokens[colon].range.end
    {
      report(.colonEquals(at: tokens[colon].range.union(next.range)))
      return loseStatement()
    }
    let arrow = tokens.contains { $0.kind == .arrow }
    if arrow { functionDeclaration(of: names) } else { inputDeclaration(of: names) }
  }

  private func inputDeclaration(of names: [NameSyntax]) {
    var space: SpaceSyntax?
    var properties: [PropertySyntax] = []
    _ = attempt { parser throws(SyntaxError) in
      space = try parser.space()
      properties = try parser.properties()
      try parser.expectEnd()
    }
    statements.append(
      .declaration(
        DeclarationSyntax(
          names: names, space: space, properties: properties, range: statementRange)))
  }

  private func functionDeclaration(of names: [NameSyntax]) {
    var domain: [SpaceSyntax] = []
    var codomain: SpaceSyntax?
    _ = attempt { parser throws(SyntaxError) in
      repeat { domain.append(try parser.space()) } while parser.takeDomainSeparator()
      guard parser.take(.arrow) else { throw SyntaxError(parser.unexpected()) }
      let result = try parser.space()
      if parser.current.kind == .name {
        let range = parser.current.range.union(parser.tokens[parser.tokens.count - 2].range)
        throw SyntaxError(.functionProperty(at: range, parser.text(range)))
      }
      try parser.expectEnd()
      codomain = result
    }
    statements.append(
      .functionDeclaration(
        FunctionDeclarationSyntax(
          names: names, domain: domain, codomain: codomain, range: statementRange)))
  }

  /// `,` or `×` between the spaces of a function's arguments.
  private func takeDomainSeparator() -> Bool {
    if take(.comma) || take(.cross) { return true }
    guard isWord(current, "x"), isSpaceName(ahead(1)) else { return false }
    advance()
    return true
  }

  /// The names left of the colon; empty if there is anything else.
  private func declaredNames(before colon: Int) -> [NameSyntax] {
    var names: [NameSyntax] = []
    for (place, token) in tokens[..<colon].enumerated() {
      guard token.kind == (place % 2 == 0 ? .name : .comma) else { names = []; break }
      if token.kind == .name { names.append(NameSyntax(token.name, token.range)) }
    }
    guard colon % 2 == 1, !names.isEmpty else {
      if !lexer.isDamaged { report(invalidDeclaration(before: colon)) }
      return []
    }
    return names
  }

  private func invalidDeclaration(before colon: Int) -> Diagnostic {
    guard colon > 0 else { return .missingTarget(at: tokens[0].range) }
    let range = tokens[0].range.union(tokens[colon - 1].range)
    let first = tokens[0]
    let isCall = first.kind == .name && colon > 1 && tokens[1].kind == .openRound
    return .invalidDeclaration(
      at: range, text(range), function: isCall ? text(first.range) : nil)
  }

  /// Properties, with blanks or commas between them.
  private func properties() throws(SyntaxError) -> [PropertySyntax] {
    var properties: [PropertySyntax] = []
    while current.kind == .name || (current.kind == .comma && !properties.isEmpty) {
      _ = take(.comma)
      properties.append(try property())
    }
    return properties
  }

  private func property() throws(SyntaxError) -> PropertySyntax {
    let first = current
    guard first.kind == .name else { throw SyntaxError(unexpected()) }
    if isWord(first, "positive") {
      let second = ahead(1).kind == .minus ? ahead(2) : ahead(1)
      if isWord(second, "definite") {
        while current.range != second.range { advance() }
        advance()
        return PropertySyntax(.positiveDefinite, first.range.union(second.range))
      }
    }
    let word = text(first.range)
    if let property = Property(rawValue: word) {
      advance()
      return PropertySyntax(property, first.range)
    }
    if isWord(first, "x") {
      let meant =
        (index > 0 ? text(tokens[index - 1].range) : "") + " x " + text(ahead(1).range)
      throw SyntaxError(.dimensionsWithoutBraces(at: first.range, meant: meant))
    }
    let known = Property.allCases.map(\.rawValue)
    throw SyntaxError(
      .unknownProperty(at: first.range, word, nearest: nearest(to: word, among: known)))
  }
}
