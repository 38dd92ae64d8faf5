import ChainGraph
import Testing

/// An expression of the language's table and the inputs it is differentiated by.
struct SweptOperation: Sendable, CustomTestStringConvertible {
  let expression: String
  /// A letter each: scalars x y z, vectors a b p u v w, matrices A … Y, a tensor T.
  let inputs: String

  var testDescription: String { expression }

  static let all =
    elementwise
    + others.map { SweptOperation(expression: $0.0, inputs: $0.1) }

  /// Every function of one argument, of a scalar, a vector and a matrix.
  private static let elementwise =
    functions.flatMap { function in
      [("x", "x"), ("a", "a"), ("0.3*X", "X")].map {
        SweptOperation(expression: "\(function)(\($0.0))", inputs: $0.1)
      }
    }
    + positiveFunctions.flatMap { function in
      [("z", "z"), ("p", "p"), ("exp(X)", "X")].map {
        SweptOperation(expression: "\(function)(\($0.0))", inputs: $0.1)
      }
    }

  private static let functions = [
    "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "atanh", "exp",
    "log1p", "expm1", "abs", "sign", "relu", "leakyrelu", "elu", "gelu", "silu", "sigmoid",
    "softplus", "erf", "step", "square", "cube",
  ]
  private static let positiveFunctions = ["sqrt", "log", "log2", "log10", "ln"]

