import Testing

@Test(arguments: [
  ("a, b : R^n", "a, b : R{n}"),
  ("c : R", "c : R"),
  ("X : R^{m x n} symmetric", "X : R{m x n} symmetric"),
  ("X : R^{n x n} symmetric, positive definite", "X : R{n x n} symmetric positive definite"),
  ("X : R^{n x n} positive-definite constant", "X : R{n x n} positive definite constant"),
  ("x : R^n positive", "x : R{n} positive"),
  ("D : R^{n x n} diagonal orthogonal invertible", "D : R{n x n} diagonal orthogonal invertible"),
  ("f : R^2 -> R", "f : R{2} -> R"),
  ("g : R^n, R -> R^n", "g : R{n}, R -> R{n}"),
  ("g : R^n × R → R^n", "g : R{n}, R -> R{n}"),
  ("g : R^n x R -> R", "g : R{n}, R -> R"),
  ("f, g : R -> R", "f, g : R -> R"),
])
func declarations(_ source: String, _ expected: String) {
  #expect(statements(source) == [expected])
}
