import Testing

private let declarations =
  "x : R^m\ny : R^n\nA : R^{m x m}\nB : R^{m x n}\nT : R^{2 x 3 x 4}\n"

@Test(arguments: [
  ("vec(B)", "reshape(B R^{m*n})", "R^{m*n}"), ("vec(x)", "x", "R^m"),
  ("reshape(T, [6, 4])", "reshape(T R^{6×4})", "R^{6×4}"),
  ("reshape(vec(B), [m, n])", "reshape(reshape(B R^{m*n}) R^{m×n})", "R^{m×n}"),
  ("kron(A, B)", "reshape({A_ij B_kl -> kilj} R^{m*m×m*n})", "R^{m*m×m*n}"),
  ("kron(x, y)", "reshape({x_i y_j -> ji} R^{m*n})", "R^{m*n}"),
  ("kron(x, y')", "{x_i y_j -> ij}", "R^{m×n}"),
  ("x' ⊗ y'", "reshape({x_i y_j -> ji} R^{m*n})", "R^{m*n} row"),
  ("reshape([1, 2; 3, x[1]], [4])", "[R^4: 1 3 2 x[0]]", "R^4"),
])
func rearrangements(_ expression: String, _ expected: String, _ expectedShape: String) {
  #expect(body(declarations + "f = \(expression)") == expected)
  #expect(shape(declarations + "f = \(expression)") == expectedShape)
}

@Test(arguments: [
  ("reshape(B, [m, m])", "shape-mismatch: R^{m×n} cannot be reshaped to R^{m×m} @ [m, m]"),
  ("kron(A, T)", "shape-mismatch: R^{2×3×4} cannot be part of a matrix @ T"),
])
func rearrangementsThatDoNotFit(_ expression: String, _ expected: String) {
  #expect(findings(declarations + "f = \(expression)") == [expected])
}
