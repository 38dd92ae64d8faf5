import ChainDerivation
import ChainFigure
import ChainPage
import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct PageFigureTests {
  private func derivation(at value: Double?) -> Derivation {
    var graph = ExpressionGraph()
    let x = graph.variable(Variable(name: "x", shape: .scalar))
    let f = graph.elementwise(.sin, x)
    let query = DerivativeQuery(output: f, inputs: [x], outputName: "f", inputNames: ["x"])
    return derive(
      DerivationRequest(
        graph: graph, inputs: [x], queries: [query],
        point: value.map { Environment(values: [x: Tensor($0)]) }))
  }

  /// Numbers stand in places of their own, and what is said below is said by the page.
  @Test func theGraphShowsNumbersAloneAndNothingBelow() {
    var options = FigureOptions()
    options.show.formUnion([.totals, .cost, .check])
    let graph = PageFigure.graphOptions(options, for: derivation(at: 1))
    #expect(graph.show.contains(.valuesApart))
    #expect(graph.show.isDisjoint(with: [.products, .totals, .cost, .check]))
  }

  @Test func derivativesStandAtTheNodesWhereThereAreNumbers() {
    let options = FigureOptions()
    #expect(PageFigure.graphOptions(options, for: derivation(at: 1)).mode == .reverse)
    #expect(PageFigure.graphOptions(options, for: derivation(at: nil)).mode == .none)
    #expect(PageFigure.outlineOptions(options).mode == .reverse)
  }
}
