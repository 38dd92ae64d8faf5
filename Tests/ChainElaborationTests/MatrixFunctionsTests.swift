import Testing

private let declarations = "X : R^{n x n}\nA : R^{m x n}\nx : R^n\na : R\n"

@Test(arguments: [
  ("inv(X)", "inv(X)"), ("X^-1", "inv(X)"), ("X^-2", "{inv(X)_ij inv(X)_jk -> ik}"),
  ("det(X)", "det(X)"), ("logdet(X)", "logdet(X)"), ("adj(X)", "adj(X)"),
  ("solve(X, x)", "{inv(X)_ij x_j -> i}"), ("inv(a)", "{a^-1}"), ("det(a)", "a"),
  ("logdet(a)", "log(a)"), ("a*adj(a)", "a"),
  ("triu(X)", "{upperR^{n×n}_ij X_ij -> ij}"), ("tril(A)", "{lowerR^{m×n}_ij A_ij -> ij}"),
])
func functionsOfMatrices(_ expression: String, _ expected: String) {
  #expect(body(declarations + "f = \(expression)") == expected)
}

@Test(arguments: [
  ("inv(A)", "not-square: an inverse needs a square matrix, this is R^{m×n} @ A"),
  ("det(x)", "not-square: a determinant needs a square matrix, this is R^n @ x"),
  ("logdet(A)", "not-square: a determinant needs a square matrix, this is R^{m×n} @ A"),
  ("adj(A)", "not-square: an adjugate needs a square matrix, this is R^{m×n} @ A"),
  ("A^-1", "not-square: a power needs a square matrix, this is R^{m×n} @ A"),
  ("triu(x)", "shape-mismatch: `triu` takes a matrix, this is R^n @ x"),
  ("solve(A, x)", "not-square: an inverse needs a square matrix, this is R^{m×n} @ A"),
  ("inv(I)", "missing-dimension: nothing around this constant says how large it is @ I"),
])
func functionsOfMatricesThatDoNotFit(_ expression: String, _ expected: String) {
  #expect(findings(declarations + "f = \(expression)") == [expected])
}
