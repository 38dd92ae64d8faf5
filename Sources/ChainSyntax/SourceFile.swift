package import ChainDiagnostics

/// What a source says, figure by figure.
package struct SourceFile: Sendable {
  package let source: SourceText
  /// Without those that hold neither statement nor finding.
  package let figures: [FigureSyntax]
  /// Findings about the file as a whole.
  package let diagnostics: [Diagnostic]

  package init(source: SourceText, figures: [FigureSyntax], diagnostics: [Diagnostic]) {
    self.source = source
    self.figures = figures
    self.diagnostics = diagnostics
  }
}

/// One figure of a source: the statements between two `---` lines, which share names with no
/// other figure.
package struct FigureSyntax: Sendable {
  package let statements: [Statement]
  package let expressions: ExpressionArena
  package let names: NameTable
  package let diagnostics: [Diagnostic]
  /// Whether a statement was dropped whole: an unknown name may have been its.
  package let hasLostStatement: Bool
  package let range: SourceRange

  package init(
    statements: [Statement], expressions: ExpressionArena, names: NameTable,
    diagnostics: [Diagnostic], hasLostStatement: Bool, range: SourceRange
  ) {
    self.statements = statements
    self.expressions = expressions
    self.names = names
    self.diagnostics = diagnostics
    self.hasLostStatement = hasLostStatement
    self.range = range
  }
}
