import ExpressionGraph
import TensorCalculus
import Testing

private let x = Sketch.input("x")
private let y = Sketch.input("y")
private let v = Sketch.input("v", "n")
private let A = Sketch.matrix("A")

@Suite struct SimplifySumTests {
  @Test(arguments: [
    TextRow("2*x", x + x), TextRow("0", x - x), TextRow("x + y", (x + 0) + y),
    TextRow("3*x + y", (x + y) + 2 * x), TextRow("y - x", -x + y),
    TextRow("x/2", x - x / 2), TextRow("3", 1 + 2),
  ])
  func likeTermsAreCollected(row: TextRow) {
    var bench = Bench()
    #expect(bench.neat(row.sketch) == row.text)
  }

  @Test func termsInAnotherOrderAreTheSameSum() {
    var bench = Bench()
    let (first, second) = (bench.build(x + y), bench.build(y + x))
    let neat = [first, second].map { bench.simplifier.simplified($0, in: &bench.graph) }
    #expect(neat[0] == neat[1])
  }

  @Test func choicesByOneConditionAreOne() {
    var bench = Bench()
    let sum = choose(x, .less, 0, y, else: 0) + choose(x, .less, 0, 1, else: x)
    #expect(["cases(x < 0, y + 1, x)", "cases(x < 0, 1 + y, x)"].contains(bench.neat(sum)))
  }

  @Test func tensorsAreCollectedToo() {
    var bench = Bench()
    #expect(bench.neat(v + v - 3 * v) == "-v'")
    #expect(bench.neat(A - A) == "zeros(n, n)")
  }
}
