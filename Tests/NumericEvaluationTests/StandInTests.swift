import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct StandInTests {
  private let function = AbstractFunction(
    name: "f", domain: [Shape([Dimension(2)]), .scalar], codomain: Shape([Dimension(3)]))

  private func standIn(seed: UInt64) throws -> StandIn {
    try #require(StandIn(for: function, sizes: [:], seed: seed))
  }

  private func value(
    _ derivatives: [Int], at u: [Double], _ v: Double, seed: UInt64 = 5
  ) throws -> Tensor {
    var graph = ExpressionGraph()
    let (x, y) = (graph.tensor("x", [2]), graph.scalar("y"))
    let node = graph.application(function, derivatives: derivatives, to: [x, y])
    let environment = Environment(
      values: [x: Tensor(u), y: Tensor(v)], functions: [function: try standIn(seed: seed)])
    return try #require(Evaluator(graph, roots: [node])(environment)[node])
  }

  @Test func theShapeIsTheCodomainThenTheDomainsInOrder() throws {
    #expect(try value([], at: [0.1, 0.2], 0.3).shape == [3])
    #expect(try value([0], at: [0.1, 0.2], 0.3).shape == [3, 2])
    #expect(try value([1], at: [0.1, 0.2], 0.3).shape == [3])
    #expect(try value([0, 0, 1], at: [0.1, 0.2], 0.3).shape == [3, 2, 2])
  }

  @Test(arguments: [[], [0], [1], [0, 0], [0, 1], [1, 1], [0, 0, 1]])
  func anotherDerivativeByTheSecondArgumentIsTheSlope(_ derivatives: [Int]) throws {
    let h = 1e-5
    let ahead = try value(derivatives, at: [0.4, -0.3], 0.7 + h)
    let behind = try value(derivatives, at: [0.4, -0.3], 0.7 - h)
    let slope = zip(ahead.data, behind.data).map { ($0 - $1) / (2 * h) }
    let claimed = try value(derivatives + [1], at: [0.4, -0.3], 0.7)
    #expect(isClose(claimed, Tensor(shape: claimed.shape, data: slope), 1e-8))
  }

  @Test func theDerivativeByAVectorHasItsAxisLast() throws {
    let h = 1e-5
    let claimed = try value([0], at: [0.4, -0.3], 0.7)
    for axis in 0..<2 {
      let step = axis == 0 ? [h, 0] : [0, h]
      let ahead = try value([], at: [0.4 + step[0], -0.3 + step[1]], 0.7)
      let behind = try value([], at: [0.4 - step[0], -0.3 - step[1]], 0.7)
      for i in 0..<3 {
        #expect(isClose(claimed[i * 2 + axis], (ahead[i] - behind[i]) / (2 * h), 1e-7))
      }
    }
  }

  @Test func theSeedAndTheNameDecide() throws {
    let first = try value([], at: [1, 2], 3)
    #expect(try value([], at: [1, 2], 3) == first)
    #expect(try value([], at: [1, 2], 3, seed: 6) != first)
  }

  @Test func withoutAStandInThereIsNoValue() {
    var graph = ExpressionGraph()
    let (x, y) = (graph.tensor("x", [2]), graph.scalar("y"))
    let node = graph.application(function, to: [x, y])
    #expect(evaluate(node, in: graph, [x: Tensor([1, 2]), y: Tensor(1)]) == nil)
  }

  @Test func symbolicSizesMustBeKnown() {
    let symbolic = AbstractFunction(
      name: "g", domain: [Shape([Dimension(symbol: "n")])], codomain: .scalar)
    #expect(StandIn(for: symbolic, sizes: [:], seed: 1) == nil)
    #expect(StandIn(for: symbolic, sizes: ["n": 4], seed: 1) != nil)
  }
}
