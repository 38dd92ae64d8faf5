import ChainElaboration
import ExpressionGraph
import Testing

private let chain = "x(t) = [sin(t); cos(t)]\nf(x) = x[1]^2 + 2*x[2]\n"

@Test(arguments: [
  ("df/dt", ["d f by t"]), ("∂f/∂x", ["partial f by x"]),
  ("d f / d x[1]", ["partial f by x[1] of x"]),
  ("d/dt f", ["d f by t"]), ("d(f^2)/dt", ["d {f^2} by t"]), ("d^2 f / dt^2", ["d f by t, t"]),
  ("df/dt\ndx/dt", ["d f by t", "d x by t"]), ("grad f", ["partial f by x"]),
  ("hessian f", ["partial f by x, x"]), ("grad x", ["d x by t"]), ("", ["d f by t"]),
])
func queries(_ source: String, _ expected: [String]) {
  #expect(summary(chain + source) == expected)
}

@Test(arguments: [
  ("f(x, y) = x*y\nd^2 f / dx dy", ["d f by x, y"]),
  ("f(x, y) = x*y", ["partial f by x", "partial f by y"]),
  ("f(x, y) = x*y\nhessian f", ["partial f by x, x", "d f by x, y", "partial f by y, y"]),
  ("c : R constant\nf(x) = c*x", ["d f by x"]),
  ("x : R\nd(5)/dx", ["d 5 by x"]),
  ("d, e, a : R\nd e / d a", ["partial e by a"]),
  ("A : R^{2x2}\nd(tr(A))/dA[1, 2]", ["d {A_ii} by A[1, 2] of A"]),
])
func queriesOfOtherFigures(_ source: String, _ expected: [String]) {
  #expect(summary(source) == expected)
}

@Test func outputsAreNamedAsWritten() throws {
  let figure = try #require(elaborated("x : R^n\nd(x'*x)/dx\nd sum(x) / dx").figure)
  #expect(figure.queries.map(\.outputName) == ["x'*x", "sum(x)"])
}

@Test(arguments: [
  ("f(x) = x^2\nd f/d(x+1)", ["expression-below-bar"]),
  ("f(x) = x^2\ndf = 3\ndf/dx", ["glued-name"]),
  ("c : R constant\nf(x) = c*x\ndf/dc", ["constant-below-bar"]),
  ("f(x) = x^2\ndf/dq", ["no-dependence"]),
  ("x : R", ["nothing-to-show"]),
  ("f(x) = x^2\nd^40 f/dx^40", ["not-supported"]),
  ("x : R^2\nf = sum(x)\nd f/d x[3]", ["index-out-of-range"]),
  ("f(x) = x\nd f/d x[1]", ["missing-dimension"]),
])
func queriesThatDoNotFit(_ source: String, _ expected: [String]) {
  #expect(findings(source).map { $0.prefix { $0 != ":" } }.map(String.init) == expected)
}

@Test func withoutInputsTheLastDefinitionIsShown() throws {
  let figure = try #require(elaborated("a = 3\nf = a^2").figure)
  #expect(figure.queries.isEmpty)
  #expect(figure.definitions.map { figure.graph.text(of: $0) } == ["a", "f"])
}

@Test func onlyWhatTheQueriesNeedIsShown() throws {
  let figure = try #require(elaborated("f(x) = g^2\ng(x) = 2*x\nh = f*g\nu = 3\ndf/dx").figure)
  #expect(figure.definitions.map { figure.graph.text(of: $0) } == ["f", "g"])
}
