/// The delimiters and columns of an environment.
private struct TeXEnvironment {
  var left: Unicode.Scalar?
  var right: Unicode.Scalar?
  var alignment = ColumnAlignment.center
  var style: MathStyle?
}

private let texEnvironments: [String: TeXEnvironment] = [
  "matrix": TeXEnvironment(), "pmatrix": TeXEnvironment(left: "(", right: ")"),
  "bmatrix": TeXEnvironment(left: "[", right: "]"),
  "Bmatrix": TeXEnvironment(left: "{", right: "}"),
  "vmatrix": TeXEnvironment(left: "|", right: "|"),
  "Vmatrix": TeXEnvironment(left: "‖", right: "‖"),
  "cases": TeXEnvironment(left: "{", alignment: .leading),
  "smallmatrix": TeXEnvironment(style: .script),
  "aligned": TeXEnvironment(alignment: .leading),
]

extension TeXReader {
  /// From behind `\left` to behind the delimiter of its `\right`.
  mutating func readFenced(_ token: TeXToken) -> Formula {
    nested(at: token) { reader in
      let left = reader.readDelimiter(after: token)
      let body = reader.readGroup()
      guard reader.skip(.command("right")) else {
        reader.expect(.command("right"), closing: token)
        return .fenced(left: left, body: body, right: nil)
      }
      return .fenced(left: left, body: body, right: reader.readDelimiter(after: token))
    }
  }

  /// A delimiter; nil for the point that leaves a side open, and, with a problem, for anything else.
  mutating func readDelimiter(after command: TeXToken) -> Unicode.Scalar? {
    guard let token = peek() else {
      report("`\(command.kind.spelling)` lacks a delimiter", at: command)
      return nil
    }
    if token.kind == .character(".") {
      advance()
      return nil
    }
    guard let scalar = TeXSymbols.delimiter(named: token.kind.spelling) else {
      report("`\(token.kind.spelling)` is no delimiter", at: token)
      return nil
    }
    advance()
    return scalar
  }

  /// From behind `\begin` to behind its `\end{…}`.
  mutating func readEnvironment(_ token: TeXToken) -> Formula {
    let name = readName()
    guard let environment = texEnvironments[name] else {
      report("unknown environment `\(name)`", at: token)
      return .text(name)
    }
    return nested(at: token) { reader in
      let rows = reader.readRows()
      reader.readEnd(of: name, begin: token)
      let matrix = Formula.matrix(
        rows: rows, left: environment.left, right: environment.right,
        alignment: environment.alignment)
      return environment.style.map { .styled($0, matrix) } ?? matrix
    }
  }

  private mutating func readRows() -> [[Formula]] {
    var rows: [[Formula]] = [[]]
    while true {
      rows[rows.count - 1].append(readGroup())
      if skip(.align) { continue }
      if skip(.newline) {
        // A last `\\` begins no row.
        if peek()?.kind == .command("end") { return rows }
        rows.append([])
        continue
      }
      return rows
    }
  }

  private mutating func readEnd(of name: String, begin: TeXToken) {
    guard skip(.command("end")) else {
      expect(.command("end"), closing: begin)
      return
    }
    let ended = readName()
    if ended != name { report("`\\begin{\(name)}` is ended by `\\end{\(ended)}`", at: begin) }
  }

  /// Letters between braces.
  private mutating func readName() -> String {
    guard skip(.openBrace) else { return "" }
    var name = ""
    while let token = next(), token.kind != .closeBrace { name += token.kind.spelling }
    return name
  }
}
