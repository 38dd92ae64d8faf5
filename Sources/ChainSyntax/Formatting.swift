package import ChainDiagnostics

/// The canonical form of a source: the same statements and comments with blanks where a careful
/// author puts them.
///
/// Names, numbers and signs stay as they are spelt, lines as they are broken; of several blank
/// lines one stays, and comments behind neighbouring lines stand below each other. The form of a
/// form is the form itself. Nil for a source with errors, and where the form would not read the
/// same. Linear in the size of the source.
package func formatted(_ source: SourceText) -> String? {
  let file = parse(source)
  let diagnostics = file.diagnostics + file.figures.flatMap(\.diagnostics)
  guard !diagnostics.containsError else { return nil }
  var page = Page()
  let figures = figureRanges(of: source)
  for (index, range) in figures.enumerated() {
    if index > 0 { page.addLine("---") }
    FigureForm(source, range).write(to: &page)
  }
  let text = page.text
  let words = figures.flatMap { FigureForm(source, $0).words }
  let other = SourceText(name: source.name, text)
  return words == figureRanges(of: other).flatMap { FigureForm(other, $0).words } ? text : nil
}

/// One figure on its way to its canonical form.
private struct FigureForm {
  private let source: SourceText
  private let range: SourceRange
  private let parser: Parser

  init(_ source: SourceText, _ range: SourceRange) {
    self.source = source
    self.range = range
    parser = Parser(source, range)
  }

  func write(to page: inout Page) {
    var place = range.start
    while parser.lexer.skipToStatement() {
      let start = parser.lexer.position
      gap(SourceRange(place, start), indent: 0, &page)
      page.startLine(indent: 0)
      place = parser.beginsSetting() ? setting(&page) : statement(&page)
    }
    gap(SourceRange(place, range.end), indent: 0, &page)
  }

  /// What is read, without blanks and comments.
  var words: [String] {
    var words: [String] = []
    while parser.lexer.skipToStatement() {
      if parser.beginsSetting() {
        parser.setting()
        if case .setting(let setting)? = parser.statements.last {
          words += ["set", setting.key, setting.value ?? ""]
        }
      } else {
        parser.readStatement()
        words += parser.tokens.filter { $0.kind != .end }.map { source[$0.range] }
      }
    }
    return words
  }

  /// Writes `set title "…"` and returns where it ends.
  private func setting(_ page: inout Page) -> Int {
    parser.setting()
    guard case .setting(let setting)? = parser.statements.last else { return parser.lexer.position }
    page.append("set " + setting.key)
    if setting.valueRange.count > 0 { page.append(" " + source[setting.valueRange]) }
    return setting.range.end
  }

  /// Writes the next statement and returns where it ends.
  private func statement(_ page: inout Page) -> Int {
    parser.readStatement()
    let tokens = parser.tokens
    let spacing = TokenSpacing(tokens, in: source)
    var end = tokens[0].range.start
    for (index, token) in tokens.enumerated() where token.kind != .end {
      if token.startsLine {
        let indent = 2 * spacing.depth(before: index)
        gap(SourceRange(end, token.range.start), indent: indent, &page)
        page.startLine(indent: indent)
      } else if index > 0, spacing.hasBlank(before: index) {
        page.append(" ")
      }
      page.append(source[token.range])
      end = token.range.end
    }
    return end
  }

  /// Takes over comments and blank lines.
  private func gap(_ range: SourceRange, indent: Int, _ page: inout Page) {
    let bytes = source.bytes
    var place = range.start
    var breaks = 0
    while place < range.end {
      if bytes[place] == UInt8(ascii: "\n") {
        breaks += 1
        if breaks == 2 { page.addBlankLine() }
      } else if bytes[place] == UInt8(ascii: "#") {
        let start = place
        while place < range.end, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        let comment = comment(SourceRange(start, place))
        // At the very beginning there is no line that it could stand behind.
        if breaks > 0 || range.start == self.range.start {
          page.startLine(indent: indent)
          page.append(comment)
        } else {
          page.addComment(comment)
        }
        breaks = 0
        continue
      }
      place += 1
    }
  }

  /// A comment without blanks at its end, with one between its sign and a word.
  private func comment(_ range: SourceRange) -> String {
    var text = Substring(source[range])
    while text.last?.isWhitespace == true { text.removeLast() }
    let rest = text.dropFirst()
    guard let first = rest.first, first.isLetter || first.isNumber else { return String(text) }
    return "# " + rest
  }
}

/// Lines as they are written one after the other.
private struct Page {
  private struct Line {
    var code: String
    /// Behind the code.
    var comment: String?
  }

  private var lines: [Line] = []

  mutating func addLine(_ code: String) { lines.append(Line(code: code)) }

  mutating func startLine(indent: Int) { addLine(String(repeating: " ", count: indent)) }

  mutating func append(_ text: String) {
    if !lines.isEmpty { lines[lines.count - 1].code += text }
  }

  mutating func addComment(_ comment: String) {
    if lines.isEmpty { addLine("") }
    lines[lines.count - 1].comment = comment
  }

  mutating func addBlankLine() {
    if let last = lines.last, !last.code.isEmpty { addLine("") }
  }

  /// All lines, with comments behind neighbours below each other.
  var text: String {
    var lines = lines[...]
    while let last = lines.last, last.code.isEmpty { lines.removeLast() }
    var text = ""
    var index = 0
    while index < lines.count {
      let block = lines[index...].prefix { $0.comment != nil }
      let width = block.reduce(0) { max($0, $1.code.count) }
      for line in block {
        let gap = String(repeating: " ", count: width - line.code.count + 2)
        text += line.code + gap + (line.comment ?? "") + "\n"
      }
      index += block.count
      guard block.isEmpty else { continue }
      text += lines[index].code + "\n"
      index += 1
    }
    return text
  }
}
