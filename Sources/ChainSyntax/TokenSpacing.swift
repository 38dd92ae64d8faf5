import ChainDiagnostics

/// Where the canonical form of a statement has blanks between tokens.
struct TokenSpacing {
  private let tokens: [Token]
  private let source: SourceText
  /// The innermost bracket that each token stands in, brackets themselves in the one around.
  private var brackets: [TokenKind?] = []
  private var depths: [Int] = []
  private var opensNorm: [Bool] = []
  /// The bar of a query with blanks beside it, as in `d f / d t`.
  private var wideBar: Int?

  /// - Parameter tokens: of one statement, its `end` included.
  init(_ tokens: [Token], in source: SourceText) {
    self.tokens = tokens
    self.source = source
    readBrackets()
    wideBar = barWithBlanks()
  }

  /// How many brackets are open before a token, those left out that close with it.
  func depth(before index: Int) -> Int {
    var index = index
    while tokens[index].kind.closesBracket, tokens[index + 1].kind.closesBracket { index += 1 }
    return depths[index]
  }

  /// Whether a blank stands between a token and the one before it.
  func hasBlank(before index: Int) -> Bool {
    let (left, right) = (tokens[index - 1], tokens[index])
    if left.kind.opensBracket || right.kind.closesBracket { return false }
    if right.kind == .comma || right.kind == .semicolon { return false }
    if left.kind == .comma || left.kind == .semicolon { return true }
    if index == wideBar || index - 1 == wideBar { return true }
    if needsBlank(before: index) || needsBlank(before: index - 1) { return true }
    return blank(after: index - 1) ?? blank(at: index) ?? wasApart(left, right)
  }

  /// Whether a token asks for a blank behind it; nil if it leaves that to the next.
  private func blank(after index: Int) -> Bool? {
    switch tokens[index].kind {
    case .plus, .minus: isBinary(index) && brackets[index] != .openCurly
    case .normBar: opensNorm[index] ? false : nil
    case .partial, .nabla, .root: false
    case .number, .name, .string, .superscript, .transposeMark, .normMark, .prime, .openRound,
      .closeRound, .openSquare, .closeSquare, .openCurly, .closeCurly, .comma, .semicolon, .end:
      nil
    case .times, .over, .elementwiseTimes, .elementwiseOver, .power, .elementwisePower, .kronecker,
      .colon, .equals, .interval, .less, .lessOrEqual, .greater, .greaterOrEqual, .doubleEquals,
      .unequal, .arrow, .element, .cross:
      blankBeside(index)
    }
  }

  /// Whether a token asks for a blank before it; nil if that is as it was written.
  private func blank(at index: Int) -> Bool? {
    switch tokens[index].kind {
    case .plus, .minus: isBinary(index) && brackets[index] != .openCurly
    case .superscript, .transposeMark, .normMark, .prime: false
    case .normBar: opensNorm[index] ? nil : false
    case .openRound, .openSquare: isKeyword(index - 1)
    case .name: isFactor(index - 1) && !mayBeExponent(tokens[index]) ? false : nil
    case .openCurly: false
    case .number, .string, .closeRound, .closeSquare, .closeCurly, .comma, .semicolon, .partial,
      .nabla, .root, .end:
      nil
    case .times, .over, .elementwiseTimes, .elementwiseOver, .power, .elementwisePower, .kronecker,
      .colon, .equals, .interval, .less, .lessOrEqual, .greater, .greaterOrEqual, .doubleEquals,
      .unequal, .arrow, .element, .cross:
      blankBeside(index)
    }
  }

