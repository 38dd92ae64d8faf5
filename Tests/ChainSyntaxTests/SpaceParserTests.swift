import Testing

@Test(arguments: [
  ("x : R^n", "x : R{n}"),
  ("X ∈ ℝ^{m×n}", "X : R{m x n}"),
  ("X in R^(m,n)", "X : R{m x n}"),
  ("X : R^{2x3}", "X : R{2 x 3}"),
  ("X : R^{2x3x4}", "X : R{2 x 3 x 4}"),
  ("X : R^{2 x 3}", "X : R{2 x 3}"),
  ("T : R^{m x n x k}", "T : R{m x n x k}"),
  ("x : R^{m+n}", "x : R{(sum +m +n)}"),
  ("x : R^{2n}", "x : R{(product *2 ~n)}"),
  ("x : R^{2*n - 1}", "x : R{(sum +(product *2 *n) -1)}"),
  ("x : R^{n^2}", "x : R{(^ n 2)}"),
  ("x : R^{2(n+1)}", "x : R{(product *2 ~(sum +n +1))}"),
  ("X : R^{2n x m}", "X : R{(product *2 ~n) x m}"),
  ("x : ℝ²", "x : R{2}"),
  ("X : ℝᵐˣⁿ", "X : R{m x n}"),
  ("x : R^{x}", "x : R{x}"),
])
func spaces(_ source: String, _ expected: String) {
  #expect(statements(source) == [expected])
}
