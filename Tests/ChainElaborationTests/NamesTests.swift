import ChainDiagnostics
import ChainElaboration
import ExpressionGraph
import Testing

@Test(arguments: [
  // Implied inputs: parameters, names below a bar, names of a point.
  ("f(x) = x", ["d f by x"]),
  ("f = x^2\ndf/dx", ["d f by x"]),
  ("f = x^2\nat x = 3", ["d f by x", "at x = 3"]),
  // A user's name hides a built-in one.
  ("e, pi : R\nf = e*pi", ["partial f by e", "partial f by pi"]),
  ("step(x) = x^2\nf(x) = step(x)", ["d f by x"]),
  // Spellings of one name.
  ("α : R\nf = alpha + α", ["d f by α"]),
  // A declaration states the shape of what is defined elsewhere.
  ("x : R^2\nx(t) = [t; t]\ndx/dt", ["d x by t"]),
  ("f : R^2 -> R\nf(x) = x[1]*x[2]\ndf/dx", ["d f by x"]),
])
func whatNamesStandFor(_ source: String, _ expected: [String]) {
  #expect(summary(source) == expected)
}

@Test(arguments: [
  ("f = 1\nf = 2", "redefinition: `f` is already defined @ f"),
  ("x : R\nx : R^2\nf = 2", "redefinition: `x` is already defined @ x"),
  ("x : R^3\nx(t) = [t; t]", "shape-mismatch: `x` is declared R^3 but defined as R^2 @ [t; t]"),
])
func whatIsSaidTwice(_ source: String, _ expected: String) {
  #expect(findings(source) == [expected])
}

@Test func redefinitionShowsBothPlaces() throws {
  let diagnostic = try #require(elaborated("f = 1\nf = 2").diagnostics.first)
  #expect(diagnostic.primary?.range == SourceRange(6, 7))
  #expect(diagnostic.secondary.map(\.range) == [SourceRange(0, 1)])
}

@Test func inputsStandInSourceOrder() throws {
  let figure = try #require(
    elaborated("f(x) = a*x + b\nb, unused : R\na : R^2 constant\nd f/dx").figure)
  #expect(figure.inputs.map { figure.graph.text(of: $0) } == ["x", "a", "b", "unused"])
}
