package import ChainDerivation
package import ChainDiagnostics
package import ChainFigure
package import ChainNotation
package import ExpressionGraph

/// One figure's mathematics with what a report says beside it.
package struct FigureReport: Sendable {
  package let title: String?
  package let derivation: Derivation
  package let diagnostics: [Diagnostic]
  /// The input that the diagnostics' ranges are places in.
  package let source: SourceText
  /// How the source spells nodes that have no name.
  package let spellings: [NodeID: String]

  /// Significant digits of numbers in text.
  package let digits: Int
  /// What text says beside the totals and their checks.
  package let show: Show
  /// Which total derivatives text lists for every node.
  package let mode: DerivativeMode
  /// How derivatives are written in text and LaTeX; never what their numbers are.
  package let form: DerivativeForm

  package init(
    title: String?, derivation: Derivation, diagnostics: [Diagnostic], source: SourceText,
    spellings: [NodeID: String] = [:], digits: Int = 4, show: Show = .standard,
    mode: DerivativeMode = .none, form: DerivativeForm = .standard
  ) {
    self.title = title
    self.derivation = derivation
    self.diagnostics = diagnostics
    self.source = source
    self.spellings = spellings
    self.digits = digits
    self.form = form
    self.show = show
    self.mode = mode
  }
}
