import Testing

@Test(arguments: [
  ("a − b", "a - b"), ("a·b", "a*b"), ("a⋅b", "a*b"), ("a ⊙ b", "a.*b"), ("x²", "x^2"),
  ("x⁻¹", "x^-1"), ("x¹²", "x^12"), ("xⁿ", "x^n"), ("x^{2}", "x^2"), ("x^{n+1}", "x^(n+1)"),
  ("Xᵀ", "X'"), ("X⊤", "X'"), ("X′", "X'"), ("X^⊤", "X'"), ("α", "alpha"), ("x₁", "x_1"),
  ("x₁₂", "x_12"), ("x_{12}", "x_12"), ("α₁", "alpha_1"), ("α_1", "alpha_1"), ("π", "pi"),
  ("µ", "mu"), ("x\u{301}", "x\u{301}"), ("\u{E9}", "e\u{301}"), ("a\u{A0}+\u{2009}b", "a + b"),
  ("W_α", "W_alpha"), ("λx", "lambdax"), ("xₘ", "x_m"),
])
func unicodeForms(_ source: String, _ twin: String) {
  #expect(tree(source) == tree(twin))
  #expect(!tree(source).contains("["))
}
