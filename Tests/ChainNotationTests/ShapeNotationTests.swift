import ChainNotation
import ExpressionGraph
import MathTypesetting
import Testing

struct ShapeNotationTests {
  private let bench = Workbench()

  @Test(arguments: [
    ([], [], "1×1"), ([], ["2"], "1×2"), (["2"], [], "2×1"), (["m"], ["n"], "m×n"),
    ([], ["m", "n"], "m×n"), (["m", "n"], [], "m×n"), (["2"], ["2", "3"], "2×(2×3)"),
    (["p", "q"], ["m", "n", "k"], "(p×q)×(m×n×k)"),
  ])
  func writesJacobianShapes(output: [String], input: [String], text: String) {
    let shape = JacobianShape(output: bench.shape(output), input: bench.shape(input))
    #expect(shape.text == text)
    #expect(shape.formula.words == text)
  }

  @Test func multipliesShapes() {
    let row = JacobianShape(output: .scalar, input: bench.shape(["2"]))
    let matrix = JacobianShape(output: bench.shape(["2"]), input: bench.shape(["3"]))
    let result = JacobianShape(output: .scalar, input: bench.shape(["3"]))
    #expect(JacobianShape.productText([row, matrix], result: result) == "1×2 · 2×3 = 1×3")
    #expect(
      JacobianShape.productFormula([row, matrix], result: result).latex
        == "1{\\times}2 \\cdot 2{\\times}3 = 1{\\times}3")
  }

  @Test func setsSpaces() {
    #expect(bench.shape([]).formula.latex == "\\mathbb{R}")
    #expect(bench.shape(["n"]).formula.latex == "\\mathbb{R}^n")
    #expect(bench.shape(["m", "n"]).formula.latex == "\\mathbb{R}^{m{\\times}n}")
    let sum = Dimension(symbol: "m") + Dimension(symbol: "n")
    #expect((sum * Dimension(2)).formula.latex == "2m + 2n")
  }

  /// (m + n)×n is not m + n×n.
  @Test func lengthsThatAreSumsStandInParentheses() {
    let sum = Dimension(symbol: "m") + Dimension(symbol: "n")
    let shape = JacobianShape(output: Shape([sum]), input: bench.shape(["n"]))
    #expect(shape.text == "(m+n)×n")
    #expect(shape.formula.latex == "(m + n){\\times}n")
    #expect(Shape([sum, sum]).formula.latex == "\\mathbb{R}^{(m + n){\\times}(m + n)}")
    #expect(Shape([sum]).formula.latex == "\\mathbb{R}^{m + n}")
  }
}
