import ChainGraph
import Testing

/// A derivative that another program gets wrong, or gives in a shape that is none.
struct KnownTrap: Sendable, CustomTestStringConvertible {
  let name: String
  let source: String
  let expression: String

  init(_ name: String, _ source: String, _ expression: String) {
    self.name = name
    self.source = source
    self.expression = expression
  }

  var testDescription: String { name }
}

@Suite struct OthersErrorsTests {
  private func derivative(_ source: String) throws -> Derivative {
    let document = Document(source)
    #expect(!document.hasErrors, "\(document.report(style: .short))")
    return try #require(document.figures.first?.derivatives.first)
  }

  /// Where SymPy 1.14 gives 0, an unevaluated trace or a permuted tensor product.
  @Test(arguments: [
    KnownTrap(
      "a scalar function of a determinant",
      "X : R^{n x n} positive definite\nd log(det(X))/dX\n", "inv(X)"),
    KnownTrap(
      "a scalar function of a trace", "Y : R^{n x n}\nd sin(tr(Y))/dY\n", "cos(tr(Y))*eye(n)"),
    KnownTrap(
      "a scalar function of a norm", "x, y : R^n\nd exp(-norm2(x - y)^2)/dx\n",
      "-2*exp(-norm2(x - y)^2)*(x - y)'"),
    KnownTrap(
      "a sum of traces, issue 27406", "A, B : R^{n x n}\nd(tr(A'*A) + tr(B'*B))/dA\n", "2*A"),
    KnownTrap(
      "traces of two kinds, issue 26585",
      "A : R^{n x m}\nU : R^{n x k}\nV : R^{k x m}\n"
        + "d(0.5*tr((A - U*V)'*(A - U*V)) + 0.5*tr(U'*U))/dU\n",
      "U - (A - U*V)*V'"),
    KnownTrap(
      "a denominator that contains the variable", "x : R^n\nd(x/norm2(x))/dx\n",
      "eye(n)/norm2(x) - x*x'/norm2(x)^3"),
    KnownTrap(
      "softmax from its parts", "x : R^n\nd(exp(x)/sum(exp(x)))/dx\n",
      "diag(softmax(x)) - softmax(x)*softmax(x)'"),
    KnownTrap(
      "a rectangular matrix", "a : R^m\nb : R^n\nX : R^{m x n}\nd(a'*X*b)/dX\n", "a*b'"),
    KnownTrap(
      "a column that comes out as a row", "A : R^{m x n}\nx : R^n\nd(A*exp(x))/dx\n",
      "A*diag(exp(x))"),
    KnownTrap(
      "weighted least squares in one term",
      "x : R^m\ns : R^n\nA : R^{m x n}\nW : R^{m x m} symmetric\n"
        + "d((x - A*s)'*W*(x - A*s))/ds\n",
      "-2*(x - A*s)'*W*A"),
  ])
  func theFormulaIsTheTextbooks(_ trap: KnownTrap) throws {
    let derivative = try derivative(trap.source)
    #expect(derivative.expression == trap.expression)
    #expect(derivative.isChecked && derivative.checkPoints == 5)
  }

  /// Denominators whose neat form is a matter of taste: their numbers are not.
  @Test(arguments: [
    ("Rayleigh's quotient", "x'*A*x/(x'*x)", "x"),
    ("cosine similarity", "x'*y/(norm2(x)*norm2(y))", "x"),
    ("a logarithm of a sine", "x'*log(sin(A))*y", "A"),
    ("a logarithm of a product", "sum(log(A*exp(A)*A))", "A"),
  ])
  func denominatorsCount(name: String, expression: String, input: String) throws {
    let point = "at A = [0.5, 0.2; 0.2, 0.7], x = [0.3; 0.9], y = [1; 0.4]\n"
    let declarations = "A : R^{2 x 2} positive\nx, y : R^2\n"
    let derivative = try derivative("\(declarations)d(\(expression))/d\(input)\n\(point)")
    #expect(derivative.isChecked && derivative.checkPoints == 5)
    #expect(derivative.value?.contains { abs($0) > 1e-3 } == true)
  }

