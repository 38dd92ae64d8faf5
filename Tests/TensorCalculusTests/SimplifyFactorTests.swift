import ExpressionGraph
import TensorCalculus
import Testing

private let x = Sketch.input("x")
private let y = Sketch.input("y")

/// Common factors are taken out where a textbook would.
@Suite struct SimplifyFactorTests {
  @Test(arguments: [
    TextRow("1/(1 + x)^2", 1 / (1 + x) - x / ((1 + x) ^ 2)),
    TextRow("2*sin(x)*cos(x) - 2*sin(x)", 2 * sin(x) * cos(x) - 2 * sin(x)),
    TextRow("x^x*(log(x) + 1)", (x ** x) * log(x) + (x ** x)),
    TextRow("x + y", x + y),
  ])
  func factorsAreTakenOutWhereThatIsShorter(row: TextRow) {
    var bench = Bench()
    #expect(bench.neat(row.sketch) == row.text)
  }

  /// A denominator that all terms share is cleared.
  @Test func aFactorBesideASumOfFractionsGoesIn() {
    var bench = Bench()
    #expect(bench.neat((y ^ 2) * (1 + x / (y ^ 2))) == "y^2 + x")
  }

  @Test func valuesAreKept() {
    var bench = Bench()
    let sketch = exp(x) * y + exp(x) * (y ^ 2) - exp(x)
    let (node, neat) = (bench.build(sketch), bench.build(sketch))
    let simplified = bench.simplifier.simplified(neat, in: &bench.graph)
    let point = bench.point(for: [node])
    #expect(agree(bench.value(simplified, point), bench.value(node, point), within: 1e-12))
  }
}
