import MathTypesetting
import Testing

@Suite struct TeXSymbolsTests {
  @Test(
    arguments: [
      (#"\cdot"#, "⋅", .binary), (#"\times"#, "×", .binary), (#"\otimes"#, "⊗", .binary),
      (#"\le"#, "≤", .relation), (#"\in"#, "∈", .relation), (#"\to"#, "→", .relation),
      (#"\nabla"#, "∇", .ordinary), (#"\infty"#, "∞", .ordinary),
    ] as [(String, Unicode.Scalar, AtomClass)])
  func namesHaveTheClassOfTheTeXbook(source: String, scalar: Unicode.Scalar, kind: AtomClass) {
    #expect(readTeX(source).formula == .symbol(scalar, kind, .upright))
  }

  @Test func greekIsSlantedAsOtherVariablesAre() {
    #expect(readTeX(#"\alpha"#).formula == .symbol("α", .ordinary, .italic))
    #expect(readTeX("α").formula == .symbol("α", .ordinary, .italic))
  }

  @Test func typedCharactersHaveTheirClassToo() {
    #expect(readTeX("a≤b").formula == readTeX(#"a\le b"#).formula)
    #expect(readTeX("a-b").formula == .row([.identifier("a"), .minus, .identifier("b")]))
    #expect(readTeX("∑").formula == .symbol("∑", .largeOperator, .upright))
  }

  @Test func functionsAreUpright() {
    #expect(readTeX(#"\log x"#).formula == .row([.function("log"), .identifier("x")]))
  }
}
