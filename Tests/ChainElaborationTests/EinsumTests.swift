import Testing

private let declarations = "A : R^{m x n}\nB : R^{n x k}\nX : R^{n x n}\nx : R^n\n"

@Test(arguments: [
  ("einsum(\"ij,jk->ik\", A, B)", "{A_ij B_jk -> ik}"),
  ("einsum(\"ij,jk\", A, B)", "{A_ij B_jk -> ik}"),
  ("einsum(\"ii\", X)", "{X_ii}"), ("einsum(\"ii->i\", X)", "{X_ii -> i}"),
  ("einsum(\"ij -> ji\", A)", "{A_ij -> ji}"),
  ("einsum(\"i,i,i->\", x, x, x)", "{x_i x_i x_i}"),
  ("einsum(\"i,j,k->ijk\", x, x, x)", "{x_i x_j x_k -> ijk}"),
])
func einsums(_ expression: String, _ expected: String) {
  #expect(body(declarations + "f = \(expression)") == expected)
}

@Test(arguments: [
  ("einsum(\"ij,jk->ik\", A, A)", "einsum-mismatch: `j` is both n and m long @ A"),
  (
    "einsum(\"ij->ijk\", A)",
    "einsum-mismatch: `k` stands right of `->` but not left of it @ \"ij->ijk\""
  ),
  ("einsum(\"ijk->i\", A)", "einsum-mismatch: `ijk` names 3 axes, this is R^{m×n} @ A"),
  (
    "einsum(\"ij,jk->ik\", A)",
    "einsum-mismatch: the axes are those of 2 operands, but 1 is given @ \"ij,jk->ik\""
  ),
  (
    "einsum(\"i1->\", A)",
    "einsum-mismatch: the axes are letters, with `,` between operands and one `->` @ \"i1->\""
  ),
  ("einsum(A, A)", "einsum-mismatch: `einsum` begins with its axes in quotes @ A"),
])
func einsumsThatDoNotFit(_ expression: String, _ expected: String) {
  #expect(findings(declarations + "f = \(expression)") == [expected])
}
