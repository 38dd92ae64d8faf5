import ChainDiagnostics
import ChainSyntax
import Testing

@Test(arguments: [
  ("x : R^n", "x : R{n}"),
  ("a, b : R^n", "a, b : R{n}"),
  ("c : R", "c : R"),
  ("X : R^{m x n} symmetric", "X : R{m x n} symmetric"),
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
  ("X : R^{n x n} symmetric, positive definite", "X : R{n x n} symmetric positive definite"),
  ("X : R^{n x n} positive-definite constant", "X : R{n x n} positive definite constant"),
  ("x : R^n positive", "x : R{n} positive"),
  ("D : R^{n x n} diagonal orthogonal invertible", "D : R{n x n} diagonal orthogonal invertible"),
  ("f : R^2 -> R", "f : R{2} -> R"),
  ("g : R^n, R -> R^n", "g : R{n}, R -> R{n}"),
  ("g : R^n × R → R^n", "g : R{n}, R -> R{n}"),
  ("g : R^n x R -> R", "g : R{n}, R -> R"),
  ("f, g : R -> R", "f, g : R -> R"),
])
func declarations(_ source: String, _ expected: String) {
  #expect(statements(source) == [expected])
}

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

@Test(arguments: [
  ("at t = 0.5", "at t = 5e-1"),
  ("at x = [1; 2], A = [1, 2; 3, 4]", "at x = [1; 2], A = [1 2; 3 4]"),
  ("where m = 3, n = 2", "where m = 3, n = 2"),
  ("where m = 2n, k = m*n", "where m = (product *2 ~n), k = (product *m *n)"),
  ("set title \"The chain rule\"", "set title «The chain rule»"),
  ("set size 12x8cm", "set size «12x8cm»"),
  ("set show jacobians,values # both", "set show «jacobians,values»"),
  ("set title \"a # b\" # c", "set title «a # b»"),
  ("set title \"say \\\"x\\\": $\\frac{a}{b}$\"", "set title «say \"x\": $\\frac{a}{b}$»"),
  ("set title f(x", "set title «f(x»"),
  ("set transparent", "set transparent «»"),
  ("plot f, t = 0 .. 3, secants 4", "plot f, t = 0 .. 3, secants 4"),
  ("plot f, t = 0..3", "plot f, t = 0 .. 3"),
  (
    "plot f, x = -2 .. 2, y = -pi .. 2, gradients",
    "plot f, x = (neg 2) .. 2, y = (neg pi) .. 2, gradients"
  ),
  ("plot f(x, 1), x = 0 .. 1", "plot (call f x 1), x = 0 .. 1"),
])
func otherStatements(_ source: String, _ expected: String) {
  #expect(statements(source) == [expected])
}

@Test func statementsAreReadInOrder() {
  let source = "\u{FEFF}# a figure\r\nx(t) = t^2\r\n\r\ndx/dt\r\nat t = 1\r\n"
  #expect(statements(source) == ["x(t) = (^ t 2)", "d^1 x<dx> / t^1<dt>", "at t = 1"])
}

@Test func statementsKnowTheirPlace() {
  let source = SourceText(name: "a", "f = x\n  df/dx  # ask\nset title A b # c\n")
  let ranges = parse(source).figures[0].statements.map { source[$0.range] }
  #expect(ranges == ["f = x", "df/dx", "set title A b"])
}

@Test func figuresShareNothing() {
  let file = parse(SourceText(name: "a", "a = 1\n---\nb = (2\n  ---  \n\n---\nc = 3"))
  #expect(file.figures.map { $0.names.entries.map(\.spelling) } == [["a"], ["b"], ["c"]])
  #expect(file.figures.map { $0.diagnostics.count } == [0, 1, 0])
}

@Test func damagedStatementsKeepTheirNames() {
  #expect(statements("f = (a\ng = f") == ["f = ?", "g = f", "[unclosed-bracket]"])
  #expect(statements("x : R^{\ny = x") == ["x : ?", "y = x", "[unclosed-bracket]"])
  #expect(statements("at x = 1, y = ") == ["at x = 1", "[missing-operand]"])
}

@Test func onlyStatementsWithoutANameAreLost() {
  let lost = { (text: String) in parse(SourceText(name: "a", text)).figures[0].hasLostStatement }
  #expect(!lost("f = *"))
  #expect(lost("2 = 3"))
}

@Test func openBracketsEndBeforeWhatIsSurelyAStatement() {
  #expect(statements("f = (a + b\ng = c") == ["f = ?", "g = c", "[unclosed-bracket]"])
  #expect(statements("f = [a, b,\ng(x) = c") == ["f = ?", "g(x) = c", "[unclosed-bracket]"])
  #expect(statements("f = (a + b\nx : R^2") == ["f = ?", "x : R{2}", "[unclosed-bracket]"])
  #expect(statements("f = (a + b\nat x = 1") == ["f = ?", "at x = 1", "[unclosed-bracket]"])
  #expect(
    statements("f = (a + b\ndf/da") == ["f = ?", "d^1 f<df> / a^1<da>", "[unclosed-bracket]"])
  #expect(statements("f = (a + b\n+ d/da)") == ["f = (sum +a +b +(product *d /da))"])
}

@Test func mistakesDoNotCascade() {
  #expect(statements("f = a +\n b\ng = 1") == ["f = ?", "g = 1", "[missing-operand]"])
  #expect(statements("f = $a$ + $b$") == ["f = ?", "[unexpected-character]"])
  #expect(statements("f = ((1 2) 3 4") == ["f = ?", "[unclosed-bracket]"])
}
