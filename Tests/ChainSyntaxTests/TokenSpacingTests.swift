import ChainDiagnostics
import ChainSyntax
import Testing

@Suite struct TokenSpacingTests {
  private func form(_ text: String) -> String? { formatted(SourceText(name: "a", text)) }

  @Test(arguments: [
    ("f=a+b", "f = a + b\n"), ("f = a * b", "f = a*b\n"), ("f=-a", "f = -a\n"),
    ("f = a- -b", "f = a - -b\n"), ("f=g( x , y )", "f = g(x, y)\n"),
    ("f=[a,b;c,d]", "f = [a, b; c, d]\n"),
    ("x:R^{m+n}", "x : R^{m+n}\n"), ("at  t=0.5", "at t = 0.5\n"), ("f = x  '", "f = x'\n"),
  ])
  func blanksStandWhereTheyHelp(source: String, expected: String) {
    #expect(form(source) == expected)
  }

  /// d f/dx and df/dx differ in their blanks alone.
  @Test func queriesKeepTheBlanksThatAreRead() {
    #expect(form("d f / d t") == "d f / d t\n" && form("df/dt") == "df/dt\n")
  }

  @Test func theFormOfAFormIsItself() throws {
    for source in ["f=a+b*-c^2", "d^2 f/dx dy", "f : R^n,R->R", "f = cases(a<b,1,2)"] {
      let once = try #require(form(source))
      #expect(form(once) == once)
    }
  }
}
