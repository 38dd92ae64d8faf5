import ExpressionGraph
import TensorCalculus
import Testing

private let x = Sketch.input("x")
private let y = Sketch.input("y")
private let v = Sketch.input("v", "n")

@Suite struct SimplifyProductTests {
  @Test(arguments: [
    TextRow("x^2", x * x), TextRow("x^3", (x ^ 2) * x), TextRow("1", x / x),
    TextRow("x", sqrt(x) * sqrt(x)), TextRow("6*x*y", (2 * x) * (3 * y)), TextRow("0", 0 * x),
    TextRow("x^(y + 1)", x * (x ** y)), TextRow("exp(x)^2", exp(x) * exp(x)),
    TextRow("y^2*x", y * x * y),
  ])
  func powersOfOneBaseAreOnePower(row: TextRow) {
    var bench = Bench()
    #expect(bench.neat(row.sketch) == row.text)
  }

  @Test(arguments: [
    TextRow("x*sin(y)", sin(y) * x), TextRow("x*(1 + y)", (1 + y) * x),
    TextRow("2*x", x * 2), TextRow("y - x", -(x - y)),
  ])
  func namesComeBeforeFunctionsAndSums(row: TextRow) {
    var bench = Bench()
    #expect(bench.neat(row.sketch) == row.text)
  }

  @Test func deltasTieAxesAndAreGone() {
    var bench = Bench()
    let identity = einsum("->ii", lengths: ["i": Dimension(symbol: "n")])
    #expect(bench.neat(einsum("ij,j->i", identity, v)) == "v'")
    #expect(bench.neat(einsum("ii->", identity)) == "n")
  }

  /// A branch that is zero takes the factors in, so that what is not taken never multiplies.
  @Test func factorsEnterAChoiceWithAZero() {
    var bench = Bench()
    let relu = choose(x, .greater, 0, x, else: 0)
    #expect(bench.neat(y * relu) == "cases(x > 0, y*x, 0)")
  }
}
