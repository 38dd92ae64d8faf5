import Testing

@Test(arguments: [
  ("f(t) = t\nat t = 0.5", ["at t = 1/2"]),
  ("f(t) = t\nat t = -2/3", ["at t = -2/3"]),
  ("f(t) = t\nat t = 2*pi", ["at t = {2 pi}"]),
  ("x : R^n\nf = sum(x)\nat x = [1; 2; 3]", ["at x = [R^3: 1 2 3]", "n = 3"]),
  ("x : R^n\nf = sum(x)\nat x = [1, 2]", ["at x = [R^2: 1 2]", "n = 2"]),
  ("x : R^n\nf = sum(x)\nat x = 5", ["at x = [R^1: 5]", "n = 1"]),
  ("x : R^{2n}\nf = sum(x)\nat x = ones(6)", ["at x = {1 -> i}", "n = 3"]),
  ("A : R^{m x n}\nf = sum(A)\nat A = [1, 2]", ["at A = [R^{1×2}: 1 2]", "m = 1", "n = 2"]),
  (
    "A : R^{m x n}\nf = sum(A)\nat A = [1, 2; 3, 4; 5, 6]",
    ["at A = [R^{3×2}: 1 2 3 4 5 6]", "m = 3", "n = 2"]
  ),
  (
    "T : R^{m x n x k}\nf = sum(T)\nat T = reshape([1;2;3;4], [2, 1, 2])",
    ["at T = [R^{2×1×2}: 1 3 2 4]", "k = 2", "m = 2", "n = 1"]
  ),
  ("x : R\nf = x\nat x = [4]", ["at x = 4"]),
])
func points(_ source: String, _ expected: [String]) {
  #expect(summary(source).dropFirst() == expected[...])
}

@Test(arguments: [
  // A query may hold a definition fixed at a value of its own.
  (
    "x(t) = [t; t]\nf(x) = x[1]*x[2]\n∂f/∂x\nat x = [1; 2]",
    ["partial f by x", "at x = [R^2: 1 2]"]
  ),
  // The point says what nothing else does.
  ("f(x) = x[1] + x[2]\nat x = [1; 2]", ["d f by x", "at x = [R^2: 1 2]"]),
])
func pointsThatShapeThings(_ source: String, _ expected: [String]) {
  #expect(summary(source) == expected)
}

@Test(arguments: [
  ("x : R^2\nf = sum(x)\nat x = [1; 2; 3]", "point-shape: `x` is R^2, this value is R^3 @ x"),
  ("x : R^{2x2}\nf = sum(x)\nat x = [1; 2]", "point-shape: `x` is R^{2×2}, this value is R^2 @ x"),
  (
    "x, y : R^n\nf = x'*y\nat x = [1; 2], y = [1; 2; 3]",
    "point-shape: `y` is R^n and would need n = 3 @ y"
  ),
  (
    "x, y : R\nf = x*y\nat x = y",
    "point-not-constant: only numbers can stand here, `y` is a variable @ y"
  ),
  ("f(x) = x\nat x = 1\nat x = 2", "redefinition: `x` is given two values @ x"),
  ("y = 3\nf(x) = x*y\nat y = 2", "point-not-an-input: `y` is defined, so its value follows @ y"),
  (
    "f : R -> R\ng(x) = f(x)\nat f = 2",
    "point-not-an-input: `f` is a function and has no value at a point @ f"
  ),
  ("x : R^n\nf = sum(x)\nat n = 2", "point-not-an-input: `n` is a dimension @ n"),
  ("f(x) = x\nat y = 2", "unused-value: `y` is given a value but nothing uses it @ y"),
])
func pointsThatDoNotFit(_ source: String, _ expected: String) {
  #expect(findings(source) == [expected])
}
