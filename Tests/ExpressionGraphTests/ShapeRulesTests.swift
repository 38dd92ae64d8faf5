import ExpressionGraph
import Testing

@Suite struct ShapeRulesTests {
  private var graph = ExpressionGraph()

  private mutating func input(_ name: String, _ dimensions: Dimension...) -> NodeID {
    graph.variable(Variable(name: name, shape: Shape(dimensions)))
  }

  @Test mutating func aSumNeedsOneShape() {
    let (x, y, z) = (input("x", 3), input("y", 3), input("z", 4))
    let plain = Operation.sum(graph.plainSum)
    #expect(graph.shape(of: plain, operands: [x, y]) == Shape([3]))
    #expect(graph.shape(of: plain, operands: [x, z]) == nil)
    #expect(graph.shape(of: plain, operands: [x]) == nil)
  }

  @Test mutating func aProductNeedsTheLengthsOfItsLabels() {
    let (a, x, y) = (input("A", 2, 3), input("x", 3), input("y", 2))
    let labels = [Label(0), Label(1)]
    let pattern = ProductPattern(
      factors: [.init(labels: labels), .init(labels: [labels[1]])], output: [labels[0]],
      extents: [2, 3])
    let product = Operation.product(graph.intern(pattern))
    #expect(graph.shape(of: product, operands: [a, x]) == Shape([2]))
    #expect(graph.shape(of: product, operands: [a, y]) == nil)
    #expect(graph.shape(of: product, operands: [x, a]) == nil)
  }

  @Test mutating func matrixFunctionsNeedASquare() {
    let (square, wide) = (input("S", 3, 3), input("W", 3, 2))
    #expect(graph.shape(of: .matrixFunction(.inverse), operands: [square]) == Shape([3, 3]))
    #expect(graph.shape(of: .matrixFunction(.determinant), operands: [square]) == .scalar)
    #expect(graph.shape(of: .matrixFunction(.inverse), operands: [wide]) == nil)
  }

  @Test mutating func aChoiceComparesScalarsAndHasOneShape() {
    let (s, x, y) = (input("s"), input("x", 2), input("y", 3))
    let choice = Operation.choice(graph.intern(ChoicePattern(comparisons: [.less])))
    #expect(graph.shape(of: choice, operands: [s, s, x, x]) == Shape([2]))
    #expect(graph.shape(of: choice, operands: [s, s, x, y]) == nil)
    #expect(graph.shape(of: choice, operands: [x, s, x, x]) == nil)
  }

  /// Codomain first, then the domains that are differentiated by.
  @Test func derivativesOfFunctionsHaveTheirDomainsBehind() {
    let f = AbstractFunction(
      name: "f", domain: [Shape([2]), .scalar], codomain: Shape([3]))
    let second = ApplicationPattern(function: f, derivatives: [0, 0, 1])
    #expect(second.shape(of: [Shape([2]), .scalar]) == Shape([3, 2, 2]))
    #expect(second.shape(of: [.scalar, Shape([2])]) == nil)
  }

  @Test mutating func aLiteralHasAsManyEntriesAsItsShape() {
    let s = input("s")
    let literal = Operation.literal(graph.intern(Shape([2, 2])))
    #expect(graph.shape(of: literal, operands: [s, s, s, s]) == Shape([2, 2]))
    #expect(graph.shape(of: literal, operands: [s, s]) == nil)
  }
}
