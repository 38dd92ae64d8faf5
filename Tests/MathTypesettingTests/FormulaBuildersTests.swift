import MathTypesetting
import Testing

@Suite struct FormulaBuildersTests {
  private let x = Formula.identifier("x")

  @Test func oneLetterIsItalicAndANameIsUpright() {
    #expect(x == .symbol("x", .ordinary, .italic))
    #expect(Formula.identifier("loss") == .text("loss"))
  }

  @Test func keyboardSignsBecomeMathematicalOnes() {
    #expect(Formula.minus == .symbol("\u{2212}", .binary, .upright))
    #expect(Formula.binary("*") == .symbol("\u{2217}", .binary, .upright))
    #expect(Formula.binary("+") == .symbol("+", .binary, .upright))
  }

  @Test func scriptsJoinOnOneBase() {
    let both = Formula.scripts(base: x, sub: .number("1"), sup: .number("2"))
    #expect(Formula.superscript(.subscripted(x, .number("1")), .number("2")) == both)
    #expect(Formula.subscripted(.superscript(x, .number("2")), .number("1")) == both)
    #expect(
      Formula.superscript(both, .number("3"))
        == .scripts(base: both, sub: nil, sup: .number("3")))
  }

  @Test func parenthesesGrowOnlyWhereNeeded() {
    let half = Formula.fraction(numerator: .number("1"), denominator: .number("2"))
    #expect(Formula.parenthesized(x) == .row([.open("("), x, .close(")")]))
    #expect(
      Formula.parenthesized(.row([x, half]))
        == .fenced(left: "(", body: .row([x, half]), right: ")"))
    #expect(Formula.bracketed(half) == .fenced(left: "[", body: half, right: "]"))
  }
}
