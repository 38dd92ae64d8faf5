import ChainDerivation
import ChainDiagnostics
import ChainElaboration
import ChainSyntax
import ExpressionGraph
import NumericEvaluation

/// One figure with its mathematics done, ready to be drawn or reported.
struct PreparedFigure: Sendable {
  let derivation: Derivation
  let settings: FigureSettings
  let point: [(name: String, value: Tensor)]
  let source: SourceText
}

/// A figure, unless something is wrong with it, and what there is to say.
struct Preparation {
  var figure: PreparedFigure?
  var diagnostics: [Diagnostic]
  var pointDiagnostics: [Diagnostic] = []
}

/// From the syntax of one figure to its derivation.
func prepare(
  _ syntax: FigureSyntax, in source: SourceText, settings: FigureSettings,
  overridingPoint: OverridingPoint?
) -> Preparation {
  let elaboration = elaborate(syntax, in: source, overridingPoint: overridingPoint)
  var result = Preparation(
    diagnostics: syntax.diagnostics + elaboration.diagnostics,
    pointDiagnostics: elaboration.overridingDiagnostics)
  guard let elaborated = elaboration.figure, !syntax.diagnostics.containsError else { return result }
  let (merged, problems) = settings.merged(over: elaborated.settings)
  result.diagnostics += problems
  guard !problems.containsError else { return result }
  let derivation = derive(request(for: elaborated, merged))
  result.diagnostics += findings(in: derivation, elaborated)
  guard !result.diagnostics.containsError else { return result }
  result.figure = PreparedFigure(
    derivation: derivation, settings: merged, point: namedPoint(of: elaborated), source: source)
  return result
}

private func request(
  for figure: ElaboratedFigure, _ settings: FigureSettings
) -> DerivationRequest {
  DerivationRequest(
    graph: figure.graph, inputs: figure.inputs,
    queries: figure.queries.map { query in
      DerivativeQuery(
        output: query.output, inputs: query.wrt,
        component: query.heldInputs.last?.component ?? [], outputName: query.outputName,
        inputNames: query.heldInputs.map(\.name))
    },
    point: figure.point.isEmpty ? nil : environment(of: figure), detail: settings.detail,
    pathLimit: settings.pathLimit, seed: settings.seed)
}

private func environment(of figure: ElaboratedFigure) -> Environment {
  var environment = Environment(sizes: figure.sizes)
  let evaluator = Evaluator(
    figure.graph, roots: figure.point.map(\.value), sizes: figure.sizes)
  let values = evaluator(environment)
  for row in figure.point { environment.values[row.node] = values[row.value] }
  return environment
}

private func namedPoint(of figure: ElaboratedFigure) -> [(name: String, value: Tensor)] {
  let environment = environment(of: figure)
  return figure.point.compactMap { row in
    guard let value = environment.values[row.node] else { return nil }
    switch figure.graph.operation(of: row.node) {
    case .variable(let id): return (figure.graph[id].name, value)
    case .definition(let id): return (figure.graph[id].name, value)
    case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
      .literal, .slice, .selector, .choice, .application, .matrixFunction, .reshape, .join, .triangle:
      return nil
    }
  }
}
