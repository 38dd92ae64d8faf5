import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct JoinPlanTests {
  @Test func blocksBelowAndBesideOneAnother() {
    var graph = ExpressionGraph()
    let a = graph.tensor("A", [2, 2])
    let b = graph.tensor("B", [1, 2])
    let c = graph.tensor("C", [2, 1])
    let values = [
      a: Tensor(shape: [2, 2], data: [1, 2, 3, 4]), b: Tensor(shape: [1, 2], data: [5, 6]),
      c: Tensor(shape: [2, 1], data: [7, 8]),
    ]
    let below = graph.join([a, b], axis: 0)
    let beside = graph.join([c, a], axis: 1)
    #expect(evaluate(below, in: graph, values)?.data == [1, 2, 3, 4, 5, 6])
    #expect(evaluate(beside, in: graph, values)?.data == [7, 1, 2, 8, 3, 4])
  }

  @Test func partsOfSymbolicLengths() {
    var graph = ExpressionGraph()
    let x = graph.variable(Variable(name: "x", shape: Shape([Dimension(symbol: "m")])))
    let y = graph.variable(Variable(name: "y", shape: Shape([Dimension(symbol: "n")])))
    let whole = graph.join([x, y], axis: 0)
    let values = [x: Tensor([1, 2]), y: Tensor([3])]
    #expect(evaluate(whole, in: graph, values, sizes: ["m": 2, "n": 1])?.data == [1, 2, 3])
    #expect(evaluate(whole, in: graph, values) == nil)
  }

  @Test func entriesOfAReshapedMatrix() {
    var graph = ExpressionGraph()
    let a = graph.tensor("A", [2, 3])
    let matrix = Tensor(shape: [2, 3], data: [1, 2, 3, 4, 5, 6])
    let vector = graph.reshape(a, to: Shape([6]))
    let tall = graph.reshape(a, to: Shape([3, 2]))
    #expect(evaluate(vector, in: graph, [a: matrix])?.data == [1, 4, 2, 5, 3, 6])
    #expect(evaluate(tall, in: graph, [a: matrix])?.data == [1, 5, 4, 3, 2, 6])
  }

  @Test func trianglesOfOnes() {
    var graph = ExpressionGraph()
    let upper = graph.triangle(isUpper: true, shape: Shape([2, 3]))
    let lower = graph.triangle(isUpper: false, shape: Shape([2, 3]))
    #expect(evaluate(upper, in: graph)?.data == [1, 1, 1, 0, 1, 1])
    #expect(evaluate(lower, in: graph)?.data == [1, 0, 0, 1, 1, 0])
  }
}
