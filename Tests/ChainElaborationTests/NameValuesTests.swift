import Testing

@Test(arguments: [
  ("x : R^n\nf = n*sum(x)", "{size(n) {x_i}}"),
  ("n : R\nx : R^n\nf = n*sum(x)", "{n {x_i}}"),
  ("x : R^n\nf = n*sum(x)\nwhere n = 3", "{size(n) {x_i}}"),
  ("f(x) = pi*x + π", "(+{pi x} +pi)"), ("f(I) = I^2", "{I^2}"),
  ("x : R -> R^2\nf(x) = x[1]\ndf/dx", "x[0]"),
])
func whatBareNamesMean(_ source: String, _ expected: String) { #expect(body(source) == expected) }

@Test func anUnknownNameIsReportedOnce() {
  #expect(findings("f = y + y\ng = y") == ["unknown-name: `y` is not known @ y"])
}
