import ChainDerivation
import ChainDiagnostics
import ChainElaboration
import ChainNotation
import ChainSyntax
import ExpressionGraph
import NumericEvaluation

/// What a derivation has to tell its author, at the places in the source where it arose.
///
/// - Parameter kinks: the nodes at a kink at the point, as the figure's own graph numbers them.
func findings(
  in derivation: Derivation, _ figure: ElaboratedFigure, kinks: [NodeID]
) -> [Diagnostic] {
  let rows = zip(derivation.derivatives, figure.queries)
  let undefined = rows.filter { !derivation.isDefined($0.0) }
  var found = undefined.map { Diagnostic.undefinedDerivative($0.0, at: $0.1.range) }
  if undefined.isEmpty { found += kinks.map { .kink(at: figure.ranges[$0]) } }
  for (row, query) in rows {
    found += checkFindings(row, at: query.range, in: derivation, knowsKinks: !kinks.isEmpty)
  }
  return found
}

/// What the comparison with central differences has to say of one derivative.
private func checkFindings(
  _ row: QueryDerivation, at range: SourceRange, in derivation: Derivation, knowsKinks: Bool
) -> [Diagnostic] {
  if let mismatch = row.check.mismatch {
    return [.failedCheck(row, mismatch, at: range, in: derivation.graph)]
  }
  if row.agrees == false { return [.failedAgreement(row, at: range)] }
  guard derivation.isDefined(row) else { return [] }
  if row.check.skipped == .tooLarge { return [.tooLargeToCheck(row, at: range)] }
  var found: [Diagnostic] = []
  if let skipped = row.check.skipped, let sentence = skipped.sentence(knowsKinks: knowsKinks) {
    found.append(
      .warning(
        "unchecked-point", "\(row.symbol) is not checked at the point", at: range,
        notes: [sentence]))
  }
  if row.check.points == 0, found.isEmpty {
    found.append(
      .warning(
        "unchecked", "no point was found at which \(row.symbol) can be checked", at: range,
        help: "declare what its inputs are, as in `x : R positive`, or give a point with `at`"))
  }
  return found
}

extension Derivation {
  /// Whether a derivative has a finite value at the point, or no point asks for one.
  fileprivate func isDefined(_ row: QueryDerivation) -> Bool {
    value(of: row.total)?.data.allSatisfy(\.isFinite) ?? true
  }
}

extension QueryDerivation {
  /// `df/dt` in backticks, cut where names are very long.
  var symbol: String { "`\(query.symbol)`" }
}

extension DerivativeQuery {
  /// `df/dt`, `d^2f/dx^2`, `d(x'*A*x)/dx`: as in an input, names cut where they are very long.
  var symbol: String {
    let power = inputs.count == 1 ? "" : "^\(inputs.count)"
    let isName = outputName.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    let above = isName ? shortened(outputName) : "(\(shortened(outputName)))"
    let isRepeated = inputs.count > 1 && inputNames.allSatisfy { $0 == inputNames[0] }
    let below =
      isRepeated
      ? "d\(shortened(inputNames[0]))\(power)"
      : inputNames.map { "d" + shortened($0) }.joined(separator: " ")
    return "d\(power)\(above)/\(below)"
  }

  private func shortened(_ name: String) -> String {
    let longest = 24
    let words = name.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
    return words.count > longest ? words.prefix(longest - 1) + "…" : words
  }
}

extension SkipReason {
  /// Why nothing was compared; nil where another finding says so already.
  fileprivate func sentence(knowsKinks: Bool) -> String? {
    switch self {
    case .kink: knowsKinks ? nil : "the point lies on a kink or a jump"
    case .undefined: "the function has no value there"
    case .domainEdge: "the point lies at the edge of where the function is defined"
    case .undefinedDerivative: "the formula of the derivative has no value there"
    case .unreliable: "rounding leaves too few digits to its finite differences there"
    case .incomplete: "the point leaves a value open"
    case .tooLarge: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func kink(at range: SourceRange?) -> Diagnostic {
    .warning(
      "kink", "the point lies on a kink: the derivative shown is a convention", at: range)
  }

  fileprivate static func undefinedDerivative(
    _ row: QueryDerivation, at range: SourceRange
  ) -> Diagnostic {
    .warning(
      "undefined-derivative", "\(row.symbol) has no finite value at the point", at: range,
      help: "choose a point where the function is differentiable")
  }

  fileprivate static func tooLargeToCheck(
    _ row: QueryDerivation, at range: SourceRange
  ) -> Diagnostic {
    .warning(
      "unchecked", "\(row.symbol) is not checked: its finite differences would take too long",
      at: range, help: "give smaller dimensions")
  }

  /// Every way to fail is our own fault, and the author must know that the figure is not drawn.
  private static func failed(
    _ row: QueryDerivation, at range: SourceRange, notes: [String]
  ) -> Diagnostic {
    .error(
      "failed-check", "\(row.symbol) failed its numeric check", at: range, notes: notes,
      help: "this is a fault of chaingraph: please report it with the input")
  }

  fileprivate static func failedCheck(
    _ row: QueryDerivation, _ mismatch: Mismatch, at range: SourceRange, in graph: ExpressionGraph
  ) -> Diagnostic {
    let claimed = DecimalText(mismatch.claimed, digits: 10)
    let measured = DecimalText(mismatch.measured, digits: 10)
    let place = mismatch.position.map { "entry \($0 + 1)" } ?? "the value along a direction"
    return failed(
      row, at: range,
      notes: ["\(place) is \(claimed), but central differences give \(measured)"])
  }

  fileprivate static func failedAgreement(
    _ row: QueryDerivation, at range: SourceRange
  ) -> Diagnostic {
    failed(
      row, at: range,
      notes: ["accumulation over the figure's edges gives another value at the point"])
  }

  static func nothingToDifferentiate(
    _ definition: DefinitionSyntax, in figure: FigureSyntax
  ) -> Diagnostic {
    let name = figure.names[definition.name.id].spelling
    return .error(
      "nothing-to-differentiate", "`\(name)` depends on no input", at: definition.range,
      help: "use an input, as in `\(name) = x^2`, and ask for a derivative, `d \(name) / d x`")
  }
}
