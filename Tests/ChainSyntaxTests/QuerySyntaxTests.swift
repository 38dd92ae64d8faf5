import ChainSyntax
import Testing

@Suite struct QuerySyntaxTests {
  /// The powers below the bar add up to the order, in any spelling.
  @Test(arguments: [
    ("d^3 f / dx dy^2", "d^3 f / x^1<dx> y^2<dy>"), ("d^2 f / d x d y", "d^2 f / x^1 y^1"),
    ("grad f", "grad f"), ("hessian f", "hessian f"),
  ])
  func powersAreThoseBelowTheBar(source: String, expected: String) {
    #expect(statements(source) == [expected])
  }

  /// A name written in one piece with its d is kept whole too, since it may be meant.
  @Test func aGluedNameIsRemembered() {
    #expect(statements("df/dx") == ["d^1 f<df> / x^1<dx>"])
    #expect(statements("d f / d x") == ["d^1 f / x^1"])
  }

  @Test func powersThatDoNotAddUpAreRefused() {
    #expect(statements("d^2 f / dx").contains { $0.hasPrefix("[") })
    #expect(statements("d^2 f / dx^3").contains { $0.hasPrefix("[") })
  }
}
