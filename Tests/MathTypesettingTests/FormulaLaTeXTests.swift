import MathTypesetting
import Testing

@Suite struct FormulaLaTeXTests {
  @Test(arguments: [
    (#"\frac ab"#, #"\frac{a}{b}"#), ("x^2_i", "x_i^2"), ("f''", "f''"),
    ("a+b=c", "a + b = c"), ("-a", "-a"), (#"\sum_i^n x_i"#, #"\sum_i^n x_i"#),
    (#"\sin x"#, #"\sin x"#), (#"\alpha x"#, #"\alpha x"#), (#"\mathbb R x"#, #"\mathbb{R}x"#),
    (#"\left(x\right)"#, #"\left(x\right)"#), (#"\hat x"#, #"\hat{x}"#),
    (#"\sqrt[3]x"#, #"\sqrt[3]{x}"#), (#"\overline x"#, #"\overline{x}"#),
    (#"\begin{bmatrix}a&b\\c&d\end{bmatrix}"#, #"\begin{bmatrix} a & b \\ c & d \end{bmatrix}"#),
    (#"\text{50\% of}"#, #"\text{50\% of}"#), ("f(x, y)", "f(x, y)"),
  ])
  func sourceIsWrittenAsAnAuthorWould(source: String, latex: String) {
    #expect(readTeX(source).formula.latex == latex)
  }

  /// A braced group stays an atom by itself.
  @Test func groupsKeepTheirBraces() {
    #expect(readTeX("x^{10}").formula.latex == #"x^{\mathord{10}}"#)
    #expect(readTeX("{,}").formula.latex == #"\mathord{,}"#)
  }

  @Test func commandsDoNotRunIntoLetters() {
    #expect(
      Formula.row([.symbol("∂", .ordinary, .italic), .identifier("f")]).latex == #"\partial f"#)
    #expect(Formula.row([.function("sin"), .number("2")]).latex == #"\sin2"#)
  }

  @Test func basesOfSeveralAtomsAreBraced() {
    let sum = Formula.row([.identifier("a"), .binary("+"), .identifier("b")])
    #expect(Formula.scripts(base: sum, sub: nil, sup: .number("2")).latex == "{a + b}^2")
  }

  @Test func runningTextHasFormulasBetweenDollars() {
    let line = Formula.row([.text("where "), .identifier("x"), .relation("="), .number("1")])
    #expect(line.running { $0.uppercased() } == "WHERE $x = 1$")
    #expect(Formula.text("only words").running { $0 } == "only words")
  }
}