  /// Whether a sign between operands has blanks about it.
  private func blankBeside(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .times, .over, .power, .elementwisePower: false
    // Alone it parts a name from what it is; within brackets, a label or a bound.
    case .equals, .colon: brackets[index] == nil
    default: true
    }
  }

  /// Whether a sign would be read as another if it touched the number before it: `1. *x`.
  private func needsBlank(before index: Int) -> Bool {
    guard index > 0, tokens[index - 1].kind == .number, tokens[index].kind.isOperator else {
      return false
    }
    return source.bytes[tokens[index - 1].range.end - 1] == UInt8(ascii: ".")
  }

  /// Whether a token is a number that a name may follow as a factor: no exponent, no dimension.
  private func isFactor(_ index: Int) -> Bool {
    guard tokens[index].kind == .number, brackets[index] != .openCurly, index > 0 else {
      return false
    }
    let before = tokens[index - 1].kind
    let isSigned = before == .plus || before == .minus
    let base = isSigned && index > 1 ? tokens[index - 2].kind : before
    return base != .power && base != .elementwisePower && before != .name
  }

  /// Whether a name behind a number could be read as its exponent.
  private func mayBeExponent(_ name: Token) -> Bool {
    source.bytes[name.range.start] | 0x20 == UInt8(ascii: "e")
  }

  private func wasApart(_ left: Token, _ right: Token) -> Bool {
    left.range.end != right.range.start
  }

  private func isKeyword(_ index: Int) -> Bool {
    index == 0 && tokens[0].kind == .name && Keyword(rawValue: source[tokens[0].range]) != nil
  }

  /// Whether a sign stands between operands rather than before one.
  private func isBinary(_ index: Int) -> Bool { index > 0 && endsOperand(index - 1) }

  private func endsOperand(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .number, .name, .string, .superscript, .transposeMark, .normMark, .prime, .closeRound,
      .closeSquare, .closeCurly:
      true
    case .normBar: !opensNorm[index]
    case .plus, .minus, .times, .over, .elementwiseTimes, .elementwiseOver, .power,
      .elementwisePower, .kronecker, .openRound, .openSquare, .openCurly, .comma, .semicolon,
      .colon, .equals, .interval, .less, .lessOrEqual, .greater, .greaterOrEqual, .doubleEquals,
      .unequal, .arrow, .element, .cross, .partial, .nabla, .root, .end:
      false
    }
  }

  private mutating func readBrackets() {
    var open: [TokenKind] = []
    var norms = [0]
    for (index, token) in tokens.enumerated() {
      if token.kind.closesBracket {
        _ = open.popLast()
        if norms.count > 1 { norms.removeLast() }
      }
      brackets.append(open.last)
      depths.append(open.count)
      var opens = false
      if token.kind == .normBar {
        opens = norms[norms.count - 1] == 0 || index == 0 || !endsOperand(index - 1)
        norms[norms.count - 1] += opens ? 1 : -1
      }
      opensNorm.append(opens)
      if token.kind.opensBracket {
        open.append(token.kind)
        norms.append(0)
      }
    }
  }

  /// The last bar outside brackets, if there is a blank on its level besides: `d f / d t`, but
  /// `df/dt` and `d/dx f`.
  private func barWithBlanks() -> Int? {
    let level = tokens.indices.filter { brackets[$0] == nil }
    let isQuery = !level.contains { [.equals, .colon, .element].contains(tokens[$0].kind) }
    guard isQuery, !isKeyword(0), let bar = level.last(where: { tokens[$0].kind == .over }) else {
      return nil
    }
    guard !isDifferentialAlone(before: bar) else { return nil }
    let others = level.dropFirst().filter { $0 != bar && $0 != bar + 1 && tokens[$0].kind != .end }
    return others.contains { hasBlank(before: $0) } ? bar : nil
  }

  /// Whether before a bar nothing stands but `d`, `∂`, or a power of one.
  private func isDifferentialAlone(before bar: Int) -> Bool {
    guard tokens[0].kind == .partial || source[tokens[0].range] == "d" else { return false }
    switch bar {
    case 1: return true
    case 2: return tokens[1].kind == .superscript
    case 3: return tokens[1].kind == .power
    case _: return false
    }
  }
}

extension TokenKind {
  var closesBracket: Bool { self == .closeRound || self == .closeSquare || self == .closeCurly }
}
