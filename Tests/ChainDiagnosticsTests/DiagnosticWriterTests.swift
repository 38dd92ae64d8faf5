import ChainDiagnostics
import Testing

private let mlp = SourceText(name: "mlp.txt", "x : R^4\nW : R^{3 x 5}\ny = W*x")
private let mismatch = Diagnostic.error(
  "shape-mismatch", "cannot multiply R^{3×5} by R^4", at: SourceRange(26, 29),
  label: "inner dimensions 5 and 4 differ",
  secondary: [
    Diagnostic.Label(SourceRange(12, 21), "`W` has 5 columns"),
    Diagnostic.Label(SourceRange(4, 7), "`x` has 4 entries"),
  ],
  help: "declare `W : R^{3 x 4}` or `x : R^5`",
  replacement: Diagnostic.Replacement(SourceRange(12, 21), with: "R^{3 x 4}"))

@Test func aFindingIsShownWithItsLines() {
  #expect(
    DiagnosticWriter().text(of: [mismatch], in: mlp) == """
      mlp.txt:3:5: error: cannot multiply R^{3×5} by R^4 [shape-mismatch]
      1 | x : R^4
        |     --- `x` has 4 entries
      2 | W : R^{3 x 5}
        |     --------- `W` has 5 columns
      3 | y = W*x
        |     ^^^ inner dimensions 5 and 4 differ
        = help: declare `W : R^{3 x 4}` or `x : R^5`

      """)
}

@Test func aShortFindingIsOneLine() {
  #expect(
    DiagnosticWriter(style: .short).text(of: [mismatch], in: mlp)
      == "mlp.txt:3:5: error: cannot multiply R^{3×5} by R^4 [shape-mismatch]\n")
}

@Test func colorsFollowTheSeverity() {
  let source = SourceText(name: "a", "x")
  let text = DiagnosticWriter(usesColor: true).text(
    of: [.warning("w", "odd", at: SourceRange(0, 1))], in: source)
  #expect(
    text == "a:1:1: \u{1B}[1;33mwarning:\u{1B}[0m \u{1B}[1modd\u{1B}[0m [w]\n"
      + "\u{1B}[34m1 |\u{1B}[0m x\n\u{1B}[34m  |\u{1B}[0m \u{1B}[1;33m^\u{1B}[0m\n")
}

@Test func aFindingWithoutPlaceNamesTheInput() {
  let finding = Diagnostic.error(
    "unknown-format", "cannot write `gif`", at: nil, notes: ["formats are svg, png"],
    help: "use `svg`")
  #expect(
    DiagnosticWriter().text(of: [finding], in: mlp) == """
      mlp.txt: error: cannot write `gif` [unknown-format]
        = note: formats are svg, png
        = help: use `svg`

      """)
}

@Test func noMoreThanTwentyAreShownAndErrorsFirst() {
  let source = SourceText(name: "a", String(repeating: "x", count: 40))
  let warnings = (0..<25).map { Diagnostic.warning("w\($0)", "odd", at: SourceRange($0, $0 + 1)) }
  let error = Diagnostic.error("e", "wrong", at: SourceRange(30, 31))
  let lines = DiagnosticWriter(style: .short).text(of: warnings + [error], in: source)
    .split(separator: "\n")
  #expect(lines.count == 21)
  #expect(lines[19] == "a:1:31: error: wrong [e]")
  #expect(lines[20] == "… and 6 more")
}

@Test func nothingToSayIsNoText() {
  for style in DiagnosticWriter.Style.allCases {
    #expect(DiagnosticWriter(style: style).text(of: [], in: mlp).isEmpty)
  }
}

@Test func aSourceCannotCommandATerminal() {
  let source = SourceText(name: "a", "x \u{1B}[2J")
  let finding = Diagnostic.error("e", "odd \u{1B}[2J", at: SourceRange(2, 3))
  for style in DiagnosticWriter.Style.allCases {
    #expect(!DiagnosticWriter(style: style).text(of: [finding], in: source).contains("\u{1B}"))
  }
}
