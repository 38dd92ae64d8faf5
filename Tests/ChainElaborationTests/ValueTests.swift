import Testing

/// Sides of length 1 are dropped; what lies stays lying.
@Test(arguments: [
  ("R^1", "R"), ("R^{1x1}", "R"), ("R^{1 x n}", "R^n row"), ("R^{n x 1}", "R^n"),
  ("R^{2 x n}", "R^{2×n}"), ("R^{1 x 2 x 3}", "R^{1×2×3}"), ("R^{m+n}", "R^{m+n}"),
  ("R^{2*3}", "R^6"), ("R^{n^2}", "R^{n*n}"), ("R^{2(n+1)}", "R^{2n+2}"),
])
func spaces(_ space: String, _ expected: String) {
  #expect(shape("x : \(space)\nf = sin(x)") == expected)
}
