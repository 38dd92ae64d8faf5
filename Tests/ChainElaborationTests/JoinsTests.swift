import Testing

private let declarations =
  "x : R^m\ny : R^n\nA : R^{m x m}\nB : R^{m x n}\nT : R^{m x n x k}\n"

@Test(arguments: [
  ("[x; y]", "join0(x y)", "R^{m+n}"),
  ("[x; 1]", "join0(x {1 -> i})", "R^{m+1}"),
  ("[x', y']", "join0(x y)", "R^{m+n} row"),
  ("concat(x, y)", "join0(x y)", "R^{m+n}"),
  ("[A, B]", "join1(A B)", "R^{m×m+n}"),
  ("concat(A, B, axis=2)", "join1(A B)", "R^{m×m+n}"),
  ("[A, x]", "join1(A reshape(x R^{m×1}))", "R^{m×m+1}"),
  ("concat(T, T, axis=3)", "join2(T T)", "R^{m×n×2k}"),
])
func joins(_ expression: String, _ expected: String, _ expectedShape: String) {
  #expect(body(declarations + "f = \(expression)") == expected)
  #expect(shape(declarations + "f = \(expression)") == expectedShape)
}

@Test(arguments: [
  ("[A; B]", "ragged-literal: the rows of this matrix do not fit together @ [A; B]"),
  ("[x, y]", "ragged-literal: the rows of this matrix do not fit together @ [x, y]"),
  ("concat(T, T, axis=4)", "axis-out-of-range: there is no axis 4 in R^{m×n×k} @ 4"),
  ("concat(x, y, along=1)", "unknown-argument: `concat` has no argument named `along` @ along"),
])
func joinsThatDoNotFit(_ expression: String, _ expected: String) {
  #expect(findings(declarations + "f = \(expression)") == [expected])
}
