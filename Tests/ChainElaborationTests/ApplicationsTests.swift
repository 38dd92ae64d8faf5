import ChainDiagnostics
import ChainElaboration
import ExpressionGraph
import Testing

/// The Leibniz convention: which node an application is.
@Test(arguments: [
  // Applied to its own parameters, a function is itself.
  ("x(t) = sin(t)\nf(x) = x^2\nd f(x(t)) / dt", ["d f by t"]),
  ("f(x) = x^2\nd f(x) / dx", ["d f by x"]),
  // Bound to something else, it is an instance.
  ("f(x) = x^2\nd f(a) / da", ["d f(a) by a"]),
  ("f(x) = x[1]*x[2]\ny = f([t; t^2])\ndy/dt", ["d y by t"]),
  ("f(u, v) = u*v\nh(t) = f(t, f(t, 2))", ["d h by t"]),
  // A bare function is the function at its parameters.
  ("f(x) = x^2\ng = f + 1\ndg/dx", ["d g by x"]),
])
func applications(_ source: String, _ expected: [String]) {
  #expect(summary(source) == expected)
}

@Test(arguments: [
  ("f(x) = x[1]*x[2]\ny = f([t; t^2])\ndy/dt", "f([t; t^2])"),
  ("f(x) = x^2\ng(t) = f(sin(t))\nh = f(f(g))", "f(f(g))"),
  ("g(x) = x^2\nf(x) = g + x\nh(a) = f(a)", "f(a)"),
  ("f : R^n -> R^n\nx : R^n\ny = f(f(x))", "f(f(x))"),
  ("f : R -> R\ny = D(f, 1)(x) + D(f, 1, 1)(2*x)\ndy/dx", "(+f.1(x) +f.1.1({2 x}))"),
  ("g : R^2, R -> R^2\ny(u, s) = D(g, 2)(u, s)", "g.2(u s)"),
])
func bodiesWithApplications(_ source: String, _ expected: String) {
  #expect(body(source) == expected)
}

@Test func instancesInsideInstancesAreNamedByTheirArguments() throws {
  let figure = try #require(elaborated("g(x) = x^2\nf(x) = g + x\nh(a) = f(a)").figure)
  #expect(figure.definitions.map { figure.graph.text(of: $0) } == ["g(a)", "f(a)", "h"])
}

@Test(arguments: [
  ("a : R\nf(x) = a(x+1)", "not-a-function: `a` is not a function @ a"),
  ("a = 3\nf(x) = a(x+1)", "not-a-function: `a` is not a function @ a"),
  ("f(x) = x(1)", "not-a-function: `x` is not a function @ x"),
  ("f(x) = x^2\ny = f(1, 2)", "wrong-argument-count: `f` takes 1 argument, not 2 @ f(1, 2)"),
  ("f : R -> R\ny(x) = f(x, x)", "wrong-argument-count: `f` takes 1 argument, not 2 @ f(x, x)"),
  ("f : R -> R\ny(x) = D(f, 2)(x)", "wrong-argument-count: `f` has 1 argument @ 2"),
  ("f(x) = sin(x, x)", "wrong-argument-count: `sin` takes 1 argument, not 2 @ sin(x, x)"),
  ("f(x) = foo(x)", "unknown-name: there is no function `foo` @ foo"),
  ("f(x) = sin + x", "unknown-name: `sin` is a function and needs an argument @ sin"),
  ("f : R^2 -> R\ny = f([1; 2; 3])", "shape-mismatch: `f` takes R^2 here, this is R^3 @ [1; 2; 3]"),
  (
    "f : R -> R\ny(x) = f + x",
    "abstract-needs-argument: the function `f` needs an argument here @ f"
  ),
  ("f : R -> R\ndf/dx", "abstract-needs-argument: the function `f` needs an argument here @ f"),
])
func applicationsThatDoNotFit(_ source: String, _ expected: String) {
  #expect(findings(source) == [expected])
}

/// What goes wrong in a body for some arguments is shown with the application.
@Test func errorsOfAnInstanceNameTheApplication() throws {
  let diagnostic = try #require(
    elaborated("f(x) = x[1] + x[3]\ny = f([t; t])\ndy/dt").diagnostics.first)
  #expect(diagnostic.message == "there is no entry 3 in R^2")
  #expect(diagnostic.secondary.last?.text == "applied here")
}

@Test func nestedApplicationsAreBounded() {
  let functions = (1...40).map { "f\($0)(x) = f\($0 - 1)(x + 1) + f\($0 - 1)(2*x)" }
  let text = (["f0(x) = x"] + functions).joined(separator: "\n")
  #expect(elaborated(text + "\ndf40(a)/da").diagnostics.map(\.id) == ["too-large"])
}
