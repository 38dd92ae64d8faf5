package import ChainDiagnostics
package import ChainSyntax

/// The meaning of a figure's syntax tree, with every finding at once.
///
/// The values of `overridingPoint` (`--at "t = 0.5"`) win over the figure's, name by name. Takes
/// time linear in the source and in the instances of functions it asks for.
package func elaborate(
  _ figure: FigureSyntax, in source: SourceText, overridingPoint: OverridingPoint? = nil
) -> Elaboration {
  let names = Names(figure, givenBy: overridingPoint?.figure)
  let order = DefinitionOrder(names, figure)
  let beforehand = names.diagnostics + order.diagnostics
  var first: Attempt?
  for reading in Reading.all {
    if let first, !reading.canMend(first) { continue }
    let attempt = Attempt(
      figure, source, names, order, reading: reading, overridingPoint: overridingPoint)
    first = first ?? attempt
    guard attempt.isSound else { continue }
    first = attempt
    break
  }
  guard let result = first else {
    return Elaboration(figure: nil, diagnostics: [], overridingDiagnostics: [])
  }
  let diagnostics = (beforehand + result.diagnostics).inReadingOrder()
  let isSound =
    !diagnostics.containsError && !result.overridingDiagnostics.containsError
    && !figure.diagnostics.containsError
  return Elaboration(
    figure: isSound ? result.figure : nil, diagnostics: diagnostics,
    overridingDiagnostics: result.overridingDiagnostics.inReadingOrder())
}

/// A way to read what a figure leaves open.
///
/// The first that leads to no error is taken; if none
/// does, the errors of the first are reported.
private struct Reading {
  /// Whether a dimension of known length is that length in every shape, as where R^n is added to
  /// a vector written out; else it keeps its name.
  let usesLengths: Bool
  /// Whether an undeclared input is a vector where its use suggests it, as `b` in `A*x + b`; else
  /// it is R wherever that fits.
  let wishesByUse: Bool

  static let all = [
    Reading(usesLengths: false, wishesByUse: true),
    Reading(usesLengths: true, wishesByUse: true),
    Reading(usesLengths: false, wishesByUse: false),
    Reading(usesLengths: true, wishesByUse: false),
  ]

  /// Whether this reading can differ from the first.
  func canMend(_ first: Attempt) -> Bool {
    (!usesLengths || first.hasLengths) && (wishesByUse || first.hasWishes)
      && (usesLengths || !wishesByUse)
  }
}

/// What one reading of a figure comes to.
private struct Attempt {
  let figure: ElaboratedFigure?
  let diagnostics: [Diagnostic]
  let overridingDiagnostics: [Diagnostic]
  let hasLengths: Bool
  let hasWishes: Bool

  var isSound: Bool {
    !diagnostics.containsError && !overridingDiagnostics.containsError
  }

  /// At most so many times, uses of inputs whose shape became known may make more known.
  private static let passLimit = 32

  init(
    _ figure: FigureSyntax, _ source: SourceText, _ names: Names, _ order: DefinitionOrder,
    reading: Reading, overridingPoint: OverridingPoint?
  ) {
    var shapes: [Int: Space] = [:]
    var pass = Pass(
      figure, source, names, order, usesLengths: reading.usesLengths,
      wishesByUse: reading.wishesByUse, overridingPoint: overridingPoint)
    var result = pass.run(shapes: shapes)
    for _ in 0..<Self.passLimit where !pass.elaborator.wishes.isEmpty {
      shapes.merge(pass.elaborator.wishes) { known, _ in known }
      pass = Pass(
        figure, source, names, order, usesLengths: reading.usesLengths,
        wishesByUse: reading.wishesByUse, overridingPoint: overridingPoint)
      result = pass.run(shapes: shapes)
    }
    self.figure = result
    diagnostics = pass.elaborator.diagnostics
    overridingDiagnostics = pass.overridingDiagnostics
    hasLengths = !pass.elaborator.dimensions.sizes.isEmpty
    hasWishes = !shapes.isEmpty
  }
}
