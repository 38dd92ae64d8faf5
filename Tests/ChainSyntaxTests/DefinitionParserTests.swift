import Testing

@Test(arguments: [
  ("r = x - A*s", "r = (sum +x -(product *A *s))"),
  ("f(x) = x^2", "f(x) = (^ x 2)"),
  ("g(u, v) = u*v", "g(u, v) = (product *u *v)"),
  ("in = 3", "in = 3"),
  ("y = in*2", "y = (product *in *2)"),
  ("d = 2", "d = 2"),
  ("grad = 2", "grad = 2"),
  ("y = cases(x == 0, 1, 2)", "y = (call cases (== x 0) 1 2)"),
  ("y = sum(X, axis = 1)", "y = (call sum X axis:1)"),
  ("f = (a +\n  b)", "f = (sum +a +b)"),
  ("f = max(a,\n  axis = 1)", "f = (call max a axis:1)"),
  ("f = a # note: g = 3", "f = a"),
  ("α = 1", "alpha = 1"),
])
func definitions(_ source: String, _ expected: String) {
  #expect(statements(source) == [expected])
}