  @Test(arguments: [
    KnownTrap(
      "a trace of an inverse pair", "X : R^{2 x 2}\nA : R^{2 x 2}\nd tr(inv(X)*A*X)/dX\n",
      "zeros(2, 2)"),
    KnownTrap(
      "a determinant and its inverse's", "X : R^{2 x 2}\nd(det(X)*det(inv(X)))/dX\n",
      "zeros(2, 2)"),
    KnownTrap("squares of sine and cosine", "d(sin(x)^2 + cos(x)^2)/dx\n", "0"),
    KnownTrap("a matrix times its inverse", "X : R^{2 x 2}\nd tr(X*inv(X))/dX\n", "zeros(2, 2)"),
    KnownTrap("what is taken from itself", "x : R^3\nd(x - x)/dx\n", "zeros(3, 3)"),
    KnownTrap(
      "another input", "X : R^{2 x 2}\nA : R^{2 x 2}\nd(3*X)/dA\n", "zeros(2, 2, 2, 2)"),
  ])
  func whatCancelsIsZero(_ trap: KnownTrap) throws {
    let point = "at X = [0.5, 0.2; 0.3, 0.7], A = [1, 2; 3, 5]\n"
    let derivative = try derivative(trap.source + (trap.source.contains("X") ? point : ""))
    #expect(derivative.expression == trap.expression)
    #expect(derivative.isChecked)
  }

  /// Cancellations that need the value of a sum: softmax adds up to one whatever it is shifted by.
  @Test(arguments: [
    "d softmax(x + c)/dc", "d(logsumexp(x + c) - c)/dc", "d sum(softmax(x))/dx",
    "d softmax(K*q + (b'*q)*ones(3))/db", "d(q'*(A + B)*q - q'*A*q - q'*B*q)/dq",
  ])
  func whatCancelsOnlyInNumbersIsZeroThere(query: String) throws {
    let source = """
      x : R^3
      K : R^{3 x 2}
      q, b : R^2
      A, B : R^{2 x 2}
      c : R
      \(query)
      at x = [1; 2; 3], c = 2, K = [1, 2; 3, 4; 5, 6], q = [0.3; -0.2], b = [1; 1]
      at A = [1, 2; 3, 4], B = [2, 1; 5, 3]
      """
    let derivative = try derivative(source)
    let value = try #require(derivative.value)
    #expect(!value.isEmpty && value.allSatisfy { abs($0) < 1e-14 })
    #expect(derivative.isChecked && derivative.checkPoints > 0)
  }

  /// Graphs whose shared parts are no chain of dominators: FastDifferentiation's issues 23 and 108,
  /// and its wrong Hessian entry, issue 1014 of DifferentiationInterface.
  @Test(arguments: [
    (
      "a = x*y\nb = sin(a)\nc = a*b\nd = c + a\ne = d*b\nde/dx\nat x = 1, y = 2\n",
      [-1.2195588529053076]
    ),
    ("u = x*y\nv = u + x\nw = u*v\nz = w*v + u\ndz/dx\nat x = 2, y = 3\n", [579.0]),
    (
      "v : R^2\nd^2(exp(v[1] - v[2])*v[2])/dv^2\nat v = [1; 2]\n",
      [0.7357588823428847, -0.36787944117144233, -0.36787944117144233, 0]
    ),
  ])
  func sharedPartsAreNotCountedTwice(source: String, value: [Double]) throws {
    for detail in ["functions", "operations"] {
      var settings = FigureSettings()
      settings[.detail] = detail
      let document = Document(source, settings: settings)
      let derivative = try #require(document.figures.first?.derivatives.first)
      let found = try #require(derivative.value)
      #expect(zip(found, value).allSatisfy { abs($0 - $1) < 1e-12 } && found.count == value.count)
      #expect(derivative.isChecked)
    }
  }
}
