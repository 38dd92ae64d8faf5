import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct KernelMachineTests {
  private let matrix = Tensor(shape: [2, 3], data: [1, 2, 3, 4, 5, 6])

  @Test func constantsAndSizes() {
    var graph = ExpressionGraph()
    #expect(evaluate(graph.number(7), in: graph)?.scalar == 7)
    #expect(evaluate(graph.node(.pi), in: graph)?.scalar == .pi)
    let length = graph.intern(Dimension(symbol: "m") + Dimension(2))
    #expect(evaluate(graph.node(.dimension(length)), in: graph, sizes: ["m": 3])?.scalar == 5)
    #expect(evaluate(graph.node(.dimension(length)), in: graph) == nil)
  }

  @Test func sumsOfTensors() {
    var graph = ExpressionGraph()
    let (x, y) = (graph.tensor("x", [2]), graph.tensor("y", [2]))
    let half = Number(numerator: 1, denominator: 2) ?? 0
    let node = graph.sum([(2, x), (half, y), (-1, x)])
    #expect(
      evaluate(node, in: graph, [x: Tensor([1, 2]), y: Tensor([10, 20])])?.data == [6, 12])
  }

  @Test func aLiteralIsReadRowByRow() {
    var graph = ExpressionGraph()
    let entries = (1...6).map { graph.number($0) }
    let node = graph.literal(entries, shape: Shape([Dimension(2), Dimension(3)]))
    #expect(evaluate(node, in: graph) == matrix)
  }

  @Test func slicesTakePartsOfAnOperand() {
    var graph = ExpressionGraph()
    let x = graph.tensor("X", [2, 3])
    func slice(_ axes: [SlicePattern.Axis]) -> Tensor? {
      evaluate(graph.slice(x, axes), in: graph, [x: matrix])
    }
    #expect(slice([.index(1), .index(2)]) == Tensor(6))
    #expect(slice([.index(1), .all]) == Tensor([4, 5, 6]))
    #expect(slice([.all, .index(0)]) == Tensor([1, 4]))
    let middle = slice([.all, .range(start: 1, length: Dimension(2))])
    #expect(middle == Tensor(shape: [2, 2], data: [2, 3, 5, 6]))
  }

  @Test func aSliceOutsideItsOperandHasNoValue() {
    var graph = ExpressionGraph()
    let shape = Shape([Dimension(symbol: "n")])
    let x = graph.variable(Variable(name: "x", shape: shape))
    let node = graph.entry(x, at: [2])
    #expect(evaluate(node, in: graph, [x: Tensor([1, 2])], sizes: ["n": 2]) == nil)
    #expect(evaluate(node, in: graph, [x: Tensor([1, 2, 9])], sizes: ["n": 3])?.scalar == 9)
  }

  @Test func aSelectorTimesAnOperandIsTheSlice() {
    var graph = ExpressionGraph()
    let x = graph.tensor("X", [2, 3])
    let axes: [SlicePattern.Axis] = [.index(1), .range(start: 1, length: Dimension(2))]
    let pattern = graph.intern(SlicePattern(axes: axes, source: graph.shape(of: x)))
    let selector = graph.node(.selector(pattern))
    let product = graph.einsum("kij,ij->k", selector, x, extents: [2, 3, 2])
    #expect(evaluate(product, in: graph, [x: matrix]) == Tensor([5, 6]))
    #expect(evaluate(selector, in: graph)?.data.reduce(0, +) == 2)
  }

  @Test(arguments: Comparison.allCases)
  func aChoiceTakesTheFirstComparisonThatHolds(_ comparison: Comparison) {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let (zero, yes, no) = (graph.number(0), graph.number(10), graph.number(20))
    let pattern = graph.intern(ChoicePattern(comparisons: [comparison]))
    let node = graph.node(.choice(pattern), [x, zero, yes, no])
    let holds: [Comparison: [Double]] = [
      .less: [-1], .lessOrEqual: [-1, 0], .greater: [1], .greaterOrEqual: [0, 1], .equal: [0],
      .notEqual: [-1, 1],
    ]
    for value in [-1.0, 0, 1] {
      let expected = holds[comparison]?.contains(value) == true ? 10.0 : 20
      #expect(evaluate(node, in: graph, [x: Tensor(value)])?.scalar == expected)
    }
    #expect(evaluate(node, in: graph, [x: Tensor(.nan)])?.scalar?.isNaN == true)
  }

  @Test func aBranchNotTakenMayBeUndefined() {
    var graph = ExpressionGraph()
    let x = graph.tensor("x", [2])
    let sum = graph.einsum("i->", x, extents: [2])
    let pattern = graph.intern(ChoicePattern(comparisons: [.greater]))
    let node = graph.node(
      .choice(pattern), [sum, graph.number(0), graph.elementwise(.log, x), x])
    #expect(evaluate(node, in: graph, [x: Tensor([-1, -2])])?.data == [-1, -2])
  }

  @Test func entriesAreCombinedOneByOne() {
    var graph = ExpressionGraph()
    let (x, y) = (graph.tensor("x", [3]), graph.tensor("y", [3]))
    let node = graph.binary(.elementwise(.max), x, y)
    let values = [x: Tensor([1, 5, -2]), y: Tensor([3, 4, -7])]
    #expect(evaluate(node, in: graph, values)?.data == [3, 5, -2])
  }
}
