import Testing

private let declarations = "A : R^{m x n}\nB : R^{n x k}\nx, y : R^n\nz : R^m\nX : R^{n x n}\n"

@Test(arguments: [
  ("f = A*x", "{A_ij x_j -> i}"),
  ("f = z'*A", "{z_i A_ij -> j}"),
  ("f = A*B", "{A_ij B_jk -> ik}"),
  ("f = x'*y", "{x_i y_i}"),
  ("f = x*z'", "{x_i z_j -> ij}"),
  ("f = A'", "{A_ij -> ji}"),
  ("f = A^T*z", "{{A_ij -> ji}_ij z_j -> i}"),
  ("f = x'*X*x", "{{x_i X_ij -> j}_i x_i}"),
  ("f = 0.5*x'*X*x", "{1/2 {{x_i X_ij -> j}_i x_i}}"),
  ("f = x*x'*y", "{{x_i x_j -> ij}_ij y_j -> i}"),
  ("f = X^3", "{{X_ij X_jk -> ik}_ij X_jk -> ik}"),
  ("f = X + 2*I", "(+X +{2 -> ii})"),
  ("f = I*x + y", "(+x +y)"),
  ("f = A*vector(1)", "{A_ij {1 -> i}_j -> i}"),
  ("f = vector(1)'*A'*z", "{{{1 -> i}_i {A_ij -> ji}_ij -> j}_i z_i}"),
  ("f = x + vector(2)", "(+x +{2 -> i})"),
  ("f = A .* matrix(3)", "{A_ij {3 -> ij}_ij -> ij}"),
])
func matrixProducts(_ source: String, _ expected: String) {
  #expect(body(declarations + source) == expected)
}

@Test(arguments: [
  ("f = z'", "R^m row"), ("f = z'*A", "R^n row"), ("f = (A*x)'", "R^m row"), ("f = x''", "R^n"),
  ("f = x'*X*y", "R"), ("f = A'", "R^{n×m}"),
])
func orientation(_ source: String, _ expected: String) {
  #expect(shape(declarations + source) == expected)
}

@Test(arguments: [
  ("f = x*y", "shape-mismatch: cannot multiply R^n by R^n @ x*y"),
  ("f = A*z", "shape-mismatch: cannot multiply R^{m×n} by R^m @ A*z"),
  ("f = A*x'", "shape-mismatch: cannot multiply R^{m×n} by R^{1×n} @ A*x'"),
  ("f = x*A", "shape-mismatch: cannot multiply R^n by R^{m×n} @ x*A"),
  ("f = I", "missing-dimension: nothing around this constant says how large it is @ I"),
  ("f = A + I", "not-square: the identity needs a square matrix, this is R^{m×n} @ I"),
  (
    "T : R^{2 x 3 x 4}\nf = T'",
    "shape-mismatch: only vectors and matrices have a transpose, this is R^{2×3×4} @ T"
  ),
])
func matrixProductsThatDoNotFit(_ source: String, _ expected: String) {
  #expect(findings(declarations + source) == [expected])
}
