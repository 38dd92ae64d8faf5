import Testing

@Test(arguments: [
  ("f(a, b, c) = a + b - c", "(+a +b -c)"),
  ("f(a, b) = -a + b", "(-a +b)"),
  ("f(a) = a - 2*a", "(+a -{2 a})"),
  ("f(a) = (a + 1) + 2", "(+(+a +1) +2)"),
  ("f(a) = a*(1 + 2)", "{3 a}"),
  ("x : R^n\nf = x + 1", "(+x +{1 -> i})"),
  ("X : R^{m x n}\nc : R\nf = c - X", "(+{c -> ij} -X)"),
  ("f(x) = -x", "{-1 x}"),
  ("f(x) = -(x + 1)", "{-1 (+x +1)}"),
  ("f(x) = -(2*x)", "{-2 x}"),
  ("f(x) = -x^2 - 3*-x", "(-{x^2} -{3 {-1 x}})"),
  ("x : R^1\nf = x + 1", "(+x +1)"),
])
func sums(_ source: String, _ expected: String) { #expect(body(source) == expected) }

@Test(arguments: [
  ("x : R^n\ny : R^{1 x n}\nf = x + y", "shape-mismatch: cannot add R^n and R^{1×n} @ x + y"),
  ("x : R^n\nf = x - x'", "shape-mismatch: cannot add R^n and R^{1×n} @ x - x'"),
  ("x : R^n\ny : R^m\nf = x + y", "shape-mismatch: cannot add R^n and R^m @ x + y"),
  ("x : R^2\ny : R^3\nf = x + y", "shape-mismatch: cannot add R^2 and R^3 @ x + y"),
])
func sumsThatDoNotFit(_ source: String, _ expected: String) {
  #expect(findings(source) == [expected])
}
