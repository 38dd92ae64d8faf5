import Testing

@Test(arguments: [
  ("at t = 0.5", "at t = 5e-1"),
  ("at x = [1; 2], A = [1, 2; 3, 4]", "at x = [1; 2], A = [1 2; 3 4]"),
  ("where m = 3, n = 2", "where m = 3, n = 2"),
  ("where m = 2n, k = m*n", "where m = (product *2 ~n), k = (product *m *n)"),
  ("plot f, t = 0 .. 3, secants 4", "plot f, t = 0 .. 3, secants 4"),
  ("plot f, t = 0..3", "plot f, t = 0 .. 3"),
  (
    "plot f, x = -2 .. 2, y = -pi .. 2, gradients",
    "plot f, x = (neg 2) .. 2, y = (neg pi) .. 2, gradients"
  ),
  ("plot f(x, 1), x = 0 .. 1", "plot (call f x 1), x = 0 .. 1"),
])
func pointsSizesAndPlots(_ source: String, _ expected: String) {
  #expect(statements(source) == [expected])
}
