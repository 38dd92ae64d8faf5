import Testing

@Test(arguments: [
  ("f(t) = [sin(t); t]", "[R^2: sin(t) t]", "R^2"),
  ("f(t) = [1, t]", "[R^2: 1 t]", "R^2 row"),
  ("f(t) = [1, 2; t, t^2]", "[R^{2×2}: 1 2 t {t^2}]", "R^{2×2}"),
  ("f(t) = [t]", "t", "R"),
  ("f(t) = [[1; 2], [t; t]]", "[R^{2×2}: 1 t 2 t]", "R^{2×2}"),
  ("f(t) = [[1; 2]; t]", "[R^3: 1 2 t]", "R^3"),
  ("x : R^2\nf = [x; x]", "join0(x x)", "R^4"),
  ("x : R^2\nf = [x, x]'", "{[R^{2×2}: x[0] x[0] x[1] x[1]]_ij -> ji}", "R^{2×2}"),
  ("A : R^{2x2}\nf = vec(A)", "reshape(A R^4)", "R^4"),
  ("A : R^{2x2}\nf = reshape(A, [1, 4])", "reshape(A R^4)", "R^4 row"),
  (
    "f(x) = reshape([1;2;3;4;5;6], [3,2])*[x; x]", "{[R^{3×2}: 1 4 2 5 3 6]_ij [R^2: x x]_j -> i}",
    "R^3"
  ),
  ("x : R^2\nf = kron(x, [1; 3])", "reshape({x_i [R^2: 1 3]_j -> ji} R^4)", "R^4"),
])
func literals(_ source: String, _ expected: String, _ expectedShape: String) {
  #expect(body(source) == expected)
  #expect(shape(source) == expectedShape)
}

@Test(arguments: [
  ("f(t) = [1, 2; t]", "ragged-literal: the rows of this matrix do not fit together @ [1, 2; t]"),
  (
    "T : R^{2 x 3 x 4}\nf = [T; 1]", "shape-mismatch: R^{2×3×4} cannot be part of a matrix @ T"
  ),
  (
    "x : R^4\nf = reshape(x, [3, 2])",
    "shape-mismatch: R^4 cannot be reshaped to R^{3×2} @ [3, 2]"
  ),
])
func literalsThatDoNotFit(_ source: String, _ expected: String) {
  #expect(findings(source) == [expected])
}
