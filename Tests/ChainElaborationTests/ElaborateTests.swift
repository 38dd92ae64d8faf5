import ChainElaboration
import Testing

@Test(arguments: [
  (
    "x(t) = [sin(t); cos(t)]\nf(x) = x[1]^2 + 2*x[2]\ndf/dt\nat t = 0.5",
    ["d f by t", "at t = 1/2"]
  ),
  (
    "x : R^m\ns : R^n\nA : R^{m x n}\nW : R^{m x m} symmetric\nr = x - A*s\nd(r'*W*r)/ds",
    ["partial {{r_i W_ij -> j}_i r_i} by s"]
  ),
  ("x : R -> R^2\nf : R^2 -> R\nd f(x(t)) / dt", ["d f(x(t)) by t"]),
])
func firstLook(_ source: String, _ expected: [String]) {
  #expect(summary(source) == expected)
}

/// A dimension keeps its name where it can, and is its length where a literal needs it.
@Test(arguments: [
  ("x : R^n\nf = 2*x\nwhere n = 3", "R^n"),
  ("x : R^n\nf = x + [1; 2; 3]\nwhere n = 3", "R^3"),
  ("x : R^n\nf = x + [1; 2; 3]\nat x = [1; 2; 4]", "R^3"),
  ("x : R^n\ny : R^m\nf = [x; y]\nwhere n = 2, m = 1", "R^{m+n}"),
])
func lengthsStandInWhereNamesFail(_ source: String, _ expected: String) {
  #expect(shape(source) == expected)
}

/// An undeclared input takes the shape that its use suggests, but stays R where only that fits.
@Test(arguments: [
  ("A : R^{m x n}\nh(x, b) = tanh(A*x + b)", "tanh((+{A_ij x_j -> i} +b))"),
  ("A : R^{m x n}\nf(x, y) = x'*A*y", "{{x_i A_ij -> j}_i y_i}"),
  ("a : R^n\nf(x) = dot(a, x)", "{a_i x_i}"),
  ("a : R^n\nf(t) = a + t^2", "(+a +{{t^2} -> i})"),
  ("A : R^{m x n}\nf(x) = A/x + exp(x)*A", "(+{x^-1 A_ij -> ij} +{exp(x) A_ij -> ij})"),
  ("A : R^{m x n}\nf(B) = einsum(\"ij,ij->\", A, B)", "{A_ij B_ij}"),
  ("f : R^2 -> R\ng(y) = 2*f(y)", "{2 f(y)}"),
  ("f(x, y) = x'*y", "{x y}"),
])
func shapesFollowFromUse(_ source: String, _ expected: String) {
  #expect(body(source) == expected)
}

@Test func aChainIsElaboratedWithoutRecursion() {
  let length = 3_000
  let forwards = (1...length).map { "x\($0) = sin(x\($0 - 1))" }
  let text = ["x0 : R"] + forwards.reversed() + ["d x\(length) / d x0"]
  let figure = elaborated(text.joined(separator: "\n")).figure
  #expect(figure?.definitions.count == length)
  #expect(figure?.queries.first?.wrt == figure?.inputs)
}

@Test func aChainOfInstancesIsElaboratedWithoutRecursion() {
  let length = 2_000
  let functions = (1...length).map { "f\($0)(x) = sin(f\($0 - 1)(x))" }
  let text = ["f0(x) = x"] + functions + ["d f\(length)(a) / da"]
  #expect(elaborated(text.joined(separator: "\n")).figure?.definitions.count == length + 1)
}

@Test func errorsOfAllStatementsComeAtOnceInReadingOrder() {
  #expect(
    findings("f = y + 1\ng(x) = z*x\nx1 : R^3\nh = x1[5]") == [
      "unknown-name: `y` is not known @ y", "unknown-name: `z` is not known @ z",
      "index-out-of-range: there is no entry 5 in R^3 @ 5",
    ])
}

@Test func anErrorHasNoConsequences() {
  #expect(
    findings("f = y + 1\ng = f*[1; 2]\nh = g + f + y\ndh/dy2") == [
      "unknown-name: `y` is not known @ y"
    ])
}

@Test func hugeInputsAreRefused() {
  #expect(
    findings("x : R^1000000000\nf = sum(x)") == [
      "wrong-size: this dimension is too large @ 1000000000"
    ])
  #expect(
    findings("x : R^n\nf = sum(x*x')\nwhere n = 100000") == [
      "wrong-size: R^{100000×100000} has too many entries to be worked out at a point @ x*x'"
    ])
  #expect(
    findings("x : R^n\nf = sum(x)\nat x = zeros(500000000)").first?.hasPrefix("wrong-size") == true)
}

@Test func anOverridingPointWinsNameByName() {
  let source = "f(x, y) = x*y\nat x = 1, y = 2"
  #expect(
    summary(source, at: "y = 5") == [
      "partial f by x", "partial f by y", "at x = 1", "at y = 5",
    ])
  #expect(summary(source, at: "q = 5").last == "at y = 2")
  #expect(
    findings("x : R^2\nf = sum(x)", at: "x = [1; 2; 3]") == [
      "overriding point-shape: `x` is R^2, this value is R^3"
    ])
}