  private static let others = [
    ("acosh(1+z)", "z"), ("acosh(1+p)", "p"), ("atanh(x)", "x"), ("atanh(a)", "a"), ("x+y", "xy"),
    ("a+b", "ab"), ("X+Y", "XY"), ("a+x", "ax"), ("X-x", "Xx"), ("x*y", "xy"), ("x*a", "xa"),
    ("x*X", "xX"), ("X*Y", "XY"), ("A*B", "AB"), ("X*a", "Xa"), ("a'*X", "aX"), ("a'*b", "ab"),
    ("a*b'", "ab"), ("a.*b", "ab"), ("X.*Y", "XY"), ("x.*X", "xX"), ("a/x", "ax"), ("X/x", "Xx"),
    ("a./b", "ab"), ("X./Y", "XY"), ("1./X", "X"), ("x./a", "xa"), ("x^2", "x"), ("x^-3", "x"),
    ("z^y", "zy"), ("z^(1/2)", "z"), ("a.^2", "a"), ("p.^3", "p"), ("p.^x", "px"), ("p.^a", "pa"),
    ("2.^a", "a"), ("2^x", "x"), ("X.^2", "X"), ("X^2", "X"), ("X^3", "X"), ("X^-1", "X"),
    ("X^-2", "X"), ("inv(X)", "X"), ("inv(S)", "S"), ("inv(X)*a", "Xa"), ("solve(X, a)", "Xa"),
    ("solve(X, A)", "XA"), ("det(X)", "X"), ("logdet(S)", "S"), ("adj(X)", "X"), ("adj(D)", "D"),
    ("tr(X)", "X"), ("tr(X*Y)", "XY"), ("tr(A*B)", "AB"), ("tr(X^3)", "X"), ("kron(a, u)", "au"),
    ("kron(D, X)", "DX"), ("kron(D, u)", "Du"), ("kron(a', u)", "au"), ("A ⊗ D", "AD"),
    ("outer(a, u)", "au"), ("dot(a, b)", "ab"), ("cross(w, v)", "vw"),
    ("einsum(\"ij,jk->ik\", A, B)", "AB"), ("einsum(\"ijk,j->ik\", T, a)", "Ta"),
    ("einsum(\"ii->i\", X)", "X"), ("einsum(\"ii->\", X)", "X"),
    ("einsum(\"i,i,i->\", a, b, p)", "abp"), ("einsum(\"ij->ji\", A)", "A"),
    ("einsum(\"i,j,k->ijk\", u, a, w)", "uaw"), ("einsum(\"ijk,ijk->\", T, T)", "T"),
    ("einsum(\"ij,ij->i\", A, C)", "AC"), ("diag(a)", "a"), ("diag(X)", "X"),
    ("diag(a)*X*diag(b)", "aXb"), ("vec(A)", "A"), ("reshape(A, [3, 2])", "A"),
    ("reshape(A, [6])", "A"), ("reshape([w; x], [2, 2])", "wx"), ("reshape(T, [4, 3])", "T"),
    ("reshape(A, [3, 1, 2])", "A"), ("[a; u]", "au"), ("[x; y; z]", "xyz"),
    ("[x, y; z, x*y]", "xyz"), ("[A; B']", "AB"), ("[X, A]", "XA"), ("[X, a]", "Xa"),
    ("[D, D*D; D', D]", "D"), ("concat(A, C, axis=1)", "AC"), ("concat(A, C, axis=2)", "AC"),
    ("concat(T, T, axis=3)", "T"), ("a[2]", "a"), ("X[1, 2]", "X"), ("X[1, :]", "X"),
    ("X[:, 2]", "X"), ("w[2:3]", "w"), ("A[1:2, 2:3]", "A"), ("(X*a)[2]", "Xa"),
    ("(a.*a)[1:2]", "a"), ("T[1, 2, 3]", "T"), ("T[1, :, :]", "T"), ("T[:, 1:2, 1]", "T"),
    ("triu(X)", "X"), ("tril(X)", "X"), ("triu(X*X)", "X"), ("triu(A)", "A"), ("X'", "X"),
    ("(X*Y)'", "XY"), ("transpose(T, [2, 1, 3])", "T"), ("transpose(T, [3, 1, 2])", "T"),
    ("softmax(a)", "a"), ("softmax(X*a)", "Xa"), ("logsoftmax(a)", "a"), ("logsumexp(a)", "a"),
    ("logsumexp(X)", "X"), ("logsumexp(X*a)", "Xa"), ("layernorm(w)", "w"),
    ("layernorm(w, eps = 0.1)", "w"), ("norm1(a)", "a"), ("norm2(a)", "a"), ("norminf(a)", "a"),
    ("normF(X)", "X"), ("norm2(X)", "X"), ("norm1(X)", "X"), ("norminf(X)", "X"),
    ("norm2(X*a)", "Xa"), ("sum(a)", "a"), ("sum(X)", "X"), ("sum(X, axis=1)", "X"),
    ("sum(A, axis=2)", "A"), ("sum(T, axis=2)", "T"), ("mean(a)", "a"), ("mean(A)", "A"),
    ("mean(A, axis=1)", "A"), ("mean(A, axis=2)", "A"), ("prod(a)", "a"), ("prod(D)", "D"),
    ("prod(A, axis=1)", "A"), ("max(a)", "a"), ("min(a)", "a"), ("max(X)", "X"),
    ("max(A, axis=1)", "A"), ("min(A, axis=2)", "A"), ("var(a)", "a"), ("var(X)", "X"),
    ("var(A, axis=1)", "A"), ("norm2(A, axis=1)", "A"), ("norm1(A, axis=2)", "A"),
    ("logsumexp(A, axis=1)", "A"), ("logsumexp(A, axis=2)", "A"), ("norminf(A, axis=1)", "A"),
    ("sum(X.*X, axis=1)", "X"), ("max(x, y)", "xy"), ("min(x, y)", "xy"), ("max(a, b)", "ab"),
    ("max(X, 0)", "X"), ("min(a, x)", "ax"), ("atan2(x, y)", "xy"), ("atan2(a, b)", "ab"),
    ("atan2(X, Y)", "XY"), ("cases(x > 0, x^2, x < -1, -1, 0)", "x"),
    ("cases(x > y, a, x*a)", "xa"), ("cases(a[1] > 0, X*a, a)", "Xa"), ("mse(a, b)", "ab"),
    ("bce(p, softmax(a))", "pa"), ("bce(p, p.*p)", "p"), ("crossentropy(a, p)", "ap"),
    ("crossentropy(X*a, p)", "Xap"), ("hinge(a, b)", "ab"), ("kl(p, softmax(a))", "pa"),
    ("kl(p, p.*p)", "p"), ("huber(a, 0.5)", "a"), ("huber(x, 1)", "x"), ("huber(a, z)", "az"),
    ("eye(2)*X", "X"), ("X*eye(2)", "X"), ("zeros(2, 2)*X", "X"), ("ones(2)'*X*ones(2)", "X"),
    ("ones(2, 2).*X", "X"), ("vector(1)'*a", "a"), ("onehot(2, 2)'*a", "a"), ("I*X + I", "X"),
    ("x*(X + Y)*a", "xXYa"), ("a'*X*Y*b", "aXYb"), ("-(a-b)'*S*(a-b)", "abS"),
    ("norm2(X*a - b)^2", "Xab"), ("tr(inv(X)*Y)", "XY"), ("kron(X, X)", "X"), ("adj(X)*a", "Xa"),
    ("det(X*Y)", "XY"), ("logdet(S + a*a')", "Sa"), ("inv(X + x*I)", "Xx"), ("diag(X)'*a", "Xa"),
    ("vec(X*Y)", "XY"), ("softmax(a)'*b", "ab"), ("triu(X)*a", "Xa"), ("prod(X*a)", "Xa"),
    ("layernorm(X*a)", "Xa"), ("cross(B*a, w)", "Baw"), ("var(X*a)", "Xa"),
  ]
}

