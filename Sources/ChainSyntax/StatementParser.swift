import ChainDiagnostics

extension Parser {
  /// Reads the whole figure.
  func figure() -> FigureSyntax {
    reportEncoding()
    while lexer.skipToStatement(), lexer.diagnostics.count < Self.errorLimit {
      if beginsSetting() {
        setting()
      } else {
        readStatement()
        statement()
      }
    }
    warnOfSimilarNames()
    return FigureSyntax(
      statements: statements, expressions: expressions, names: lexer.names,
      diagnostics: lexer.diagnostics.inReadingOrder(), hasLostStatement: hasLostStatement,
      range: range)
  }

  /// Reads the tokens of one statement.
  func statement() {
    index = 0
    statementRange = current.range.union(tokens[tokens.count - 1].range)
    nesting = 0
    openNorms = 0
    isComparing = false
    let isContinuation = isBrokenOff
    isBrokenOff = false
    guard current.kind != .end else { return loseStatement() }
    if let keyword = keyword(of: current) {
      keywordStatement(keyword)
    } else if let separator = separatorIndex() {
      if tokens[separator].kind == .equals {
        definition(equals: separator)
      } else {
        declaration(colon: separator)
      }
    } else if !isContinuation {
      query()
    }
  }

  /// Runs a part of the grammar, and reports what does not fit.
  func attempt<Part>(
    _ part: (Parser) throws(SyntaxError) -> Part
  ) -> Part? {
    guard !lexer.isDamaged else { return nil }
    do throws(SyntaxError) {
      return try part(self)
    } catch {
      isBrokenOff = error.diagnostic.id == "missing-operand" && current.kind == .end
      report(error.diagnostic)
      return nil
    }
  }

  /// Gives up a statement whose names, if it has any, stay unknown.
  func loseStatement() { hasLostStatement = true }

  /// Stands for an expression that could not be read.
  func missingExpression(at range: SourceRange) -> ExpressionID {
    expressions.append(.missing, range: range)
  }

  func expectEnd() throws(SyntaxError) {
    guard current.kind == .end else { throw SyntaxError(unexpected()) }
  }
}

extension Parser {
  func keyword(of token: Token) -> Keyword? {
    guard token.kind == .name, token.range.count <= 5 else { return nil }
    return Keyword(rawValue: lexer.names[token.name].spelling)
  }

  private func keywordStatement(_ keyword: Keyword) {
    let next = ahead(1).kind
    if next == .equals || next == .colon || next == .element
      || (next == .openRound && separatorIndex() != nil)
    {
      report(.reservedWord(at: current.range, keyword.rawValue))
      return loseStatement()
    }
    switch keyword {
    case .at: point()
    case .where: dimensions()
    case .plot: plot()
    // Read before tokens are made, so this is `set` and a bracket.
    case .set: report(.reservedWord(at: current.range, keyword.rawValue))
    }
  }

  /// The first `=`, `:`, `∈` or `in` outside brackets.
  private func separatorIndex() -> Int? {
    var depth = 0
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .openRound, .openSquare, .openCurly: depth += 1
      case .closeRound, .closeSquare, .closeCurly: depth -= 1
      case .equals, .colon, .element: if depth <= 0 { return index }
      case .name: if depth == 0, isMembershipWord(at: index) { return index }
      default: continue
      }
    }
    return nil
  }

  /// `in` between a name and a space; elsewhere it is a name like any other.
  private func isMembershipWord(at index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count, isWord(tokens[index], "in") else {
      return false
    }
    return tokens[index - 1].kind == .name && isSpaceName(tokens[index + 1])
  }

  private func warnOfSimilarNames() {
    for entry in lexer.names.entries where !gluedNames.contains(entry.range) {
      guard let bare = withoutUnderscoreBeforeDigits(entry.canonical),
        let id = lexer.names.find(bare)
      else { continue }
      let other = lexer.names[id]
      let (first, second) = other.range < entry.range ? (other, entry) : (entry, other)
      report(.similarNames(second.spelling, at: second.range, first.spelling, at: first.range))
    }
  }

  /// `x1` for `x_1`; nil for a name of another form.
  private func withoutUnderscoreBeforeDigits(_ name: String) -> String? {
    let bytes = name.utf8
    guard let mark = bytes.lastIndex(where: { !lexer.isDigit($0) }),
      bytes[mark] == UInt8(ascii: "_"), bytes.index(after: mark) < bytes.endIndex
    else { return nil }
    return String(name[..<mark]) + name[name.index(after: mark)...]
  }

  /// Reports bytes that are no text, once a kind.
  private func reportEncoding() {
    let bytes = source.bytes[range.start..<range.end]
    if let nul = bytes.firstIndex(of: 0) {
      report(.nulByte(at: SourceRange(nul, nul + 1)))
    }
    if let invalid = firstInvalidByte(in: bytes) {
      report(.invalidUTF8(at: SourceRange(invalid, invalid + 1), byte: source.bytes[invalid]))
    }
  }

  private func firstInvalidByte(in bytes: ArraySlice<UInt8>) -> Int? {
    var place = bytes.startIndex
    while place < bytes.endIndex {
      if bytes[place] < 0x80 {
        place += 1
      } else {
        let (scalar, length) = lexer.scalar(at: place)
        // U+FFFD that is really there is three bytes long.
        if scalar == "\u{FFFD}", length == 1 { return place }
        place += length
      }
    }
    return nil
  }
}
