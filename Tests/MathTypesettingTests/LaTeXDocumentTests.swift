import MathTypesetting
import Testing

struct LaTeXDocumentTests {
  @Test func aDocumentIsComplete() {
    let document = LaTeXDocument(
      packages: ["amsmath", "[a4paper]{geometry}"], preamble: ["\\pagestyle{empty}"], body: "x\n")
    #expect(
      document.source == """
        \\documentclass{article}
        \\usepackage{amsmath}
        \\usepackage[a4paper]{geometry}
        \\pagestyle{empty}
        \\begin{document}
        x
        \\end{document}

        """)
  }

  @Test(arguments: [
    ("λ", "{03BB}{\\ensuremath{\\lambda}}"), ("⁴", "{2074}{\\ensuremath{{}^{4}}}"),
    ("₋", "{208B}{\\ensuremath{{}_{-}}}"), ("中", "{4E2D}{\\texttt{[U+4E2D]}}"),
    ("①", "{2460}{\\ensuremath{\\text{\\textcircled{\\scriptsize 1}}}}"),
  ])
  func charactersThatFontsLackAreExplained(character: String, meaning: String) {
    let source = LaTeXDocument(packages: [], body: character).source
    #expect(source.contains("\\DeclareUnicodeCharacter" + meaning + "\\fi\n"))
  }

  @Test func charactersOfEveryFontAreNot() {
    let source = LaTeXDocument(packages: [], body: "Grüße – “é”").source
    #expect(!source.contains("DeclareUnicodeCharacter"))
  }

  @Test func noSignOfWordsIsACommand() {
    #expect(
      LaTeXDocument.escaped("50% of $x_1 & {y}\n\\end <b>")
        == "50\\% of \\$x\\_1 \\& \\{y\\} \\textbackslash{}end \\textless{}b\\textgreater{}")
  }
}
