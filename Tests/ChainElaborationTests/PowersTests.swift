import Testing

@Test(arguments: [
  ("f(x) = x^2", "{x^2}"), ("f(x) = x^-1", "{x^-1}"), ("f(x) = x^(1/3)", "{x^1/3}"),
  ("f(x) = x^0.5", "{x^1/2}"), ("f(x) = x^x", "power(x x)"), ("f(x) = 2^x", "power(2 x)"),
  ("f(x) = e^x", "exp(x)"), ("f(x) = 2^3^2*x", "{512 x}"), ("f(x) = 2^-1*x", "{1/2 x}"),
  ("f(e, x) = e^x", "power(e x)"), ("f(x) = x^1", "x"),
  ("x : R^n\nf = x.^2", "{x_i^2 -> i}"), ("x : R^n\nf = 2 .^ x", "power({2 -> i} x)"),
  ("x : R^n\nc : R\nf = x.^c", "power(x {c -> i})"), ("x : R^n\nf = e.^x", "exp(x)"),
  ("X : R^{n x n}\nf = X + X^0", "(+X +{ -> ii})"), ("X : R^{n x n}\nf = X^1", "X"),
  ("X : R^{n x n}\nT : R\nf = X*T", "{T X_ij -> ij}"),
])
func powers(_ source: String, _ expected: String) { #expect(body(source) == expected) }

@Test(arguments: [
  ("x : R^n\nf = x^2", "shape-mismatch: `^` raises a scalar or a matrix, this is R^n @ x"),
  ("x : R^n\nf = 2^x", "shape-mismatch: an exponent of `^` is a scalar @ x"),
  ("X : R^{m x n}\nf = X^2", "not-square: a power needs a square matrix, this is R^{m×n} @ X"),
  ("X : R^{n x n}\nf = X^0.5", "matrix-power: a matrix is raised to a whole number only @ 0.5"),
  ("X : R^{n x n}\nc : R\nf = X^c", "matrix-power: a matrix is raised to a whole number only @ c"),
  (
    "X : R^{n x n}\nf = X^65",
    "too-large: a power of a matrix is written out as a product, up to 64 @ 65"
  ),
  ("f(x) = x*0^-1", "division-by-zero: division by zero @ 0^-1"),
])
func powersThatDoNotFit(_ source: String, _ expected: String) {
  #expect(findings(source) == [expected])
}
