import ChainElaboration
import Testing

/// Whatever stands below an expression is found, in every kind of expression.
@Suite struct OperandsTests {
  @Test(arguments: [
    "-x", "x'", "‖x‖", "√x", "x^2", "2^x", "x + 1", "2*x", "sin(x)", "x[1]", "y[x]", "[1, x; 2, 3]",
    "cases(x > 0, 1, 2)", "cases(1 > 0, x, 2)", "max(1, x)", "sum(y[1:x])",
  ])
  func anUnknownNameIsSeenWhereverItStands(expression: String) {
    let found = findings("y : R^3\nt : R\nf = \(expression) + t\ndf/dt").filter {
      $0.hasSuffix("@ x")
    }
    #expect(found.count == 1)
  }
}
