extension TeXReader {
  /// One atom without its scripts; nil for a word that sets nothing.
  mutating func readNucleus() -> Formula? {
    guard let token = peek() else { return nil }
    switch token.kind {
    case .superscript, .subscript, .prime:
      return .row([])
    case .openBrace:
      advance()
      return readBraced(token)
    case .character("~"):
      advance()
      return .space
    case .character(let scalar) where ("0"..."9").contains(scalar) || scalar == ".":
      return alphabet == nil ? readNumber() : readCharacter(scalar)
    case .character(let scalar):
      return readCharacter(scalar)
    case .command(let name):
      advance()
      return readCommand(name, token)
    case .closeBrace, .align, .newline, .blank:
      advance()
      return nil
    }
  }

  private mutating func readCharacter(_ scalar: Unicode.Scalar) -> Formula {
    advance()
    return inAlphabet(TeXSymbols.symbol(for: scalar))
  }

  /// One digit or point: TeX gives scripts and arguments single digits.
  private mutating func readNumber() -> Formula? {
    guard let token = next() else { return nil }
    return .number(token.kind.spelling)
  }

  func inAlphabet(_ symbol: TeXSymbol) -> Formula {
    guard let alphabet, symbol.atomClass == .ordinary else { return symbol.formula }
    return .symbol(symbol.scalar, .ordinary, alphabet)
  }

  /// Scripts and primes behind a nucleus, in any order.
  mutating func readScripts(of nucleus: Formula) -> Formula {
    var sub: Formula?
    var sup: [Formula] = []
    var primes = 0
    while let token = peek() {
      switch token.kind {
      case .prime:
        advance()
        primes += 1
      case .superscript:
        advance()
        if !sup.isEmpty { report("two superscripts on one atom", at: token) }
        sup.append(readArgument(of: token))
      case .subscript:
        advance()
        let lower = readArgument(of: token)
        if sub != nil { report("two subscripts on one atom", at: token) }
        sub = sub.map { .row([$0, lower]) } ?? lower
      case .command("limits"), .command("nolimits"):
        advance()
      case .command, .character, .openBrace, .closeBrace, .align, .newline, .blank:
        return scripted(nucleus, sub: sub, sup: sup, primes: primes)
      }
    }
    return scripted(nucleus, sub: sub, sup: sup, primes: primes)
  }

  private func scripted(
    _ nucleus: Formula, sub: Formula?, sup: [Formula], primes: Int
  ) -> Formula {
    let upper = primeSigns(primes).map(Formula.ordinary) + sup
    let upperFormula: Formula? =
      upper.isEmpty ? nil : upper.count == 1 ? upper[0] : .row(upper)
    if sub == nil, upperFormula == nil { return nucleus }
    switch nucleus {
    case .overbrace(let body, note: nil):
      return .overbrace(body, note: upperFormula ?? sub)
    case .underbrace(let body, note: nil):
      return .underbrace(body, note: sub ?? upperFormula)
    case .bigOperator(let scalar, lower: nil, upper: nil):
      return .bigOperator(scalar, lower: sub, upper: upperFormula)
    case .symbol, .row, .number, .function, .text, .scripts, .fraction, .radical, .fenced, .matrix,
      .bigOperator, .accent, .overbar, .underbar, .overbrace, .underbrace, .space, .styled,
      .classed:
      return .scripts(base: nucleus, sub: sub, sup: upperFormula)
    }
  }

  /// The fewest signs: fonts space two primes better in one glyph.
  private func primeSigns(_ count: Int) -> [Unicode.Scalar] {
    let signs: [Unicode.Scalar] = ["\u{2032}", "\u{2033}", "\u{2034}", "\u{2057}"]
    let (full, rest) = count.quotientAndRemainder(dividingBy: signs.count)
    let whole = [Unicode.Scalar](repeating: signs[signs.count - 1], count: full)
    return rest == 0 ? whole : whole + [signs[rest - 1]]
  }
}
