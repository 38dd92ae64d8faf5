import ChainDiagnostics
import ChainElaboration
import ExpressionGraph
import NumericEvaluation

extension GivenPoint {
  /// What is wrong with values that lack what is declared of their inputs, in the figure's source
  /// and in the overriding one.
  func brokenProperties(
    in figure: ElaboratedFigure
  ) -> (figure: [Diagnostic], overriding: [Diagnostic]) {
    var found: (figure: [Diagnostic], overriding: [Diagnostic]) = ([], [])
    for row in figure.point {
      guard case .variable(let id) = figure.graph.operation(of: row.node),
        let value = environment.values[row.node],
        let broken = value.brokenProperty(figure.graph[id].properties)
      else { continue }
      let diagnostic = Diagnostic.brokenProperty(broken, of: figure.graph[id], at: row.range)
      if row.isOverriding {
        found.overriding.append(diagnostic)
      } else {
        found.figure.append(diagnostic)
      }
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func brokenProperty(
    _ property: Properties, of input: Variable, at range: SourceRange
  ) -> Diagnostic {
    let word = property.word
    return .error(
      "broken-property", "`\(input.name)` is declared \(word), but is not so at the point",
      at: range, help: "choose a value that is \(word), or declare `\(input.name)` without it")
  }
}

extension Properties {
  /// As a declaration spells it.
  fileprivate var word: String {
    switch self {
    case .symmetric: "symmetric"
    case .positiveDefinite: "positive definite"
    case .diagonal: "diagonal"
    case .orthogonal: "orthogonal"
    case .invertible: "invertible"
    case .positive: "positive"
    case _: "constant"
    }
  }
}
