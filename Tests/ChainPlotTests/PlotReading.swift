import ChainDerivation
import ChainDiagnostics
import ChainElaboration
import ChainFigure
import ChainGeometry
import ChainPlot
import ChainScene
import ChainSyntax
import ExpressionGraph
import MathTypesetting
import NumericEvaluation
import Testing

/// The subject of the only plot of a source, with a point inside it.
func subject(_ text: String) throws -> PlotSubject {
  let source = SourceText(name: "test", text)
  let syntax = try #require(parse(source).figures.first)
  let figure = try #require(elaborate(syntax, in: source).figure)
  let plot = try #require(figure.plots.first)
  var environment = Environment(sizes: figure.sizes)
  func number(_ node: NodeID) throws -> Double {
    try #require(Evaluator(figure.graph, roots: [node])(environment)[node]?.scalar)
  }
  let variables = try plot.intervals.map { interval in
    PlotSubject.Variable(
      name: interval.name, range: try number(interval.from)...(try number(interval.to)),
      isInPi: text.contains("pi"))
  }
  for (variable, interval) in zip(variables, plot.intervals) {
    let middle = (variable.range.lowerBound + variable.range.upperBound) / 2
    environment.values[interval.node] = Tensor(middle)
  }
  for row in figure.point { environment.values[row.node] = Tensor(try number(row.value)) }
  let queries = plot.intervals.map {
    DerivativeQuery(
      output: plot.function, inputs: [$0.node], outputName: plot.functionName,
      inputNames: [$0.name])
  }
  let derivation = derive(
    DerivationRequest(
      graph: figure.graph, inputs: figure.inputs, queries: queries, point: environment,
      detail: .functions))
  return PlotSubject(
    derivation: derivation, variables: variables, environment: environment,
    leavesOutArguments: plot.leavesOutArguments, hasPoint: !figure.point.isEmpty,
    options: PlotOptions(
      secants: plot.options.secants, hasTangent: plot.options.hasTangent,
      arrows: plot.options.arrows, levels: plot.options.levels ?? 10))
}

func drawn(
  _ text: String, header: FigureHeader = FigureHeader(),
  _ change: (inout FigureOptions) -> Void = { _ in }
) throws -> (scene: Scene, warnings: [String]) {
  var options = FigureOptions()
  change(&options)
  return try scene(of: subject(text), header: header, options: options, font: MathFont.load())
}

extension Scene {
  /// All texts, in drawing order.
  var texts: [String] { formulas.map(\.layout.text) }

  var formulas: [PlacedFormula] { elements.flatMap(\.formulas) }

  /// The texts of each group of a role.
  func texts(_ role: SceneRole) -> [[String]] {
    elements.flatMap(\.groups).filter { $0.role == role }
      .map { $0.elements.flatMap(\.formulas).map(\.layout.text) }
  }

  /// What each text covers.
  var textBoxes: [Rectangle] {
    formulas.map { formula in
      let (ink, size) = (formula.layout.ink, formula.fontSize)
      return Rectangle(
        minX: formula.origin.x + size * ink.minX, minY: formula.origin.y - size * ink.maxY,
        maxX: formula.origin.x + size * ink.maxX, maxY: formula.origin.y - size * ink.minY)
    }
  }
}

extension SceneElement {
  var formulas: [PlacedFormula] {
    switch self {
    case .formula(let formula): [formula]
    case .group(let group): group.elements.flatMap(\.formulas)
    case .path, .rectangle, .ellipse: []
    }
  }

  var groups: [SceneGroup] {
    guard case .group(let group) = self else { return [] }
    return [group] + group.elements.flatMap(\.groups)
  }
}
