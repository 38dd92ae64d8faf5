import Testing

@Test(arguments: [
  "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh",
  "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "abs", "sign", "relu", "leakyrelu",
  "elu", "gelu", "silu", "sigmoid", "softplus", "erf", "step",
])
func elementwiseFunctions(_ name: String) {
  #expect(body("f(x) = \(name)(x)") == "\(name)(x)")
  #expect(shape("X : R^{2 x 3 x 4}\nf = \(name)(X)") == "R^{2×3×4}")
  #expect(shape("x : R^n\nf = \(name)(x')") == "R^n row")
}

@Test(arguments: [
  ("ln(x)", "log(x)"), ("arcsin(x)", "asin(x)"), ("arctan(x)", "atan(x)"), ("√x", "sqrt(x)"),
  ("square(x)", "{x^2}"), ("cube(x)", "{x^3}"), ("atan2(x, 2)", "atan2(x 2)"),
  ("max(x, 2, 3)", "max(max(x 2) 3)"), ("min(0, x)", "min(0 x)"), ("max(x)", "x"),
  ("‖x‖", "abs(x)"), ("pi*x", "{pi x}"), ("e*x", "{exp(1) x}"),
])
func scalarFunctions(_ expression: String, _ expected: String) {
  #expect(body("f(x) = \(expression)") == expected)
}

@Test(arguments: [
  ("max(0, x)", "max({0 -> i} x)"), ("max(x)", "max(x)"), ("norm1(x)", "norm1(x)"),
  ("norm2(x)", "norm2(x)"), ("normF(x)", "norm2(x)"), ("norminf(x)", "norminf(x)"),
  ("‖x‖", "norm2(x)"), ("logsumexp(x)", "logsumexp(x)"), ("softmax(x)", "softmax(x)"),
  ("logsoftmax(x')'", "logsoftmax(x)"), ("square(x)", "{x_i^2 -> i}"),
])
func vectorFunctions(_ expression: String, _ expected: String) {
  #expect(body("x : R^n\nf = \(expression)") == expected)
}

@Test(arguments: [
  ("softmax(X)", "shape-mismatch: `softmax` takes a vector, this is R^{n×n} @ X"),
  ("sin(I)", "missing-dimension: nothing around this constant says how large it is @ I"),
  ("sin(X, axis = 1)", "wrong-argument-count: `sin` takes 1 argument, not 2 @ sin(X, axis = 1)"),
  ("mse(X, axis = X)", "unknown-argument: `mse` has no argument named `axis` @ axis"),
])
func functionsThatDoNotFit(_ expression: String, _ expected: String) {
  #expect(findings("X : R^{n x n}\nf = \(expression)") == [expected])
}
