import ExpressionGraph
import NumericEvaluation
import Testing

/// One row an operation: each with the value that its definition gives.
@Suite struct KernelTests {
  private let vector = Tensor(shape: [3], data: [1, 3, 2])

  private func value(
    _ build: (inout ExpressionGraph, NodeID) -> NodeID
  ) -> [Double]? {
    var graph = ExpressionGraph()
    let x = graph.tensor("x", [3])
    let node = build(&graph, x)
    return evaluate(node, in: graph, [x: vector])?.data
  }

  @Test func reductionsTakeAllEntries() {
    let values: [(Reduction, Double)] = [
      (.norm1, 6), (.norm2, 14.0.squareRoot()), (.norminf, 3), (.prod, 6), (.max, 3), (.min, 1),
    ]
    for (reduction, expected) in values {
      let found = value { graph, x in graph.node(.reduction(reduction), [x]) }?[0] ?? .nan
      #expect(isClose(found, expected), "\(reduction)")
    }
  }

  @Test func theFirstExtremeIsMarked() {
    #expect(value { graph, x in graph.node(.vectorFunction(.firstMaximum), [x]) } == [0, 1, 0])
    #expect(value { graph, x in graph.node(.vectorFunction(.firstMinimum), [x]) } == [1, 0, 0])
  }

  @Test func softmaxSumsToOne() throws {
    let soft = try #require(value { graph, x in graph.node(.vectorFunction(.softmax), [x]) })
    #expect(isClose(soft.reduce(0, +), 1) && soft[1] > soft[2] && soft[2] > soft[0])
  }

  @Test func slicesAndJoinsMoveEntries() {
    #expect(
      value { graph, x in graph.slice(x, [.range(start: 1, length: Dimension(2))]) } == [3, 2])
    #expect(value { graph, x in graph.join([x, x], axis: 0) } == [1, 3, 2, 1, 3, 2])
  }

  /// The first comparison that holds decides.
  @Test func aChoiceTakesTheFirstThatHolds() {
    var graph = ExpressionGraph()
    let s = graph.scalar("s")
    let pattern = graph.intern(ChoicePattern(comparisons: [.greater, .greater]))
    let (zero, one) = (graph.number(0), graph.number(1))
    let (ten, twenty, thirty) = (graph.number(10), graph.number(20), graph.number(30))
    let choice = graph.node(.choice(pattern), [s, one, ten, s, zero, twenty, thirty])
    let values = [2, 0.5, -1].map { evaluate(choice, in: graph, [s: Tensor($0)])?.data }
    #expect(values == [[10], [20], [30]])
  }
}
