import ChainNotation
import MathTypesetting
import Testing

@Suite struct FormulaRowTests {
  @Test func rowsWithinRowsAreOneRow() {
    let name = Name("x1").formula()
    let formula = Phrase.pathFormula([.name("x1"), .name("y")])
    #expect(formula == .row([name, .dot, Name("y").formula()]))
  }

  /// A sum over what a path runs through stands before its factors.
  @Test func lettersStandBelowTheSum() {
    let formula = Phrase.pathFormula([.name("a")], summedOver: ["i", "j"])
    #expect(formula.latex == "\\sum_{ij}a")
  }

  @Test func plainWordsAreOneLine() {
    #expect(Formula.fraction(numerator: .number("1"), denominator: .number("2")).words == "1/2")
    #expect(Formula.dot.latex == "\\cdot")
  }
}
