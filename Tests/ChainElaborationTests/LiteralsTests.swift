import Testing

@Test(arguments: [
  ("f(t) = [sin(t); t]", "[R^2: sin(t) t]", "R^2"),
  ("f(t) = [1, t]", "[R^2: 1 t]", "R^2 row"),
  ("f(t) = [1, 2; t, t^2]", "[R^{2×2}: 1 2 t {t^2}]", "R^{2×2}"),
  ("f(t) = [t]", "t", "R"),
  ("f(t) = [[1; 2], [t; t]]", "[R^{2×2}: 1 t 2 t]", "R^{2×2}"),
  ("f(t) = [[1; 2]; t]", "[R^3: 1 2 t]", "R^3"),
  ("x : R^2\nf = [x; x]", "[R^4: x[0] x[1] x[0] x[1]]", "R^4"),
  ("x : R^2\nf = [x, x]'", "{[R^{2×2}: x[0] x[0] x[1] x[1]]_ij -> ji}", "R^{2×2}"),
  ("A : R^{2x2}\nf = vec(A)", "[R^4: A[0,0] A[1,0] A[0,1] A[1,1]]", "R^4"),
  ("A : R^{2x2}\nf = reshape(A, [1, 4])", "[R^4: A[0,0] A[1,0] A[0,1] A[1,1]]", "R^4 row"),
  (
    "f(x) = reshape([1;2;3;4;5;6], [3,2])*[x; x]", "{[R^{3×2}: 1 4 2 5 3 6]_ij [R^2: x x]_j -> i}",
    "R^3"
  ),
  ("x : R^2\nf = kron(x, [1; 3])", "[R^4: {x[0] 1} {x[0] 3} {x[1] 1} {x[1] 3}]", "R^4"),
])
func literals(_ source: String, _ expected: String, _ expectedShape: String) {
  #expect(body(source) == expected)
  #expect(shape(source) == expectedShape)
}

@Test(arguments: [
  ("f(t) = [1, 2; t]", "ragged-literal: the rows of this matrix do not fit together @ [1, 2; t]"),
  (
    "x : R^n\nf = [x; 1]", "not-supported: joining blocks of this size is not supported yet @ x"
  ),
  (
    "T : R^{2 x 3 x 4}\nf = [T; 1]", "shape-mismatch: R^{2×3×4} cannot be part of a matrix @ T"
  ),
  (
    "x : R^4\nf = reshape(x, [3, 2])",
    "shape-mismatch: R^4 cannot be reshaped to R^{3×2} @ [3, 2]"
  ),
  (
    "X : R^{m x n}\nf = kron(X, X)",
    "not-supported: the Kronecker product is not supported yet @ kron(X, X)"
  ),
])
func literalsThatDoNotFit(_ source: String, _ expected: String) {
  #expect(findings(source) == [expected])
}
