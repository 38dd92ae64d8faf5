import Testing

private let declarations =
  "X : R^{n x n}\nA : R^{m x n}\nx, y : R^n\nu, v : R^3\nT : R^{2 x 3 x 4}\na : R\n"

@Test(arguments: [
  ("tr(X)", "{X_ii}"), ("tr(a)", "a"), ("diag(x)", "{x_i -> ii}"), ("diag(X)", "{X_ii -> i}"),
  ("dot(x, y)", "{x_i y_i}"), ("dot(x', y)", "{x_i y_i}"), ("outer(x, y)", "{x_i y_j -> ij}"),
  ("transpose(T, [2, 1, 3])", "{T_ijk -> jik}"), ("transpose(A)", "{A_ij -> ji}"),
  (
    "cross(u, v)",
    "[R^3: (+{u[1] v[2]} -{u[2] v[1]}) (+{u[2] v[0]} -{u[0] v[2]}) (+{u[0] v[1]} -{u[1] v[0]})]"
  ),
])
func matrixFunctions(_ expression: String, _ expected: String) {
  #expect(body(declarations + "f = \(expression)") == expected)
}

@Test(arguments: [
  ("tr(A)", "not-square: a trace needs a square matrix, this is R^{m×n} @ A"),
  ("diag(A)", "not-square: a diagonal needs a square matrix, this is R^{m×n} @ A"),
  ("dot(A, x)", "shape-mismatch: `dot` takes a vector, this is R^{m×n} @ A"),
  ("cross(x, y)", "shape-mismatch: `cross` takes vectors of R^3, this is R^n @ x"),
  (
    "transpose(T, [1, 1, 3])",
    "axis-out-of-range: these are not the axes of R^{2×3×4} in another order @ [1, 1, 3]"
  ),
])
func matrixFunctionsThatDoNotFit(_ expression: String, _ expected: String) {
  #expect(findings(declarations + "f = \(expression)") == [expected])
}
