import MathTypesetting
import Testing

@Suite struct LaTeXSymbolsTests {
  private func latex(_ scalar: Unicode.Scalar, _ alphabet: Alphabet = .upright) -> String {
    Formula.symbol(scalar, .ordinary, alphabet).latex
  }

  @Test(
    arguments: [
      ("α", #"\alpha"#), ("Ω", #"\Omega"#), ("∇", #"\nabla"#),
      ("∞", #"\infty"#),
      ("⊤", #"\top"#), ("⋯", #"\cdots"#),
    ] as [(Unicode.Scalar, String)])
  func charactersHaveTheirCommands(scalar: Unicode.Scalar, command: String) {
    #expect(latex(scalar) == command)
  }

  @Test func alphabetsAreCommands() {
    #expect(latex("R", .doubleStruck) == #"\mathbb{R}"#)
    #expect(latex("L", .calligraphic) == #"\mathcal{L}"#)
    #expect(latex("x", .bold) == #"\mathbf{x}"#)
    #expect(latex("α", .bold) == #"\boldsymbol{\alpha}"#)
    #expect(latex("d") == #"\mathrm{d}"#)
    #expect(latex("x", .italic) == "x" && latex("∂", .italic) == #"\partial"#)
  }

  /// Names that LaTeX has as commands, and others.
  @Test func functionsAreOperators() {
    #expect(Formula.function("log").latex == #"\log"#)
    #expect(Formula.function("softmax").latex == #"\operatorname{softmax}"#)
  }

  @Test func wordsAreEscaped() {
    #expect(Formula.text("a_b & c% #1 {x} $5").latex == ##"\text{a\_b \& c\% \#1 \{x\} \$5}"##)
    #expect(Formula.text(#"\x^~"#).latex.contains(#"\textbackslash{}x\textasciicircum{}"#))
  }

  @Test func delimitersAndOpenSides() {
    let x = Formula.identifier("x")
    #expect(Formula.fenced(left: nil, body: x, right: "|").latex == #"\left.x\right|"#)
    #expect(Formula.fenced(left: "{", body: x, right: "}").latex == #"\left\{x\right\}"#)
    #expect(Formula.fenced(left: "‖", body: x, right: "‖").latex == #"\left\|x\right\|"#)
  }
}
