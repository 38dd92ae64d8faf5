import ChainDerivation
import ChainDiagnostics
import ChainElaboration
import ChainPlot
import ChainSyntax
import ExpressionGraph
import NumericEvaluation

/// One plot with its mathematics done, ready to be drawn.
struct PreparedPlot: Sendable {
  let subject: PlotSubject
  let settings: FigureSettings
  let source: SourceText
  /// As the source spells it.
  let functionName: String
  /// Among all plots of the input, from 1.
  let number: Int
}

/// The plots of a figure without an error, and what there is to say.
struct PlotPreparation {
  var plots: [PreparedPlot] = []
  var diagnostics: [Diagnostic]
  var pointDiagnostics: [Diagnostic]
}

/// From the syntax of one figure to its plots.
///
/// - Parameter first: the number of its first plot.
func preparePlots(
  _ syntax: FigureSyntax, first: Int, in source: SourceText, settings: FigureSettings,
  overridingPoint: OverridingPoint?
) -> PlotPreparation {
  let opening = open(
    syntax, in: source, settings: settings, overridingPoint: overridingPoint)
  var result = PlotPreparation(
    diagnostics: opening.diagnostics, pointDiagnostics: opening.pointDiagnostics)
  guard let (figure, merged) = opening.figure else { return result }
  for (index, plot) in figure.plots.enumerated() {
    let (subject, found) = prepare(plot, in: figure, merged, source)
    result.diagnostics += found
    guard let subject else { continue }
    result.plots.append(
      PreparedPlot(
        subject: subject, settings: merged, source: source, functionName: plot.functionName,
        number: first + index))
  }
  return result
}

/// A plot is derived as a figure that asks for the function by each of its variables.
private func prepare(
  _ plot: ElaboratedPlot, in figure: ElaboratedFigure, _ settings: FigureSettings,
  _ source: SourceText
) -> (PlotSubject?, [Diagnostic]) {
  let (variables, problems) = variables(of: plot, in: figure)
  guard problems.isEmpty else { return (nil, problems) }
  if let problem = missingValue(in: plot, of: figure) { return (nil, [problem]) }
  let hasRays = plot.options.secants != nil || plot.options.hasTangent
  let needsPoint = hasRays || plot.options.arrows != nil
  var figure = figure
  figure.queries = plot.queries
  let isInside = figure.isPointInside(plot, variables)
  if needsPoint, isInside == false {
    return (nil, [.pointOutsidePlot(at: plot.intervals[0].range)])
  }
  figure.complete(by: variables, of: plot, replacing: isInside != true)
  if let problem = FigureSize.finding(figure, detail: .functions, isDrawn: true) {
    return (nil, [problem])
  }
  let point = GivenPoint(of: figure)
  if needsPoint, let problem = point?.problem(of: plot, in: figure, source) {
    return (nil, [problem])
  }
  var settings = settings
  settings[.detail] = Detail.functions.rawValue
  let derivation = derive(request(for: figure, at: point, settings))
  let found = needsPoint ? findings(in: derivation, figure, kinks: []) : []
  guard !found.containsError, let environment = point?.environment else { return (nil, found) }
  let subject = PlotSubject(
    derivation: derivation, variables: variables, environment: environment,
    leavesOutArguments: plot.leavesOutArguments, hasPoint: isInside == true,
    options: PlotOptions(
      secants: plot.options.secants, hasTangent: plot.options.hasTangent,
      arrows: plot.options.arrows, levels: plot.options.levels ?? 10))
  guard subject.isDefinedSomewhere else {
    return (nil, found + [.undefinedPlot(plot, at: plot.intervals[0].range)])
  }
  return (subject, found)
}

