import Testing

@Test func openBracketsEndBeforeWhatIsSurelyAStatement() {
  #expect(statements("f = (a + b\ng = c") == ["f = ?", "g = c", "[unclosed-bracket]"])
  #expect(statements("f = [a, b,\ng(x) = c") == ["f = ?", "g(x) = c", "[unclosed-bracket]"])
  #expect(statements("f = (a + b\nx : R^2") == ["f = ?", "x : R{2}", "[unclosed-bracket]"])
  #expect(statements("f = (a + b\nat x = 1") == ["f = ?", "at x = 1", "[unclosed-bracket]"])
  #expect(
    statements("f = (a + b\ndf/da") == ["f = ?", "d^1 f<df> / a^1<da>", "[unclosed-bracket]"])
  #expect(statements("f = (a + b\n+ d/da)") == ["f = (sum +a +b +(product *d /da))"])
}
