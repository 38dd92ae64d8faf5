import ChainElaboration
import Testing

@Suite struct AxisReductionsTests {
  /// axis=1 sums over the first index and drops it.
  @Test(arguments: [
    ("sum(X, axis=1)", "R^3"), ("sum(X, axis=2)", "R^2"), ("mean(X, axis=1)", "R^3"),
    ("norm2(X, axis=2)", "R^2"), ("max(X, axis=1)", "R^3"), ("var(X, axis=2)", "R^2"),
    ("logsumexp(X, axis=1)", "R^3"), ("prod(X, axis=2)", "R^2"),
  ])
  func theAxisIsDropped(call: String, expected: String) {
    #expect(shape("X : R^{2 x 3}\nf = \(call)\ndf/dX").hasPrefix(expected))
  }

  @Test func tensorsLoseOneAxis() {
    #expect(shape("T : R^{2 x 3 x 4}\nf = sum(T, axis=2)\ndf/dT") == "R^{2×4}")
  }

  @Test func axesOutOfRangeAreRefused() {
    #expect(findings("X : R^{2 x 3}\nf = sum(X, axis=3)\ndf/dX").count == 1)
    #expect(findings("X : R^{2 x 3}\nf = sum(X, axis=0)\ndf/dX").count == 1)
    #expect(findings("x : R^3\nf = sum(x, axis=x)\ndf/dx").count == 1)
  }
}
