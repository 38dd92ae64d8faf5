/// What is wrong with a piece of TeX source, and where.
package struct TeXProblem: Hashable, Sendable {
  /// Characters before the place, counted in the string that was read.
  package let column: Int
  /// In lower case, without a full stop.
  package let message: String

  package init(column: Int, message: String) {
    self.column = column
    self.message = message
  }
}

/// Limits that keep hostile source from costing time, memory or stack.
private enum TeXLimits {
  static let nesting = 64
  static let length = 20_000
  static let problems = 20
}

/// Reads the mathematics of TeX that labels need: no definitions, no packages.
///
/// Every source gives a formula; what could not be read stands in it as words and in the problems.
/// Linear in the length, which is limited to 20,000 characters, nested at most 64 deep.
package func readTeX(_ source: String) -> (formula: Formula, problems: [TeXProblem]) {
  if let problem = lengthProblem(source) { return (.row([]), [problem]) }
  var reader = TeXReader(source)
  let formula = reader.readAll()
  return (formula, reader.problems)
}

/// Reads words with formulas between dollar signs; `\$` is a dollar sign.
package func readLabel(_ source: String) -> (formula: Formula, problems: [TeXProblem]) {
  if let problem = lengthProblem(source) { return (.row([]), [problem]) }
  var parts: [Formula] = []
  var problems: [TeXProblem] = []
  for part in labelParts(source) {
    switch part {
    case .words(let words):
      parts.append(.text(words))
    case .math(let math, let column, let isClosed):
      let (formula, found) = readTeX(math)
      parts.append(.classed(.ordinary, formula))
      problems += found.map { TeXProblem(column: $0.column + column, message: $0.message) }
      if !isClosed {
        problems.append(TeXProblem(column: column - 1, message: "`$` without a closing `$`"))
      }
    }
  }
  return (parts.count == 1 ? parts[0] : .row(parts), Array(problems.prefix(TeXLimits.problems)))
}

private enum LabelPart {
  case words(String)
  case math(String, column: Int, isClosed: Bool)
}

private func labelParts(_ source: String) -> [LabelPart] {
  var parts: [LabelPart] = []
  var run = ""
  var mathStart: Int?
  var isEscaped = false
  for (index, character) in source.enumerated() {
    if isEscaped {
      if mathStart != nil || character != "$" { run.append("\\") }
      run.append(character)
      isEscaped = false
    } else if character == "\\" {
      isEscaped = true
    } else if character == "$" {
      if let start = mathStart {
        parts.append(.math(run, column: start, isClosed: true))
        mathStart = nil
      } else {
        if !run.isEmpty { parts.append(.words(run)) }
        mathStart = index + 1
      }
      run = ""
    } else {
      run.append(character)
    }
  }
  if isEscaped { run.append("\\") }
  if let start = mathStart {
    parts.append(.math(run, column: start, isClosed: false))
  } else if !run.isEmpty {
    parts.append(.words(run))
  }
  return parts
}

private func lengthProblem(_ source: String) -> TeXProblem? {
  guard source.utf8.count > TeXLimits.length else { return nil }
  return TeXProblem(column: 0, message: "formula longer than \(TeXLimits.length) characters")
}

/// The reading of one formula: a position in the words, and what surrounds it.
struct TeXReader {
  private let tokens: [TeXToken]
  private var position = 0
  private var depth = 0
  private var isGivenUp = false
  private(set) var problems: [TeXProblem] = []
  /// The alphabet that an enclosing command asks for.
  var alphabet: Alphabet?

  init(_ source: String) {
    tokens = texTokens(source)
  }

  mutating func readAll() -> Formula {
    var items: [Formula] = []
    while true {
      items += readItems()
      guard let stray = next() else { break }
      report("`\(stray.kind.spelling)` has nothing to end here", at: stray)
    }
    return items.count == 1 ? items[0] : .row(items)
  }

  /// Atoms up to a word that ends a group: a closing brace, `&`, `\\`, `\right`, `\end`.
  mutating func readItems() -> [Formula] {
    var items: [Formula] = []
    while let token = peek(), !token.kind.endsGroup {
      if let style = token.kind.style {
        advance()
        items.append(nested(at: token) { .styled(style, .row($0.readItems())) })
      } else if let nucleus = readNucleus() {
        items.append(readScripts(of: nucleus))
      }
    }
    return items
  }

  /// The items as a formula of their own.
  mutating func readGroup() -> Formula {
    let items = readItems()
    return items.count == 1 ? items[0] : .row(items)
  }

  /// What a command is applied to: a group in braces or the next atom.
  mutating func readArgument(of command: TeXToken) -> Formula {
    guard let token = peek(), token.kind == .openBrace || !token.kind.endsGroup else {
      report("`\(command.kind.spelling)` lacks an argument", at: command)
      return .row([])
    }
    return nested(at: command) { $0.readNucleus() ?? .row([]) }
  }

  mutating func readBraced(_ brace: TeXToken) -> Formula {
    nested(at: brace) { reader in
      let group = reader.readGroup()
      reader.expect(.closeBrace, closing: brace)
      return .classed(.ordinary, group)
    }
  }

  /// Reads one level deeper; too deep, the rest of the source is given up.
  mutating func nested(
    at token: TeXToken, _ read: (inout TeXReader) -> Formula
  ) -> Formula {
    guard depth < TeXLimits.nesting else {
      report("nested deeper than \(TeXLimits.nesting) levels", at: token)
      position = tokens.count
      isGivenUp = true
      return .row([])
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  /// The next word, blanks skipped; nil at the end.
  mutating func peek() -> TeXToken? {
    while position < tokens.count, tokens[position].kind == .blank { position += 1 }
    return position < tokens.count ? tokens[position] : nil
  }

  mutating func next() -> TeXToken? {
    let token = peek()
    advance()
    return token
  }

  mutating func advance() {
    if position < tokens.count { position += 1 }
  }

  /// The next word, blanks counted.
  mutating func nextRaw() -> TeXToken? {
    defer { advance() }
    return position < tokens.count ? tokens[position] : nil
  }

  mutating func skip(_ kind: TeXToken.Kind) -> Bool {
    guard peek()?.kind == kind else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: TeXToken.Kind, closing opening: TeXToken) {
    // Once the source is given up, what is open needs no mention.
    guard !skip(kind), !isGivenUp else { return }
    report("`\(opening.kind.spelling)` without `\(kind.spelling)`", at: opening)
  }

  mutating func report(_ message: String, at token: TeXToken) {
    guard problems.count < TeXLimits.problems else { return }
    problems.append(TeXProblem(column: token.column, message: message))
  }
}

extension TeXToken.Kind {
  fileprivate var endsGroup: Bool {
    switch self {
    case .closeBrace, .align, .newline: true
    case .command(let name): name == "right" || name == "end"
    case .character, .openBrace, .superscript, .subscript, .prime, .blank: false
    }
  }

  fileprivate var style: MathStyle? {
    guard case .command(let name) = self else { return nil }
    return texStyles[name]
  }
}

private let texStyles: [String: MathStyle] = [
  "displaystyle": .display, "textstyle": .text, "scriptstyle": .script,
  "scriptscriptstyle": .scriptScript,
]
