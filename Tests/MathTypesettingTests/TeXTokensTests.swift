import MathTypesetting
import Testing

/// Seen through what is read, and where faults are said to be.
@Suite struct TeXTokensTests {
  @Test func aCommandIsLettersOrOneOtherCharacter() {
    #expect(readTeX(#"\alpha2"#).formula == .row([.symbol("α", .ordinary, .italic), .number("2")]))
    #expect(readTeX(#"a\,b"#).formula == .row([.identifier("a"), .space(mu: 3), .identifier("b")]))
  }

  @Test func blanksSetNothing() {
    #expect(readTeX("a  b").formula == readTeX("ab").formula)
    #expect(readTeX(" \t").formula == .row([]))
  }

  @Test func columnsCountCharacters() {
    #expect(readTeX(#"é̂x\foo"#).problems.first?.column == 2)
    #expect(readTeX(#"\alpha\foo"#).problems.first?.column == 6)
  }

  @Test func typographersPrimesArePrimes() {
    #expect(readTeX("f\u{2019}").formula == readTeX("f'").formula)
  }
}
