import ChainDerivation
import ChainFigure
import ChainPage
import ExpressionGraph
import MathTypesetting
import NumericEvaluation

/// The page of f, a function of one input, at a point where there is one.
func samplePage(
  shape: Shape = .scalar, properties: Properties = [], at values: [Double]? = [1],
  title: String? = nil, digits: Int = 4,
  _ body: (inout ExpressionGraph, NodeID) -> NodeID
) throws -> String {
  var graph = ExpressionGraph()
  let x = graph.variable(Variable(name: "x", shape: shape, properties: properties))
  let definition = Definition(name: "f", application: nil, parameters: [], serial: 0)
  let whole = body(&graph, x)
  let f = graph.define(definition, as: whole)
  let query = DerivativeQuery(output: f, inputs: [x], outputName: "f", inputNames: ["x"])
  let lengths = shape.dimensions.compactMap(\.known)
  let point = values.map { Environment(values: [x: Tensor(shape: lengths, data: $0)]) }
  let derivation = derive(
    DerivationRequest(graph: graph, inputs: [x], queries: [query], point: point))
  let options = FigureOptions()
  let drawn = try scene(
    of: derivation, options: PageFigure.graphOptions(options, for: derivation),
    font: MathFont.load())
  return page(of: [
    PageFigure(
      scene: drawn.scene,
      outline: outline(
        of: derivation, header: FigureHeader(title: title),
        options: PageFigure.outlineOptions(options)),
      derivation: derivation, digits: digits)
  ])
}

extension String {
  /// What stands between the first `start` and the next `end`.
  func part(from start: String, to end: String) -> String? {
    guard let first = firstRange(of: start),
      let last = self[first.upperBound...].firstRange(of: end)
    else { return nil }
    return String(self[first.upperBound..<last.lowerBound])
  }
}
