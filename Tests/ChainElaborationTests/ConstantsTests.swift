import Testing

@Test(arguments: [
  ("eye(n)*x", "{{ -> ii}_ij x_j -> i}"), ("ones(n) + x", "(+{1 -> i} +x)"),
  ("zeros(m, n)*x", "{{0 -> ij}_ij x_j -> i}"), ("onehot(2, n) + x", "(+select[1]R^n +x)"),
  ("ones(m, 1)*x'", "{{1 -> i}_i x_j -> ij}"), ("ones(1, n)*x", "{{1 -> i}_i x_i}"),
  ("1/n*sum(x)", "{size(n)^-1 {x_i}}"), ("eye(1)*x", "x"),
  ("x + ones(2*n - n)", "(+x +{1 -> i})"),
])
func sizedConstants(_ expression: String, _ expected: String) {
  #expect(body("A : R^{m x n}\nx : R^n\nf = \(expression)") == expected)
}

@Test(arguments: [
  ("eye(k)*x", "unknown-dimension: `k` is not a dimension @ k"),
  ("zeros(0) + x", "wrong-size: a dimension is at least 1, this is 0 @ 0"),
  ("onehot(0, n) + x", "index-out-of-range: there is no entry 0 in R^n @ 0"),
])
func sizesThatDoNotFit(_ expression: String, _ expected: String) {
  #expect(findings("x : R^n\nf = \(expression)") == [expected])
}
