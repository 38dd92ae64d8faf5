import ChainDerivation
import ChainDiagnostics
import ChainFigure
import ChainReport
import ExpressionGraph
import NumericEvaluation

/// f = x·x with x at 3, and its derivatives.
func square(
  at point: Double? = 3, title: String? = nil, diagnostics: [Diagnostic] = [], order: Int = 1,
  digits: Int = 4, show: Show = .standard, mode: DerivativeMode = .none,
  isOneVector: Bool = false
) -> FigureReport {
  var graph = ExpressionGraph()
  let x = graph.variable(Variable(name: "x", shape: .scalar, isOneVector: isOneVector))
  let definition = Definition(name: "f", application: nil, parameters: [], serial: 0)
  let f = graph.define(definition, as: graph.scalarProduct([(x, .one), (x, .one)]))
  let query = DerivativeQuery(
    output: f, inputs: Array(repeating: x, count: order), outputName: "f",
    inputNames: Array(repeating: "x", count: order))
  let values = point.map { Environment(values: [x: Tensor(shape: [], data: [$0])]) }
  return FigureReport(
    title: title,
    derivation: derive(
      DerivationRequest(graph: graph, inputs: [x], queries: [query], point: values)),
    diagnostics: diagnostics, source: SourceText(name: "square", "f = x*x\n"), digits: digits,
    show: show, mode: mode)
}

/// y = Σ x, a vector of so many ones.
func sum(of count: Int) -> FigureReport {
  var graph = ExpressionGraph()
  let x = graph.variable(Variable(name: "x", shape: Shape([Dimension(count)])))
  let definition = Definition(name: "y", application: nil, parameters: [], serial: 0)
  let y = graph.define(definition, as: graph.sum([(Number(2), x)]))
  let point = Environment(
    values: [x: Tensor(shape: [count], data: Array(repeating: 1, count: count))])
  let query = DerivativeQuery(output: y, inputs: [x], outputName: "y", inputNames: ["x"])
  return FigureReport(
    title: nil,
    derivation: derive(
      DerivationRequest(graph: graph, inputs: [x], queries: [query], point: point)),
    diagnostics: [], source: SourceText(name: "sum", "y = 2*x\n"))
}

/// y = exp(u) with u = sin(x), vectors of so many entries.
func twoSteps(_ length: Dimension) -> FigureReport {
  var graph = ExpressionGraph()
  let x = graph.variable(Variable(name: "x", shape: Shape([length])))
  func define(_ name: String, _ body: NodeID) -> NodeID {
    graph.define(Definition(name: name, application: nil, parameters: [], serial: 0), as: body)
  }
  let u = define("u", graph.elementwise(.sin, x))
  let y = define("y", graph.elementwise(.exp, u))
  let query = DerivativeQuery(output: y, inputs: [x], outputName: "y", inputNames: ["x"])
  let request = DerivationRequest(graph: graph, inputs: [x], queries: [query], point: nil)
  return FigureReport(
    title: nil, derivation: derive(request), diagnostics: [],
    source: SourceText(name: "two steps", "u = sin(x)\ny = exp(u)\n"),
    show: Show.standard.union(.cost))
}
