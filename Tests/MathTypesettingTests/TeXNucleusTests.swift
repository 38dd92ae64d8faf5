import MathTypesetting
import Testing

@Suite struct TeXNucleusTests {
  @Test func digitsAreSingleAtomsToScripts() {
    let square = Formula.superscript(.identifier("x"), .number("2"))
    #expect(readTeX("x^23").formula == .row([square, .number("3")]))
    #expect(readTeX("x^2y").formula == .row([square, .identifier("y")]))
  }

  @Test func scriptsComeInAnyOrder() {
    #expect(readTeX("x_i^2").formula == readTeX("x^2_i").formula)
  }

  @Test func aScriptMayHaveNoNucleus() {
    #expect(
      readTeX("^2").formula == .scripts(base: .row([]), sub: nil, sup: .number("2")))
  }

  @Test func manyPrimesAreAsFewSignsAsThereAre() {
    #expect(readTeX("f''''").formula == readTeX("f").formula.raised(to: ["\u{2057}"]))
    #expect(readTeX("f'''''").formula == readTeX("f").formula.raised(to: ["\u{2057}", "\u{2032}"]))
  }

  @Test func anAlphabetReachesOverItsArgument() {
    #expect(
      readTeX(#"\mathbf{Wx}b"#).formula.latex == #"\mathord{\mathbf{W}\mathbf{x}}b"#)
  }
}

extension Formula {
  fileprivate func raised(to signs: [Unicode.Scalar]) -> Formula {
    let marks = signs.map(Formula.ordinary)
    return .scripts(base: self, sub: nil, sup: marks.count == 1 ? marks[0] : .row(marks))
  }
}
