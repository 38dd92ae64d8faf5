import ChainSyntax
import Testing

@Suite struct ExpressionSyntaxTests {
  /// Round brackets leave no node, and long sums and products are one node.
  @Test(arguments: [
    ("((x))", "x"), ("a + b - c + d", "(sum +a +b -c +d)"), ("a*b/c*d", "(product *a *b /c *d)"),
    ("(a + b) + c", "(sum +(sum +a +b) +c)"), ("a - (b - c)", "(sum +a -(sum +b -c))"),
  ])
  func treesAreShallow(source: String, expected: String) {
    #expect(tree(source) == expected)
  }

  @Test func aTransposeAndAPowerByTDiffer() {
    #expect(tree("x'") == "(' x)" && tree("xᵀ") == tree("x'"))
    #expect(tree("x^T") != tree("x'"))
  }

  @Test func identifiersAreOrdered() {
    #expect(ExpressionID(1) < ExpressionID(2) && ExpressionID(3) == ExpressionID(3))
  }
}
