/// Commands that take arguments or change what follows.
private enum TeXCommand {
  case fraction(MathStyle?)
  case binomial, root, left, begin
  /// Before a delimiter whose size we choose ourselves.
  case sized
  case alphabet(Alphabet)
  case roman, operatorName, text
  case overbar, underbar, overbrace, underbrace
  case classed(AtomClass)
  case space(mu: Double)
  case modulo
  /// Changes nothing that we set.
  case nothing
}

private let texCommands: [String: TeXCommand] = [
  "frac": .fraction(nil), "tfrac": .fraction(.text), "dfrac": .fraction(.display),
  "binom": .binomial, "sqrt": .root, "left": .left, "begin": .begin, "big": .sized,
  "Big": .sized, "bigg": .sized, "Bigg": .sized, "bigl": .sized, "bigr": .sized, "Bigl": .sized,
  "Bigr": .sized, "biggl": .sized, "biggr": .sized, "middle": .sized,
  "mathbb": .alphabet(.doubleStruck),
  "symbb": .alphabet(.doubleStruck), "mathcal": .alphabet(.calligraphic),
  "symcal": .alphabet(.calligraphic), "mathscr": .alphabet(.calligraphic),
  "mathbf": .alphabet(.bold), "symbf": .alphabet(.bold), "symbfit": .alphabet(.boldItalic),
  "mathbfit": .alphabet(.boldItalic), "boldsymbol": .alphabet(.boldItalic),
  "bm": .alphabet(.boldItalic), "mathsf": .alphabet(.sansSerif), "mathit": .alphabet(.italic),
  "symup": .alphabet(.upright), "mathup": .alphabet(.upright), "mathrm": .roman,
  "operatorname": .operatorName, "text": .text, "textrm": .text, "textup": .text,
  "mbox": .text, "overline": .overbar, "underline": .underbar, "overbrace": .overbrace,
  "underbrace": .underbrace, "mathord": .classed(.ordinary), "mathop": .classed(.largeOperator),
  "mathbin": .classed(.binary), "mathrel": .classed(.relation), "mathopen": .classed(.open),
  "mathclose": .classed(.close), "mathpunct": .classed(.punctuation),
  "mathinner": .classed(.inner), ",": .space(mu: 3), ":": .space(mu: 4), ">": .space(mu: 4),
  ";": .space(mu: 5), "!": .space(mu: -3), " ": .space(mu: 6), "quad": .space(mu: 18),
  "qquad": .space(mu: 36), "bmod": .modulo, "limits": .nothing, "nolimits": .nothing,
]

extension TeXReader {
  /// A command whose name was just read.
  mutating func readCommand(_ name: String, _ token: TeXToken) -> Formula? {
    if let command = texCommands[name] { return read(command, token) }
    if let symbol = TeXSymbols.symbol(named: name) { return inAlphabet(symbol) }
    if let scalar = TeXSymbols.bigOperator(named: name) {
      return .bigOperator(scalar, lower: nil, upper: nil)
    }
    if TeXSymbols.isFunction(name) { return .function(name) }
    if let accent = TeXSymbols.accent(named: name) {
      return .accent(
        accent.mark, base: readArgument(of: token), stretches: accent.stretches)
    }
    report(name.isEmpty ? "`\\` at the end" : "unknown command `\\\(name)`", at: token)
    return .text(token.kind.spelling)
  }

  private mutating func read(_ command: TeXCommand, _ token: TeXToken) -> Formula? {
    switch command {
    case .fraction(let style):
      let fraction = Formula.fraction(
        numerator: readArgument(of: token), denominator: readArgument(of: token))
      return style.map { .styled($0, fraction) } ?? fraction
    case .binomial:
      return .matrix(
        rows: [[readArgument(of: token)], [readArgument(of: token)]], left: "(", right: ")")
    case .root: return readRoot(token)
    case .left: return readFenced(token)
    case .begin: return readEnvironment(token)
    case .sized: return readDelimiter(after: token).map(TeXSymbols.symbol(for:))?.formula
    case .alphabet(let alphabet): return readArgument(of: token, in: alphabet)
    case .roman: return readRoman(token)
    case .operatorName: return .function(readWords(of: token))
    case .text: return .text(readWords(of: token))
    case .overbar: return .overbar(readArgument(of: token))
    case .underbar: return .underbar(readArgument(of: token))
    case .overbrace: return .overbrace(readArgument(of: token), note: nil)
    case .underbrace: return .underbrace(readArgument(of: token), note: nil)
    case .classed(let atomClass): return .classed(atomClass, readArgument(of: token))
    case .space(let mu): return .space(mu: mu)
    case .modulo: return .classed(.binary, .text("mod"))
    case .nothing: return nil
    }
  }

  private mutating func readArgument(of token: TeXToken, in inner: Alphabet) -> Formula {
    let outer = alphabet
    alphabet = inner
    defer { alphabet = outer }
    return readArgument(of: token)
  }

  private mutating func readRoot(_ token: TeXToken) -> Formula {
    guard skip(.character("[")) else {
      return .radical(radicand: readArgument(of: token), degree: nil)
    }
    let degree = nested(at: token) { reader in
      var items: [Formula] = []
      while let inner = reader.peek(), inner.kind != .character("]"),
        let nucleus = reader.readNucleus()
      {
        items.append(reader.readScripts(of: nucleus))
      }
      return items.count == 1 ? items[0] : .row(items)
    }
    expect(.character("]"), closing: token)
    return .radical(radicand: readArgument(of: token), degree: degree)
  }

  /// Letters only become words, as TeX's roman kerns them; other content keeps its structure.
  private mutating func readRoman(_ token: TeXToken) -> Formula {
    let body = readArgument(of: token, in: .upright)
    var word = ""
    guard case .classed(_, .row(let items)) = body else { return body }
    for item in items {
      guard case .symbol(let scalar, .ordinary, .upright) = item else { return body }
      word.unicodeScalars.append(scalar)
    }
    return .text(word)
  }

  /// The words between braces, spaces kept, commands of one sign (`\%`) resolved.
  private mutating func readWords(of command: TeXToken) -> String {
    guard skip(.openBrace) else {
      report("`\(command.kind.spelling)` lacks an argument", at: command)
      return ""
    }
    var words = ""
    var open = 1
    while let token = nextRaw() {
      switch token.kind {
      case .openBrace: open += 1
      case .closeBrace: open -= 1
      case .command(let name): words += spelled(name)
      case .blank: words += " "
      case .character, .superscript, .subscript, .prime, .align, .newline:
        words += token.kind.spelling
      }
      if open == 0 { return words }
    }
    report("`\(command.kind.spelling)` without `}`", at: command)
    return words
  }

  private func spelled(_ name: String) -> String {
    switch name {
    case ",", ";", ":", " ": " "
    case "!": ""
    default: TeXSymbols.symbol(named: name).map { String(Character($0.scalar)) } ?? name
    }
  }
}
