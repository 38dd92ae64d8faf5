import ExpressionGraph
import Foundation
import NumericEvaluation
import Testing

@Suite struct EntriesKernelTests {
  private func value(_ reduction: Reduction, _ entries: [Double]) -> Double {
    var graph = ExpressionGraph()
    let x = graph.tensor("x", [entries.count])
    return evaluate(graph.node(.reduction(reduction), [x]), in: graph, [x: Tensor(entries)])?.scalar
      ?? .nan
  }

  private func values(_ function: VectorFunction, _ entries: [Double]) -> [Double] {
    var graph = ExpressionGraph()
    let x = graph.tensor("x", [entries.count])
    let node = graph.node(.vectorFunction(function), [x])
    return evaluate(node, in: graph, [x: Tensor(entries)])?.data ?? []
  }

  @Test func reductionsOfASmallVector() {
    let x = [3.0, -4, 1]
    #expect(value(.norm1, x) == 8)
    #expect(isClose(value(.norm2, x), 26.0.squareRoot()))
    #expect(value(.norminf, x) == 4)
    #expect(value(.prod, x) == -12)
    #expect(value(.max, x) == 3)
    #expect(value(.min, x) == -4)
    #expect(isClose(value(.logsumexp, x), log(exp(3) + exp(-4) + exp(1))))
  }

  @Test func extremeEntriesDoNotOverflow() {
    #expect(isClose(value(.norm2, [3e200, 4e200]), 5e200))
    #expect(isClose(value(.norm2, [3e-200, 4e-200]), 5e-200))
    #expect(value(.norm2, [0, 0]) == 0)
    #expect(isClose(value(.logsumexp, [1000, 1000]), 1000 + log(2)))
    #expect(values(.softmax, [1000, 1000]) == [0.5, 0.5])
    #expect(isClose(values(.logsoftmax, [-1000, 1000])[0], -2000))
  }

  @Test(arguments: Reduction.allCases)
  func aReductionSaysThatAnEntryIsUndefined(_ reduction: Reduction) {
    #expect(value(reduction, [1, .nan, 2]).isNaN)
    #expect(value(reduction, [.nan, 1, 2]).isNaN)
  }

  @Test func vectorFunctionsOfASmallVector() {
    let x = [0.2, -1, 0.7]
    let total = x.reduce(0) { $0 + exp($1) }
    for (i, entry) in x.enumerated() {
      #expect(isClose(values(.softmax, x)[i], exp(entry) / total))
      #expect(isClose(values(.logsoftmax, x)[i], entry - log(total)))
    }
  }

  @Test func theFirstOfTiedEntriesIsMarked() {
    #expect(values(.firstMaximum, [1, 5, 5, 2]) == [0, 1, 0, 0])
    #expect(values(.firstMinimum, [4, 1, 5, 1]) == [0, 1, 0, 0])
    #expect(values(.firstMaximum, [7]) == [1])
  }
}