/// Every operation of the language's table, by each operand, once and twice.
@Suite struct OperationSweepTests {
  private struct Input {
    let letter: Character
    let declaration: String
    let value: String
  }

  private static let inputs = [
    Input(letter: "x", declaration: "x : R", value: "0.63"),
    Input(letter: "y", declaration: "y : R", value: "0.77"),
    Input(letter: "z", declaration: "z : R positive", value: "0.42"),
    Input(letter: "a", declaration: "a : R^2", value: "[-0.54; 0.55]"),
    Input(letter: "b", declaration: "b : R^2", value: "[0.47; -0.84]"),
    Input(letter: "p", declaration: "p : R^2 positive", value: "[0.52; 0.83]"),
    Input(letter: "u", declaration: "u : R^2", value: "[0.79; 0.46]"),
    Input(letter: "v", declaration: "v : R^3", value: "[0.37; -0.71; 0.56]"),
    Input(letter: "w", declaration: "w : R^3", value: "[-0.6; 0.69; -0.38]"),
    Input(letter: "X", declaration: "X : R^{2 x 2}", value: "[0.84, 0.7; -0.45, 1.63]"),
    Input(letter: "Y", declaration: "Y : R^{2 x 2}", value: "[-0.83, -0.36; 0.39, -1.53]"),
    Input(
      letter: "S", declaration: "S : R^{2 x 2} positive definite",
      value: "[3.08, 1.63; 1.63, 2.41]"),
    Input(letter: "D", declaration: "D : R^{2 x 2}", value: "[0.46, -0.53; 0.38, 1.49]"),
    Input(
      letter: "A", declaration: "A : R^{2 x 3}", value: "[0.7, 0.67, -0.54; 0.45, 0.55, 0.75]"),
    Input(
      letter: "B", declaration: "B : R^{3 x 2}", value: "[0.56, -0.67; -0.81, 0.51; 0.44, 0.76]"),
    Input(
      letter: "C", declaration: "C : R^{2 x 3}", value: "[0.43, 0.52, 0.81; -0.59, -0.58, -0.68]"),
    Input(
      letter: "T", declaration: "T : R^{2 x 2 x 3}",
      value: "reshape([0.3; -0.9; 0.5; 0.8; -0.4; 0.6; -0.7; 0.2; 0.9; -0.5; 0.1; -0.8], [2, 2, 3])"
    ),
  ]

  /// The inputs that an expression names.
  private static func inputs(of operation: SweptOperation) -> [Input] {
    let words = operation.expression.split { !$0.isLetter }
    return inputs.filter { words.contains(Substring(String($0.letter))) }
  }

  /// Central differences and the text read again say what the derivative says.
  @Test(arguments: SweptOperation.all)
  func derivativesAreRight(_ operation: SweptOperation) throws {
    for input in operation.inputs {
      try check("d(\(operation.expression))/d\(input)", of: operation, by: input)
      // The second derivative by a tensor has thousands of entries.
      guard input != "T" else { continue }
      try check("d^2(\(operation.expression))/d\(input)^2", of: operation, by: input)
    }
  }

  private func check(
    _ query: String, of operation: SweptOperation, by input: Character
  ) throws {
    let named = Self.inputs(of: operation)
    let head = named.map(\.declaration)
    let point = "at " + named.map { "\($0.letter) = \($0.value)" }.joined(separator: ", ")
    let document = Document((head + [query, point, ""]).joined(separator: "\n"))
    #expect(!document.hasErrors, "\(query): \(document.report(style: .short))")
    let derivative = try #require(document.figures.first?.derivatives.first, "\(query)")
    #expect(derivative.isChecked, "\(query)")
    let bindings = derivative.bindings.map { "\($0.name) = \($0.expression)" }
    let again = ["again = \(derivative.expression)", "d again / d \(input)", point, ""]
    let lines = ["set detail functions"] + head + bindings + again
    let report = try Report(Document(lines.joined(separator: "\n")))
    let value = try #require(report.figures.first, "\(query)").value(ofNode: "again")
    let want = try #require(derivative.value, "\(query)")
    let isConstant = value?.count == 1
    let spread = isConstant ? value.map { Array(repeating: $0[0], count: want.count) } : value
    #expect(agree(spread, want, 1e-9), "\(query) = \(derivative.expression)")
  }
}
