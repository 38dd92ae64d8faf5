import MathTypesetting
import Testing

@Suite struct TeXReaderTests {
  @Test func fractionTakesSingleCharacters() {
    #expect(
      readTeX(#"\frac12"#).formula
        == .fraction(numerator: .number("1"), denominator: .number("2")))
  }

  @Test func primesAreOneSign() {
    #expect(
      readTeX("x''").formula
        == .scripts(base: .identifier("x"), sub: nil, sup: .ordinary("\u{2033}")))
  }

  @Test func primesStandBeforeTheSuperscript() {
    #expect(
      readTeX("f'^2").formula
        == .scripts(
          base: .identifier("f"), sub: nil, sup: .row([.ordinary("\u{2032}"), .number("2")])))
  }

  @Test func limitsBelongToTheOperator() {
    #expect(
      readTeX(#"\sum_i^n"#).formula
        == .bigOperator("∑", lower: .identifier("i"), upper: .identifier("n")))
  }

  @Test func notesBelongToTheBrace() {
    #expect(
      readTeX(#"\underbrace{x}_{\text{a b}}"#).formula
        == .underbrace(
          .classed(.ordinary, .identifier("x")), note: .classed(.ordinary, .text("a b"))))
  }

  @Test func wordsKeepTheirSpaces() {
    #expect(readTeX(#"\text{if } x"#).formula == .row([.text("if "), .identifier("x")]))
  }

  @Test func matrixHasRowsAndCells() {
    #expect(
      readTeX(#"\begin{pmatrix}a&b\\c&d\\\end{pmatrix}"#).formula
        == .matrix(
          rows: [
            [.identifier("a"), .identifier("b")], [.identifier("c"), .identifier("d")],
          ], left: "(", right: ")"))
  }

  @Test func openSideIsNil() {
    #expect(
      readTeX(#"\left.x\right|"#).formula
        == .fenced(left: nil, body: .identifier("x"), right: "|"))
  }

  @Test(arguments: [
    (#"a\foo b"#, 1, #"unknown command `\foo`"#),
    (#"\frac{a}"#, 0, #"`\frac` lacks an argument"#),
    ("x^", 1, "`^` lacks an argument"),
    ("x^a^b", 3, "two superscripts on one atom"),
    ("x_a_b", 3, "two subscripts on one atom"),
    ("a}b", 1, "`}` has nothing to end here"),
    ("{a", 0, "`{` without `}`"),
    (#"\left(x"#, 0, #"`\left` without `\right`"#),
    (#"x\right)"#, 1, #"`\right` has nothing to end here"#),
    (#"\left x\right)"#, 6, "`x` is no delimiter"),
    (#"\begin{foo}"#, 0, "unknown environment `foo`"),
    (#"\begin{matrix}a\end{pmatrix}"#, 0, #"`\begin{matrix}` is ended by `\end{pmatrix}`"#),
    (#"\text{ab"#, 0, #"`\text` without `}`"#),
    (#"a\"#, 1, #"`\` at the end"#),
    ("αβ\\foo", 2, #"unknown command `\foo`"#),
  ])
  func faultsAreReportedWhereTheyAre(source: String, column: Int, message: String) {
    #expect(readTeX(source).problems.first == TeXProblem(column: column, message: message))
  }

  @Test(arguments: [
    "{", "}", "\\left(", "^", "_", "\\frac", "\\sqrt", "\\sqrt[", "\\begin{matrix}", "\\hat", "'",
    "a^{", "a_{b^", "\\text{", "&", "\\\\", "\\", "$", "{}", "\u{0}", "\u{302}", "🧮",
    "\\underbrace{", "\\displaystyle", "\\mathbf{", "\\end{a}", "\\right",
  ])
  func repetitionsEndInAFormula(piece: String) throws {
    let font = try MathFont.load()
    for count in [1, 2, 3, 63, 64, 65, 1500] {
      let (formula, problems) = readTeX(String(repeating: piece, count: count))
      #expect(problems.count <= 20)
      let layout = font.layout(formula)
      #expect(layout.width.isFinite && layout.height.isFinite && layout.depth.isFinite)
    }
  }

  @Test func tooDeepIsOneProblem() {
    let deep = String(repeating: "{", count: 5000)
    #expect(
      readTeX(deep).problems == [TeXProblem(column: 64, message: "nested deeper than 64 levels")])
  }

  @Test func tooLongIsRefused() {
    let long = String(repeating: "[", count: 10_000_000)
    #expect(
      readTeX(long).problems
        == [TeXProblem(column: 0, message: "formula longer than 20000 characters")])
  }

  @Test func labelsMixWordsAndFormulas() {
    let (formula, problems) = readLabel(#"loss $L$ in \$"#)
    #expect(problems.isEmpty)
    #expect(
      formula
        == .row([.text("loss "), .classed(.ordinary, .identifier("L")), .text(" in $")]))
  }

  @Test func labelProblemsCountFromTheLabel() {
    #expect(
      readLabel(#"ab $x\foo$"#).problems
        == [TeXProblem(column: 5, message: #"unknown command `\foo`"#)])
    #expect(
      readLabel("ab $x").problems == [TeXProblem(column: 3, message: "`$` without a closing `$`")])
  }
}
