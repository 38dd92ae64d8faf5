import ChainDerivation
import ChainDiagnostics
import ChainElaboration
import ExpressionGraph
import NumericEvaluation

/// What a derivation has to tell its author, at the places in the source where it arose.
func findings(in derivation: Derivation, _ figure: ElaboratedFigure) -> [Diagnostic] {
  var found: [Diagnostic] = []
  if let undefined = derivation.undefined {
    found.append(
      .error(
        "undefined-value", undefined.reason.words,
        at: figure.ranges[undefined.node], help: "choose a point where it is defined"))
  }
  for node in derivation.kinks where figure.ranges[node] != nil {
    found.append(
      .warning(
        "kink", "the point lies on a kink: the derivative shown is a convention",
        at: figure.ranges[node]))
  }
  for (row, query) in zip(derivation.derivatives, figure.queries) where row.check.points == 0 {
    found.append(
      .warning(
        "unchecked", "no point was found at which this derivative can be checked",
        at: query.range))
  }
  return found
}

extension UndefinedReason {
  fileprivate var words: String {
    switch self {
    case .singular: "this matrix is singular at the point"
    case .negativeDeterminant: "this matrix has a negative determinant at the point"
    case .divisionByZero, .logOfNonPositive, .rootOfNegative, .outOfDomain, .overflow:
      "this has no value at the point"
    }
  }
}
