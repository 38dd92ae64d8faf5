import MathTypesetting
import Testing

@Suite struct TeXCommandsTests {
  private let a = Formula.identifier("a")
  private let b = Formula.identifier("b")

  @Test func fractionsMayChooseTheirStyle() {
    let fraction = Formula.fraction(numerator: a, denominator: b)
    #expect(readTeX(#"\frac ab"#).formula == fraction)
    #expect(readTeX(#"\tfrac ab"#).formula == .styled(.text, fraction))
    #expect(readTeX(#"\dfrac ab"#).formula == .styled(.display, fraction))
  }

  @Test func rootsMayHaveADegree() {
    #expect(readTeX(#"\sqrt a"#).formula == .radical(radicand: a, degree: nil))
    #expect(readTeX(#"\sqrt[b]{a}"#).formula.latex == #"\sqrt[b]{\mathord{a}}"#)
  }

  @Test(arguments: [
    (#"\,"#, 3.0), (#"\:"#, 4), (#"\;"#, 5), (#"\!"#, -3), (#"\quad"#, 18), (#"\qquad"#, 36),
  ])
  func spacesAreEighteenthsOfAnEm(command: String, mu: Double) {
    #expect(readTeX("a" + command + " b").formula == .row([a, .space(mu: mu), b]))
  }

  @Test func classesAreGivenToGroups() {
    #expect(readTeX(#"\mathrel a"#).formula == .classed(.relation, a))
    #expect(
      readTeX(#"\mathbin{ab}"#).formula == .classed(.binary, .classed(.ordinary, .row([a, b]))))
  }

  @Test func whatChangesNothingIsReadOver() {
    #expect(readTeX(#"\sum\limits_a^b"#).formula == readTeX(#"\sum_a^b"#).formula)
    #expect(readTeX(#"\bigl(a\bigr)"#).problems.isEmpty)
  }
}
