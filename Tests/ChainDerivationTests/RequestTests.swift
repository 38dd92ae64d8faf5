import ChainDerivation
import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct RequestTests {
  @Test func detailsAreTheWordsOfTheCommandLine() {
    #expect(Detail.allCases.map(\.rawValue) == ["auto", "functions", "components", "operations"])
  }

  /// What is not asked for otherwise is what the command line has by default.
  @Test func theUsualRequestListsEightPaths() {
    let request = DerivationRequest(
      graph: ExpressionGraph(), inputs: [], queries: [], point: nil)
    #expect(request.detail == .auto && request.pathLimit == 8 && request.seed == 0)
    #expect(request.collapsed.isEmpty && request.point == nil)
  }

  @Test func aRequestWithoutQueriesIsAnEmptyFigure() {
    let derivation = derive(
      DerivationRequest(graph: ExpressionGraph(), inputs: [], queries: [], point: nil))
    #expect(derivation.figure.nodes.isEmpty && derivation.derivatives.isEmpty)
  }

  @Test func theSameSeedIsTheSameCheck() throws {
    func error(_ seed: UInt64) -> Double {
      var graph = ExpressionGraph()
      let x = graph.variable(Variable(name: "x", shape: .scalar))
      let f = graph.elementwise(.sin, x)
      let query = DerivativeQuery(output: f, inputs: [x], outputName: "f", inputNames: ["x"])
      return derive(
        DerivationRequest(graph: graph, inputs: [x], queries: [query], point: nil, seed: seed)
      ).derivatives[0].check.maxRelativeError
    }
    #expect(error(1) == error(1) && error(1) != error(2))
  }
}
