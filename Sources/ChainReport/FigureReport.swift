package import ChainDerivation
package import ChainDiagnostics

/// One figure's mathematics with what a report says beside it.
package struct FigureReport: Sendable {
  package let title: String?
  package let derivation: Derivation
  package let diagnostics: [Diagnostic]
  /// The input that the diagnostics' ranges are places in.
  package let source: SourceText

  package init(
    title: String?, derivation: Derivation, diagnostics: [Diagnostic], source: SourceText
  ) {
    self.title = title
    self.derivation = derivation
    self.diagnostics = diagnostics
    self.source = source
  }
}
