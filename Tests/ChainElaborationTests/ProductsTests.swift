import ChainElaboration
import ExpressionGraph
import Testing

@Test(arguments: [
  ("f(x, y) = x*y", "{x y}"),
  ("f(x, y) = 3*x^2*y", "{3 x^2 y}"),
  ("f(x) = 2x", "{2 x}"),
  ("f(x) = 1/3*x", "{1/3 x}"),
  ("f(x) = x/4", "{1/4 x}"),
  ("f(x) = 1/x/x", "{x^-1 x^-1}"),
  ("f(x) = 1/x^2", "{x^-2}"),
  ("f(x, y) = x/(x*y)", "{x {x y}^-1}"),
  ("f(x) = 2*3*x", "{6 x}"),
  ("x : R^n\nf = 2*x", "{2 x_i -> i}"),
  ("x : R^n\nc : R\nf = c*x/2", "{1/2 c x_i -> i}"),
  ("x, y : R^n\nf = 2*x.*y", "{2 x_i y_i -> i}"),
  ("x, y : R^n\nf = x./y", "{x_i y_i^-1 -> i}"),
  ("x : R^n\nf = 1 ./ x", "{x_i^-1 -> i}"),
  ("x : R^n\nf = x.^2 .* x ./ 3", "{1/3 {x_i^2 -> i}_i x_i -> i}"),
  ("A : R^{m x n}\nx : R^n\ny : R^m\nf = A*x.*y", "{{A_ij x_j -> i}_i y_i -> i}"),
  ("f(x, y) = x ⊗ y", "{x y}"),
])
func products(_ source: String, _ expected: String) { #expect(body(source) == expected) }

@Test(arguments: [
  ("f(x) = x/0", "division-by-zero: division by zero @ 0"),
  ("f(x) = x/(1-1)", "division-by-zero: division by zero @ 1-1"),
  ("x : R^n\nf = 1/x", "shape-mismatch: only a scalar can stand below `/`, this is R^n @ x"),
  (
    "x : R^n\ny : R^m\nf = x .* y",
    "shape-mismatch: cannot multiply R^n and R^m entry by entry @ x .* y"
  ),
])
func productsThatDoNotFit(_ source: String, _ expected: String) {
  #expect(findings(source) == [expected])
}

/// A long product becomes products of at most sixteen factors, in a balanced tree.
@Test func longProductsAreTrees() throws {
  let names = (1...300).map { "x\($0)" }
  let text = names.joined(separator: ", ") + " : R\nf = " + names.joined(separator: "*")
  let figure = try #require(elaborated(text).figure)
  let widths = (0..<figure.graph.count).map {
    figure.graph.operands(of: NodeID(index: Int32($0))).count
  }
  #expect(widths.max() == 16)
  #expect(figure.inputs.count == 300)
}