/// The variables with the numbers between which they run, and what is wrong with those.
private func variables(
  of plot: ElaboratedPlot, in figure: ElaboratedFigure
) -> ([PlotSubject.Variable], [Diagnostic]) {
  let bounds = plot.intervals.flatMap { [$0.from, $0.to] }
  let values = Evaluator(figure.graph, roots: bounds, sizes: figure.sizes)(
    Environment(sizes: figure.sizes))
  var variables: [PlotSubject.Variable] = []
  var problems: [Diagnostic] = []
  for interval in plot.intervals {
    guard let lower = values[interval.from]?.scalar, let upper = values[interval.to]?.scalar,
      lower.isFinite, upper.isFinite
    else {
      problems.append(.boundWithoutValue(at: interval.range))
      continue
    }
    guard upper - lower > 1e-9 * max(abs(lower), abs(upper)), (upper - lower).isFinite else {
      problems.append(.emptyInterval(interval.name, isReversed: upper < lower, at: interval.range))
      continue
    }
    let isInPi = figure.graph.nodes(below: [interval.from, interval.to])
      .contains { figure.graph.operation(of: $0) == .pi }
    variables.append(
      PlotSubject.Variable(name: interval.name, range: lower...upper, isInPi: isInPi))
  }
  return (variables, problems)
}

/// What keeps the function from having numbers as values.
private func missingValue(in plot: ElaboratedPlot, of figure: ElaboratedFigure) -> Diagnostic? {
  let held = Set(plot.intervals.map(\.node))
  let evaluator = Evaluator(
    figure.graph, roots: [plot.function], held: held, sizes: figure.sizes)
  if let function = evaluator.functions.first {
    return .plotOfAbstract(function.name, at: plot.functionRange)
  }
  let given = held.union(figure.point.map(\.node))
  let needed = figure.graph.nodes(below: [plot.function], isLeaf: given.contains)
  for input in needed where !given.contains(input) {
    guard case .variable(let id) = figure.graph.operation(of: input) else { continue }
    return .plotNeedsValue(
      plot.functionName, figure.graph[id].name,
      canRun: figure.graph.isScalar(input)
        && plot.intervals.count < 2, at: plot.functionRange)
  }
  guard evaluator.isResolved(plot.function) else {
    return .plotNeedsSizes(plot.functionName, at: plot.functionRange)
  }
  let samples = plot.intervals.count == 1 ? 2_000 : 17_000
  guard evaluator.entryCount * samples <= FigureSize.plotWork else {
    return .plotTooLarge(plot.functionName, at: plot.functionRange)
  }
  return nil
}

extension ElaboratedPlot {
  /// The function by each variable.
  fileprivate var queries: [ElaboratedQuery] {
    intervals.map { interval in
      ElaboratedQuery(
        output: function, outputName: functionName,
        heldInputs: [HeldInput(node: interval.node, component: nil, name: interval.name)],
        isPartial: intervals.count > 1, range: range)
    }
  }
}

extension ElaboratedFigure {
  /// Whether the point lies in what is plotted; nil if none gives all variables a value.
  fileprivate func isPointInside(
    _ plot: ElaboratedPlot, _ variables: [PlotSubject.Variable]
  ) -> Bool? {
    let roots = plot.intervals.compactMap { interval in
      point.first { $0.node == interval.node }?.value
    }
    guard roots.count == variables.count else { return nil }
    let values = Evaluator(graph, roots: roots, sizes: sizes)(Environment(sizes: sizes))
    return zip(variables, roots).allSatisfy { variable, root in
      values[root]?.scalar.map(variable.range.contains) ?? false
    }
  }

  /// Puts the point into the middle of what is plotted, where it has no place there yet.
  fileprivate mutating func complete(
    by variables: [PlotSubject.Variable], of plot: ElaboratedPlot, replacing: Bool
  ) {
    for (variable, interval) in zip(variables, plot.intervals) {
      if point.contains(where: { $0.node == interval.node }), !replacing { continue }
      let middle =
        variable.range.lowerBound
        + (variable.range.upperBound - variable.range.lowerBound) / 2
      point.removeAll { $0.node == interval.node }
      point.append(
        PointValue(
          node: interval.node, value: graph.number(Number(middle)), range: interval.range,
          isOverriding: false))
    }
  }
}

extension GivenPoint {
  /// What keeps a plot from showing a derivative at the point.
  fileprivate func problem(
    of plot: ElaboratedPlot, in figure: ElaboratedFigure, _ source: SourceText
  ) -> Diagnostic? {
    if let undefined { return .undefinedValue(undefined, figure, self, in: source) }
    return kinks.isEmpty ? nil : .kinkInPlot(plot.functionName, at: plot.functionRange)
  }
}
