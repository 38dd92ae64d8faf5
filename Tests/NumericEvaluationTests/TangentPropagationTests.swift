import ExpressionGraph
import NumericEvaluation
import Testing

/// Functions whose differences rounding swamps: the right derivative is found so, a wrong one never
/// passes.
@Suite struct TangentPropagationTests {
  /// A function of x with its derivative.
  private typealias Sample =
    @Sendable (inout ExpressionGraph, NodeID) -> (function: NodeID, slope: NodeID)

  private static let large = Number(10_000_000_000_000_000)

  private static let samples: [String: Sample] = [
    "10^16 + x": { graph, x in
      (graph.plus(graph.number(large), x), graph.number(1))
    },
    "10^16 + sin(x)": { graph, x in
      (graph.plus(graph.number(large), graph.elementwise(.sin, x)), graph.elementwise(.cos, x))
    },
    "10^16 - 10^16 x + x exp(x)": { graph, x in
      let exponential = graph.elementwise(.exp, x)
      let product = graph.scalarProduct([(x, 1), (exponential, 1)])
      let big = graph.number(large)
      let function = graph.minus(graph.plus(big, product), graph.scalarProduct([(big, 1)]))
      return (function, graph.plus(exponential, product))
    },
    "1 + 10^-20 x^3": { graph, x in
      let cube = graph.scalarProduct(coefficient: Number(1e-20), [(x, 3)])
      return (
        graph.plus(graph.number(1), cube),
        graph.scalarProduct(coefficient: Number(3e-20), [(x, 2)])
      )
    },
    "10^16 + tanh(x)/x": { graph, x in
      let tanh = graph.elementwise(.tanh, x)
      let slope = graph.plus(graph.number(1), graph.scalarProduct(coefficient: -1, [(tanh, 2)]))
      let left = graph.scalarProduct([(slope, 1), (x, -1)])
      let right = graph.scalarProduct(coefficient: -1, [(tanh, 1), (x, -2)])
      let quotient = graph.scalarProduct([(tanh, 1), (x, -1)])
      return (graph.plus(graph.number(large), quotient), graph.plus(left, right))
    },
  ]

  private func result(
    _ sample: Sample, at point: Double?, _ change: (inout ExpressionGraph, NodeID) -> NodeID
  ) -> CheckResult {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let (function, slope) = sample(&graph, x)
    let request = CheckRequest(
      function: function, input: x, derivative: change(&graph, slope))
    return graph.check(request, at: point.map { Environment(values: [x: Tensor($0)]) })
  }

  @Test(arguments: samples.keys.sorted())
  func theRightDerivativePasses(_ name: String) throws {
    let sample = try #require(Self.samples[name])
    let result = result(sample, at: 0.7) { $1 }
    #expect(result.passed && result.points == 5 && result.skipped == nil)
    #expect(result.maxRelativeError < 1e-8)
  }

  @Test(arguments: samples.keys.sorted())
  func aWrongDerivativeFails(_ name: String) throws {
    let sample = try #require(Self.samples[name])
    let changes: [(inout ExpressionGraph, NodeID) -> NodeID] = [
      { graph, _ in graph.number(0) }, { graph, _ in graph.number(1_000_000) },
      { graph, slope in graph.times(-1, slope) }, { graph, slope in graph.times(2, slope) },
      { graph, slope in graph.scalarProduct(coefficient: Number(1.0001), [(slope, 1)]) },
      { graph, slope in graph.scalarProduct([(slope, 2)]) },
    ]
    for (number, change) in changes.enumerated() {
      if name == "10^16 + x", number == 5 { continue }  // 1² is 1.
      #expect(!result(sample, at: 0.7, change).passed, "change \(number)")
    }
  }

  @Test func oneEntryAmongSoundOnesIsFoundToo() {
    var graph = ExpressionGraph()
    let x = graph.scalar("x")
    let swamped = graph.plus(graph.number(Self.large), x)
    let function = graph.literal([swamped, x], shape: Shape([Dimension(2)]))
    func passes(_ slope: Int) -> CheckResult {
      var graph = graph
      let claim = graph.literal(
        [graph.number(Number(slope)), graph.number(1)], shape: Shape([Dimension(2)]))
      return graph.check(CheckRequest(function: function, input: x, derivative: claim))
    }
    #expect(passes(1).passed && passes(1).points == 5)
    #expect(!passes(0).passed && !passes(2).passed)
  }
}
