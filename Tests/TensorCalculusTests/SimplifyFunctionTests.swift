import ExpressionGraph
import TensorCalculus
import Testing

private let x = Sketch.input("x")
private let y = Sketch.input("y")

@Suite struct SimplifyFunctionTests {
  @Test(arguments: [
    TextRow("-sin(x)", sin(-x)), TextRow("cos(x)", cos(-x)), TextRow("abs(x)", apply(.abs, -x)),
    TextRow("-tanh(2*x)", tanh(-2 * x)), TextRow("exp(-x)", exp(-x)),
  ])
  func signsLeaveOddFunctionsAndVanishInEven(row: TextRow) {
    var bench = Bench()
    #expect(bench.neat(row.sketch) == row.text)
  }

  @Test(arguments: [
    TextRow("1", exp(0)), TextRow("0", sin(0)), TextRow("1", cos(0)), TextRow("0", log(1)),
    TextRow("2", sqrt(4)), TextRow("sqrt(2)", sqrt(2)), TextRow("sin(1)", sin(1)),
    TextRow("3", apply(.abs, -3)), TextRow("2", apply(.max, 2, 1)), TextRow("0", apply(.relu, -5)),
  ])
  func constantsAreFoldedWhereTheyStayExact(row: TextRow) {
    var bench = Bench()
    #expect(bench.neat(row.sketch) == row.text)
  }

  /// log(0) and 1/0 stay as they are: there is no number to put there.
  @Test func whatIsUndefinedIsNotFolded() {
    var bench = Bench()
    #expect(bench.neat(log(0)) == "log(0)")
  }

  @Test func aChoiceOfOneValueIsThatValue() {
    var bench = Bench()
    #expect(bench.neat(choose(x, .less, 0, y, else: y)) == "y")
    #expect(bench.neat(choose(x, .less, 0, y, else: x)).hasPrefix("cases("))
  }

  @Test func aLiteralOfZerosIsZero() {
    var bench = Bench()
    #expect(bench.neat(literal([[0], [0]])) == "zeros(2)'")
    #expect(bench.neat(literal([[x], [0]])) == "[x, 0]")
  }
}
