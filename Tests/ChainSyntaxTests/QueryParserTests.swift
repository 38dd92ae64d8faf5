import Testing

@Test(arguments: [
  ("df/dt", "d^1 f<df> / t^1<dt>"),
  ("d f / d t", "d^1 f / t^1"),
  ("d f/dt", "d^1 f / t^1<dt>"),
  ("∂f/∂x", "d^1 f / x^1"),
  ("∂ f / ∂ x", "d^1 f / x^1"),
  ("d/dx f", "d^1 f / x^1<dx>"),
  ("d/d x f(x)", "d^1 (call f x) / x^1"),
  ("d/dx(f)", "d^1 f / x^1<dx>"),
  ("d/dx (a + b)", "d^1 (sum +a +b) / x^1<dx>"),
  ("∂/∂x f", "d^1 f / x^1"),
  ("d(r'*W*r)/ds", "d^1 (product *(' r) *W *r) / s^1<ds>"),
  ("d f(x(t)) / dt", "d^1 (call f (call x t)) / t^1<dt>"),
  ("df(x(t))/dt", "d^1 (call f (call x t))<df> / t^1<dt>"),
  ("d f / d x[1]", "d^1 f / (index x 1)^1"),
  ("df/dx[1]", "d^1 f<df> / (index x 1)^1<dx>"),
  ("df[2]/dx[1, 2]", "d^1 (index f 2)<df> / (index x 1 2)^1<dx>"),
  ("d^2 f / dx^2", "d^2 f / x^2<dx>"),
  ("d^2f/dx^2", "d^2 f / x^2<dx>"),
  ("d²f/dx²", "d^2 f / x^2<dx>"),
  ("d^{2} f / dx^{2}", "d^2 f / x^2<dx>"),
  ("d^2(a*b)/dx^2", "d^2 (product *a *b) / x^2<dx>"),
  ("∂^2 f / ∂x ∂y", "d^2 f / x^1 y^1"),
  ("∂²f/∂x∂y", "d^2 f / x^1 y^1"),
  ("d^3 f / dx^2 dy", "d^3 f / x^2<dx> y^1<dy>"),
  ("d^2 f / dxdy", "d^2 f / x^1<dxdy> y^1<dxdy>"),
  ("d^2/dx^2 f", "d^2 f / x^2<dx>"),
  ("d^2/dx dy f", "d^2 f / x^1<dx> y^1<dy>"),
  ("d f / d(x)", "d^1 f / x^1"),
  ("d e / d a", "d^1 e / a^1"),
  ("d d / d d", "d^1 d / d^1"),
  ("dα/dx₁", "d^1 alpha<dalpha> / x_1^1<dx_1>"),
  ("dalpha/dx_1", "d^1 alpha<dalpha> / x_1^1<dx_1>"),
  ("ddelta/dx", "d^1 delta<ddelta> / x^1<dx>"),
  ("d D(f, 1)(x) / dx", "d^1 (call (call D f 1) x) / x^1<dx>"),
  ("d (a/b) / d c", "d^1 (product *a /b) / c^1"),
  ("d f(a/d) / d c", "d^1 (call f (product *a /d)) / c^1"),
  ("grad f", "grad f"),
  ("grad f(x)", "grad (call f x)"),
  ("grad(a*b)", "grad (product *a *b)"),
  ("∇f", "grad f"),
  ("hessian f", "hessian f"),
])
func queries(_ source: String, _ expected: String) {
  #expect(statements(source) == [expected])
}

@Test(arguments: [
  ("d a/b / d c", "query-needs-brackets"), ("d a+b / d c", "query-needs-brackets"),
  ("d 2 / dx", "query-needs-brackets"), ("grad a + b", "query-needs-brackets"),
  ("d/dx a*b", "query-needs-brackets"), ("d f / d (a*b)", "expression-below-bar"),
  ("d f / d a*b", "expression-below-bar"), ("d f / d g(x)", "expression-below-bar"),
  ("d f / d 2", "expression-below-bar"), ("d f / dx'", "expression-below-bar"),
  ("df/dx + 1", "expression-below-bar"), ("d^2 f / dx", "order-mismatch"),
  ("d f / dx^2", "order-mismatch"), ("d f / dx dy", "order-mismatch"),
  ("d^n f / dx", "invalid-order"), ("d^0 f / dx^0", "invalid-order"),
  ("d2f/dx2", "invalid-query"), ("d f", "missing-denominator"), ("d(f)", "missing-denominator"),
  ("d f / d", "missing-denominator"), ("d/dx", "missing-operand"), ("df", "not-a-statement"),
  ("x", "not-a-statement"), ("d*x", "not-a-statement"), ("delta + 3", "not-a-statement"),
  ("f'(x)", "prime-derivative"), ("f'", "prime-derivative"), ("+ b", "not-a-statement"),
  ("x > 3", "comparison-outside-cases"), ("plt f, x", "unknown-statement"),
])
func mistakesInQueries(_ source: String, _ id: String) {
  #expect(statements(source) == ["[\(id)]"])
}
