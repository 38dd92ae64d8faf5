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
  let source: SourceText
  /// What was found in this figure; of errors, only a failed check.
  let diagnostics: [Diagnostic]
  /// How the source spells the nodes of the figure that have no name.
  let spellings: [NodeID: String]
  /// Where the figure stands in its input, from 1.
  let number: Int
}

/// A figure, unless something is wrong with it, and what there is to say.
struct Preparation {
  var figure: PreparedFigure?
  var diagnostics: [Diagnostic]
  var pointDiagnostics: [Diagnostic] = []
}

/// A figure's meaning and settings, unless something is wrong with it, and what there is to say.
struct Opening {
  var figure: (elaborated: ElaboratedFigure, settings: FigureSettings)?
  var diagnostics: [Diagnostic]
  var pointDiagnostics: [Diagnostic]
}

/// From the syntax of one figure to its meaning.
func open(
  _ syntax: FigureSyntax, in source: SourceText, settings: FigureSettings,
  overridingPoint: OverridingPoint?
) -> Opening {
  let elaboration = elaborate(syntax, in: source, overridingPoint: overridingPoint)
  let lines = syntax.statements.compactMap { statement -> SettingSyntax? in
    if case .setting(let line) = statement { line } else { nil }
  }
  let (merged, problems) = settings.merged(over: lines)
  let diagnostics = syntax.diagnostics + elaboration.diagnostics + problems
  return Opening(
    figure: diagnostics.containsError ? nil : elaboration.figure.map { ($0, merged) },
    diagnostics: diagnostics, pointDiagnostics: elaboration.overridingDiagnostics)
}

/// From the syntax of one figure to its derivation.
func prepare(
  _ syntax: FigureSyntax, number: Int, in source: SourceText, settings: FigureSettings,
  overridingPoint: OverridingPoint?, isDrawn: Bool
) -> Preparation {
  let opening = open(
    syntax, in: source, settings: settings, overridingPoint: overridingPoint)
  var result = Preparation(
    diagnostics: opening.diagnostics, pointDiagnostics: opening.pointDiagnostics)
  guard let (elaborated, merged) = opening.figure else { return result }
  if elaborated.queries.isEmpty, let plot = elaborated.plots.first {
    result.diagnostics.append(.onlyPlot(at: plot.range))
    return result
  }
  if let problem = FigureSize.finding(
    elaborated, detail: merged.detail, isDrawn: isDrawn)
  {
    result.diagnostics.append(problem)
    return result
  }
  let point = GivenPoint(of: elaborated)
  let broken = point?.brokenProperties(in: elaborated) ?? (figure: [], overriding: [])
  let isSound = broken.figure.isEmpty && broken.overriding.isEmpty
  // A value that breaks a declaration is why the function is undefined there: it is told once.
  result.diagnostics += beforehand(elaborated, isSound ? point : nil, syntax, in: source)
  result.diagnostics += merged.list(.collapse).filter {
    elaborated.definitions(named: $0).isEmpty
  }.map { .warning("unknown-name", "nothing to collapse is called `\($0)`", at: nil) }
  result.diagnostics += broken.figure
  result.pointDiagnostics += broken.overriding
  guard !result.diagnostics.containsError, !result.pointDiagnostics.containsError else {
    return result
  }
  let derivation = derive(request(for: elaborated, at: point, merged))
  result.diagnostics += findings(in: derivation, elaborated, kinks: point?.kinks ?? [])
  result.figure = PreparedFigure(
    derivation: derivation, settings: merged, source: source,
    diagnostics: result.diagnostics.inReadingOrder(),
    spellings: spellings(in: derivation, elaborated, source), number: number)
  return result
}

/// What keeps a figure from being derived although it means something: nothing to differentiate,
/// or no value at the point.
private func beforehand(
  _ figure: ElaboratedFigure, _ point: GivenPoint?, _ syntax: FigureSyntax, in source: SourceText
) -> [Diagnostic] {
  guard !figure.queries.isEmpty else {
    let definitions = syntax.statements.compactMap { statement -> DefinitionSyntax? in
      if case .definition(let definition) = statement { definition } else { nil }
    }
    return definitions.last.map { [.nothingToDifferentiate($0, in: syntax)] } ?? []
  }
  return point?.undefined.map { [.undefinedValue($0, figure, point, in: source)] } ?? []
}

/// What is to be derived of a figure.
func request(
  for figure: ElaboratedFigure, at point: GivenPoint?, _ settings: FigureSettings
) -> DerivationRequest {
  DerivationRequest(
    graph: figure.graph, inputs: figure.inputs,
    queries: figure.queries.map { query in
      DerivativeQuery(
        output: query.output, inputs: query.wrt,
        component: query.heldInputs.last?.component ?? [], outputName: query.outputName,
        inputNames: query.heldInputs.map(\.name))
    },
    point: point?.environment, detail: settings.detail, pathLimit: settings.pathLimit,
    seed: settings.seed, collapsed: settings.list(.collapse).flatMap(figure.definitions))
}

extension ElaboratedFigure {
  /// Definitions of a name, each application of a function one.
  fileprivate func definitions(named name: String) -> [NodeID] {
    graph.nodes(below: queries.map(\.output)).filter { node in
      guard case .definition(let id) = graph.operation(of: node) else { return false }
      return canonicalName(graph[id].name) == canonicalName(name)
    }
  }
}

/// The source text of figure nodes without a name.
///
/// Several nodes may be made for one stretch of the source, as −b and a − b for `a - b`; the last
/// of them is what is written there.
private func spellings(
  in derivation: Derivation, _ figure: ElaboratedFigure, _ source: SourceText
) -> [NodeID: String] {
  var spellings: [NodeID: String] = [:]
  for node in derivation.figure.nodes where node.role == .operation || node.role == .abstract {
    let reference = node.reference
    guard Int(reference.index) < figure.graph.count, let range = figure.ranges[reference],
      figure.ranges[NodeID(index: reference.index + 1)] != range
    else { continue }
    let words = source[range].split { $0 == " " || $0.isNewline || $0 == "\t" }
    spellings[reference] = words.joined(separator: " ")
  }
  return spellings
}
