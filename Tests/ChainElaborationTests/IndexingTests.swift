import Testing

private let declarations = "X : R^{m x n}\nx : R^n\ny : R^3\nr : R^{1 x n}\n"

@Test(arguments: [
  ("x[1]", "x[0]", "R"), ("y[3]", "y[2]", "R"), ("x[2:4]", "x[1+3]", "R^3"),
  ("x[2:]", "x[1+n-1]", "R^{n-1}"), ("x[:3]", "x[0+3]", "R^3"), ("x[2:2]", "x[1]", "R"),
  ("x[2:n]", "x[1+n-1]", "R^{n-1}"), ("y[:]", "y[:]", "R^3"),
  ("X[1, 2]", "X[0,1]", "R"), ("X[1, :]", "X[0,:]", "R^n row"), ("X[:, 2]", "X[:,1]", "R^m"),
  ("X[1:2, :]", "X[0+2,:]", "R^{2×n}"), ("X[1:2, 3]", "X[0+2,2]", "R^2"),
  ("r[2]", "r[1]", "R"), ("r[1, 2]", "r[1]", "R"), ("x[2, 1]", "x[1]", "R"),
  ("r[1:2]", "r[0+2]", "R^2 row"), ("(X*x)[1]", "{X_ij x_j -> i}[0]", "R"),
])
func indices(_ expression: String, _ expected: String, _ expectedShape: String) {
  #expect(body(declarations + "f = \(expression)") == expected)
  #expect(shape(declarations + "f = \(expression)") == expectedShape)
}

@Test(arguments: [
  ("y[4]", "index-out-of-range: there is no entry 4 in R^3 @ 4"),
  ("y[0]", "index-out-of-range: there is no entry 0 in R^3 @ 0"),
  ("X[1]", "wrong-index-count: R^{m×n} is indexed by 2 numbers, not 1 @ X[1]"),
  ("x[k]", "unknown-name: `k` is not known @ k"),
  ("x[n]", "index-not-constant: a known whole number is expected here @ n"),
  ("y[3:2]", "index-out-of-range: `3:2` selects nothing @ 3:2"),
  ("y[2:5]", "index-out-of-range: there is no entry 5 in R^3 @ 2:5"),
])
func indicesThatDoNotFit(_ expression: String, _ expected: String) {
  #expect(findings(declarations + "f = \(expression)") == [expected])
}

@Test(arguments: [
  ("f(x) = x[1] + x[2]", "missing-dimension: nothing says how many entries `x` has @ x"),
  ("x : R^n\nf = x[3]\nwhere n = 2", "index-out-of-range: there is no entry 3 in R^n @ 3"),
])
func lengthsThatIndicesNeed(_ source: String, _ expected: String) {
  #expect(findings(source) == [expected])
}
