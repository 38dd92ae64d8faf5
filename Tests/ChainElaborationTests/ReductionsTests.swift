import Testing

@Test(arguments: [
  ("sum(X)", "{X_ij}"), ("mean(X)", "{(m)^-1 (n)^-1 X_ij}"), ("sum(X, axis=1)", "{X_ij -> j}"),
  ("mean(X, axis=2)", "{(n)^-1 X_ij -> i}"), ("prod(X)", "prod(X)"),
  ("prod([a; b; a])", "{[R^3: a b a][0] [R^3: a b a][1] [R^3: a b a][2]}"),
  ("sum(a)", "a"), ("mean(a)", "a"), ("logsumexp(a)", "a"),
  ("var(X)", "{(m)^-1 (n)^-1 {(+X -{{(m)^-1 (n)^-1 X_ij} -> ij})_ij^2 -> ij}_ij}"),
])
func reductions(_ expression: String, _ expected: String) {
  #expect(body("X : R^{m x n}\na, b : R\nf = \(expression)") == expected)
}

@Test func layerNormDividesByTheDeviation() {
  #expect(shape("x : R^n\nf = layernorm(x)") == "R^n")
  #expect(body("x : R^n\nf = layernorm(x, eps = 0.1)").contains("+1/10"))
  #expect(body("x : R^n\nf = layernorm(x)").contains("+1/100000"))
}

@Test(arguments: [
  ("sum(X, axis=3)", "axis-out-of-range: there is no axis 3 in R^{m×n} @ 3"),
  ("sum(X, axis=0)", "axis-out-of-range: there is no axis 0 in R^{m×n} @ 0"),
  ("sum(a, axis=1)", "axis-out-of-range: a scalar has no axis @ 1"),
  ("sum(X, dim=1)", "unknown-argument: `sum` has no argument named `dim` @ dim"),
  ("sum(X, axis=a)", "index-not-constant: a known whole number is expected here @ a"),
])
func reductionsThatDoNotFit(_ expression: String, _ expected: String) {
  #expect(findings("X : R^{m x n}\na : R\nf = \(expression)") == [expected])
}
