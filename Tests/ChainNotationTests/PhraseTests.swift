import ChainNotation
import ExpressionGraph
import Testing

@Suite struct PhraseTests {
  @Test(arguments: [("1/3", "1/3"), ("-2", "-2"), ("-5/2", "-5/2"), ("0", "0")])
  func constantsHaveTheirSignAndFraction(value: String, text: String) {
    #expect(Phrase.constant(Workbench().value(value)).text == text)
  }

  @Test func sizesAreExpressionsInTheirSymbols() {
    let (m, n) = (Dimension(symbol: "m"), Dimension(symbol: "n"))
    #expect(Phrase.size(Dimension(3)).text == "3")
    #expect(Phrase.size(m + n).text == "m + n" && Phrase.size(Dimension(2) * n).text == "2*n")
    #expect(Phrase.size(m * n - Dimension(1)).text == "m*n - 1")
  }

  @Test func textFormulaAndWordsSayTheSame() {
    let phrase = Phrase.sum([
      SignedPhrase(.name("x1")),
      SignedPhrase(.power(.name("y"), .number(Number(2))), isNegative: true),
    ])
    #expect(phrase.text == "x1 - y^2" && phrase.latex == "x_1 - y^2" && phrase.words == "x₁ − y²")
  }

  @Test func namesCompareByTextAndOrder() {
    #expect(Name("x") != Name("x", order: 1) && Name("x") != Name("x", isDifferential: true))
    #expect(Name("X", order: 2, isDifferential: true).words == "dX")
  }
}
