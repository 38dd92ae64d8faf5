import ExpressionGraph
import NumericEvaluation
import Testing

/// Central differences extrapolated to step zero, seen by how near they come to known slopes.
@Suite struct DifferenceQuotientTests {
  private func error(
    at value: Double, _ build: (inout ExpressionGraph, NodeID) -> (NodeID, NodeID)
  ) -> CheckResult {
    var graph = ExpressionGraph()
    let x = graph.scalar("x", .positive)
    let (function, derivative) = build(&graph, x)
    return graph.check(
      CheckRequest(function: function, input: x, derivative: derivative),
      at: Environment(values: [x: Tensor(value)]))
  }

  @Test(arguments: [1e-3, 0.5, 3, 200])
  func slopesAreFoundToTenDigits(value: Double) {
    let result = error(at: value) { graph, x in
      (graph.elementwise(.log, x), graph.power(x, .minusOne))
    }
    #expect(result.passed && result.skipped == nil && result.maxRelativeError < 1e-8)
  }

  /// sin(724x) repeats over the step of the first quotients.
  @Test func highFrequenciesDoNotLookFlat() {
    let result = error(at: .pi) { graph, x in
      let fast = graph.times(724, x)
      return (graph.elementwise(.sin, fast), graph.times(724, graph.elementwise(.cos, fast)))
    }
    #expect(result.passed)
    let wrong = error(at: .pi) { graph, x in
      let fast = graph.times(724, x)
      return (graph.elementwise(.sin, fast), graph.times(700, graph.elementwise(.cos, fast)))
    }
    #expect(!wrong.passed)
  }

  /// Nothing lies left of 0 in the domain of √x.
  @Test func theEdgeOfTheDomainDecidesNothing() {
    let result = error(at: 0) { graph, x in
      let root = graph.elementwise(.sqrt, x)
      return (
        root, graph.power(root, .minusOne, times: Number(numerator: 1, denominator: 2) ?? .one)
      )
    }
    #expect(result.passed && result.skipped != nil)
  }

  /// A difference that is 1 % off is found.
  @Test func smallMistakesAreFound() {
    let result = error(at: 1) { graph, x in
      (
        graph.elementwise(.exp, x),
        graph.scalarProduct(
          coefficient: Number(numerator: 101, denominator: 100) ?? .one,
          [(graph.elementwise(.exp, x), .one)])
      )
    }
    #expect(!result.passed)
  }
}
