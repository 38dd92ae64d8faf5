extension Formula {
  /// The formula as LaTeX source for math mode; needs amsmath, and amssymb for ℝ.
  package var latex: String {
    var source = ""
    for token in tokens { source.appendToken(token) }
    return source
  }

  /// The formula in running text: words as `words` writes them, formulas between dollar signs.
  package func running(words: (String) -> String) -> String {
    switch self {
    case .text(let text): words(text)
    case .row(let items) where items.contains(where: \.isWords):
      Formula.runs(of: items).map { $0.running(words: words) }.joined()
    case .classed(.ordinary, let body), .styled(.display, let body): "$\(body.latex)$"
    case .symbol, .row, .number, .function, .scripts, .fraction, .radical, .fenced, .matrix,
      .bigOperator, .accent, .overbar, .underbar, .overbrace, .underbrace, .space, .styled,
      .classed:
      "$\(latex)$"
    }
  }

  /// Words each by themselves, formulas that stand side by side as one.
  private static func runs(of items: [Formula]) -> [Formula] {
    var runs: [[Formula]] = []
    for item in items {
      if let last = runs.last, !item.isWords, !last[0].isWords {
        runs[runs.count - 1].append(item)
      } else {
        runs.append([item])
      }
    }
    return runs.map { $0.count == 1 ? $0[0] : .row($0) }
  }

  private var isWords: Bool { if case .text = self { true } else { false } }

  /// Pieces of source; a space stands between two only where they would run together.
  private var tokens: [String] {
    switch self {
    case .symbol(let scalar, let atomClass, let alphabet):
      [LaTeXSymbols.source(scalar, atomClass, alphabet)]
    case .row(let items): Formula.rowTokens(items)
    case .number(let digits): [digits]
    case .function(let name): [LaTeXSymbols.function(name)]
    case .text(let words): ["\\text{" + LaTeXSymbols.escaped(words) + "}"]
    case .scripts(let base, let sub, let sup):
      [base.scriptBase] + (sub.map { ["_" + $0.argument] } ?? []) + (sup.map { $0.raised } ?? [])
    case .fraction(let numerator, let denominator):
      ["\\frac{" + numerator.latex + "}{" + denominator.latex + "}"]
    case .radical(let radicand, let degree):
      ["\\sqrt" + (degree.map { "[" + $0.latex + "]" } ?? "") + "{" + radicand.latex + "}"]
    case .fenced(let left, let body, let right):
      ["\\left" + LaTeXSymbols.delimiter(left)] + body.tokens
        + ["\\right" + LaTeXSymbols.delimiter(right)]
    case .matrix(let rows, let left, let right, let alignment):
      [LaTeXSymbols.matrix(rows.map { $0.map(\.latex) }, left, right, alignment)]
    case .bigOperator(let sign, let lower, let upper):
      [LaTeXSymbols.source(sign, .largeOperator, .upright)]
        + (lower.map { ["_" + $0.argument] } ?? []) + (upper.map { ["^" + $0.argument] } ?? [])
    case .accent(let mark, let base, let stretches):
      [LaTeXSymbols.accent(mark, stretches: stretches) + "{" + base.latex + "}"]
    case .overbar(let body): ["\\overline{" + body.latex + "}"]
    case .underbar(let body): ["\\underline{" + body.latex + "}"]
    case .overbrace(let body, let note):
      ["\\overbrace{" + body.latex + "}"] + (note.map { ["^" + $0.argument] } ?? [])
    case .underbrace(let body, let note):
      ["\\underbrace{" + body.latex + "}"] + (note.map { ["_" + $0.argument] } ?? [])
    case .space(let mu): [LaTeXSymbols.space(mu)]
    case .styled(let style, let body): ["{" + LaTeXSymbols.style(style) + " " + body.latex + "}"]
    case .classed(let atomClass, let body):
      [LaTeXSymbols.classCommand(atomClass) + "{" + body.latex + "}"]
    }
  }

  /// Signs between two operands have spaces around them in the source.
  private static func rowTokens(_ items: [Formula]) -> [String] {
    var tokens: [String] = []
    var followsOperand = false
    for (place, item) in items.enumerated() {
      let isSign = item.isSpacedSign && followsOperand && place + 1 < items.count
      if isSign { tokens.append(" ") }
      tokens += item.tokens
      if isSign || item.isComma { tokens.append(" ") }
      followsOperand = !item.isSpacedSign && !item.isOpening
    }
    return tokens
  }

  private var isSpacedSign: Bool {
    if case .symbol(_, let atomClass, _) = self {
      return atomClass == .binary || atomClass == .relation
    }
    return false
  }

  private var isOpening: Bool {
    if case .symbol(_, .open, _) = self { true } else { isComma }
  }

  private var isComma: Bool {
    if case .symbol(_, .punctuation, _) = self { true } else { false }
  }

  /// The source as the argument of a script: braces unless it is one sign.
  private var argument: String {
    let source = latex
    return source.count == 1 ? source : "{" + source + "}"
  }

  /// The source as what scripts stand behind.
  private var scriptBase: String {
    switch self {
    case .symbol, .function, .bigOperator, .radical, .fenced, .matrix, .accent: latex
    case .number(let digits): digits
    case .row, .text, .scripts, .fraction, .overbar, .underbar, .overbrace, .underbrace, .space,
      .styled, .classed:
      "{" + latex + "}"
    }
  }

  /// The source as a superscript; primes have a sign of their own.
  private var raised: [String] {
    switch self {
    case .symbol("\u{2032}", _, _): ["'"]
    case .symbol("\u{2033}", _, _): ["''"]
    case .symbol("\u{2034}", _, _): ["'''"]
    case .symbol, .row, .number, .function, .text, .scripts, .fraction, .radical, .fenced,
      .matrix, .bigOperator, .accent, .overbar, .underbar, .overbrace, .underbrace, .space,
      .styled, .classed:
      ["^" + argument]
    }
  }
}

extension String {
  /// Appends a token, with a space where a command's name would run into a letter.
  fileprivate mutating func appendToken(_ token: String) {
    if endsWithCommand || endsWithBareScript, let first = token.first, first.isLetter {
      append(" ")
    }
    if token == " ", last == " " { return }
    append(token)
  }

  /// Whether a script of one sign ends the source: the next letter is set apart for readers.
  private var endsWithBareScript: Bool {
    guard count > 1 else { return false }
    let sign = self[index(endIndex, offsetBy: -2)]
    return sign == "_" || sign == "^"
  }

  private var endsWithCommand: Bool {
    guard let last, last.isASCII, last.isLetter else { return false }
    let name = reversed().prefix { $0.isASCII && $0.isLetter }
    return dropLast(name.count).last == "\\"
  }
}
