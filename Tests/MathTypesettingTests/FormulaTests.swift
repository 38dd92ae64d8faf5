import MathTypesetting
import Testing

@Suite struct FormulaTests {
  @Test func equalFormulasHashAlike() {
    func build() -> Formula {
      .row([
        .fraction(numerator: .identifier("a"), denominator: .number("2")),
        .matrix(rows: [[.identifier("x")], [.space]], left: "[", right: "]"),
        .scripts(base: .function("sin"), sub: nil, sup: .ordinary("∞")),
      ])
    }
    #expect(build() == build() && build().hashValue == build().hashValue)
  }

  @Test func eachPartTellsFormulasApart() {
    let x = Formula.identifier("x")
    let formulas: [Formula] = [
      x, .symbol("x", .ordinary, .upright), .symbol("x", .binary, .italic), .text("x"),
      .function("x"), .row([x]), .row([x, x]), .overbar(x), .underbar(x),
      .scripts(base: x, sub: x, sup: nil), .scripts(base: x, sub: nil, sup: x),
      .radical(radicand: x, degree: nil), .radical(radicand: x, degree: x),
      .fenced(left: "(", body: x, right: ")"), .fenced(left: "(", body: x, right: nil),
      .matrix(rows: [[x]], left: nil, right: nil),
      .matrix(rows: [[x]], left: nil, right: nil, alignment: .leading),
      .accent("\u{302}", base: x), .accent("\u{302}", base: x, stretches: true),
      .space(mu: 3), .space(mu: 4), .styled(.text, x), .styled(.display, x),
      .classed(.inner, x), .bigOperator("∑", lower: x, upper: nil),
      .bigOperator("∑", lower: nil, upper: x), .overbrace(x, note: nil), .underbrace(x, note: x),
    ]
    #expect(Set(formulas).count == formulas.count)
  }

  @Test func stylesAreOrderedFromLargeToSmall() {
    #expect(MathStyle.allCases == MathStyle.allCases.sorted())
    #expect(MathStyle.display < .text && MathStyle.script < .scriptScript)
  }
}
