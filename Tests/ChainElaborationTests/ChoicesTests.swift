import Testing

@Test(arguments: [
  ("f(x) = cases(x > 0, x, x < -1, -1, 0)", "cases(> <: x 0 x x -1 -1 0)"),
  (
    "f(x) = cases(x <= 0, 1, x == 2, 2, x != 3, 3, x >= 4, 4, 5)",
    "cases(<= == != >=: x 0 1 x 2 2 x 3 3 x 4 4 5)"
  ),
  ("x : R^n\nf = cases(sum(x) > 0, x, 0)", "cases(>: {x_i} 0 x {0 -> i})"),
])
func choices(_ source: String, _ expected: String) { #expect(body(source) == expected) }

@Test(arguments: [
  (
    "f(x) = cases(x > 0, x)",
    "wrong-argument-count: `cases` takes pairs of condition and value, then a last value"
      + " @ cases(x > 0, x)"
  ),
  ("f(x) = cases(x, x, 0)", "not-a-condition: a comparison is expected here @ x"),
  (
    "x : R^n\nf = cases(x > 0, x, 0)",
    "shape-mismatch: `a comparison` takes a scalar here, this is R^n @ x"
  ),
])
func choicesThatDoNotFit(_ source: String, _ expected: String) {
  #expect(findings(source) == [expected])
}
