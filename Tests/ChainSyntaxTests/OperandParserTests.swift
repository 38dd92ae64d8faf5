import Testing

@Test(arguments: [
  ("f(x)", "(call f x)"),
  ("f (x, y)", "(call f x y)"),
  ("D(f, 1)(x(t))", "(call (call D f 1) (call x t))"),
  ("f(x)[2]", "(index (call f x) 2)"),
  ("(A*x)[1]", "(index (product *A *x) 1)"),
  ("x[2:4]", "(index x 2:4)"),
  ("X[1, :]", "(index X 1 :)"),
  ("X[:, n-1:n]", "(index X : (sum +n -1):n)"),
  ("x[2:]", "(index x 2:)"),
  ("x[:4]", "(index x :4)"),
  ("x[1][2]", "(index (index x 1) 2)"),
  ("[1; 2][1]", "(index [1; 2] 1)"),
  ("X'[1, 2]", "(index (' X) 1 2)"),
  ("[a; b]", "[a; b]"),
  ("[a, b]", "[a b]"),
  ("[a, b; c, d]", "[a b; c d]"),
  ("[a]", "[a]"),
  ("[[a; b], C; d', 0]", "[[a; b] C; (' d) 0]"),
  ("[a -b, c]", "[(sum +a -b) c]"),
  ("[1, 2;\n 3, 4]", "[1 2; 3 4]"),
  ("(a +\n b)", "(sum +a +b)"),
  ("(a # note )\n + b)", "(sum +a +b)"),
  ("sum(X, axis=1)", "(call sum X axis:1)"),
  ("layernorm(x, eps = 1e-5)", "(call layernorm x eps:1e-5)"),
  ("einsum(\"ij,jk->ik\", A, B)", "(call einsum \"ij,jk->ik\" A B)"),
  ("transpose(T, [2, 1, 3])", "(call transpose T [2 1 3])"),
  ("‖x‖", "(norm x)"),
  ("‖x - y‖²", "(^ (norm (sum +x -y)) 2)"),
  ("||x - y||_2^2/2", "(product *(^ (norm_2 (sum +x -y)) 2) /2)"),
  ("‖x‖_1", "(norm_1 x)"),
  ("‖x‖₂", "(norm_2 x)"),
  ("‖X‖_F", "(norm_F X)"),
  ("‖x‖_inf", "(norm_inf x)"),
  ("√x", "(root x)"),
  ("√x^2", "(^ (root x) 2)"),
  ("√(x + 1)", "(root (sum +x +1))"),
  ("√√x", "(root (root x))"),
  ("cases(x > 0, x, x < -1, -1, 0)", "(call cases (> x 0) x (< x (neg 1)) (neg 1) 0)"),
  (
    "cases(x ≤ 0, 1, x != 2, 3, x == 4, 5, x ≥ 1, 0, 6)",
    "(call cases (<= x 0) 1 (!= x 2) 3 (== x 4) 5 (>= x 1) 0 6)"
  ),
  ("cases((x > 0), 1, 2)", "(call cases (> x 0) 1 2)"),
  ("x^T", "(^ x T)"),
])
func operands(_ source: String, _ expected: String) {
  #expect(tree(source) == expected)
}

@Test(arguments: [
  ("f()", "missing-operand"), ("[]", "missing-operand"), ("[1, 2; ]", "missing-operand"),
  ("x[]", "missing-operand"), ("a +", "missing-operand"), ("", "missing-operand"),
  ("a + * b", "missing-operand"), ("a ** b", "unexpected-character"),
  ("(1, 2)", "unexpected-comma"), ("(0,5)", "decimal-comma"), ("0,5*x", "decimal-comma"),
  ("max(a; b)", "unexpected-token"), ("x > 0", "comparison-outside-cases"),
  ("f(x > 0)", "comparison-outside-cases"), ("cases(f(x > 0), 1)", "comparison-outside-cases"),
  ("cases(0 < x < 1, 1, 2)", "chained-comparison"), ("cases(x = 0, 1, 2)", "equals-in-condition"),
  ("f'(x)", "prime-derivative"), ("\"abc\"", "unexpected-string"), ("{a}", "curly-bracket"),
  ("a × b", "ambiguous-cross"), ("1 .. 2", "unexpected-token"), ("a, b", "unexpected-comma"),
  ("∂f/∂x", "derivative-in-expression"), ("2 + ∇f", "derivative-in-expression"),
  ("‖x", "unclosed-bracket"), ("‖x‖_7", "unknown-norm"), ("x²ⁿ", "malformed-superscript"),
  ("x[1:2:3]", "unexpected-token"), ("[1, 2\n 3, 4]", "missing-operator"),
])
func mistakes(_ source: String, _ id: String) {
  #expect(tree(source) == "? [\(id)]")
}
