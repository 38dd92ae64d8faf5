package import ChainDiagnostics
package import ChainSyntax

/// The meaning of a figure's syntax tree, with every finding at once.
///
/// `overridingPoint` is a figure of point statements read from elsewhere (`--at "t = 0.5"`), with
/// its own source; its values win over the figure's, name by name. Takes time linear in the
/// source and in the instances of functions it asks for.
package func elaborate(
  _ figure: FigureSyntax, in source: SourceText, overridingPoint: FigureSyntax? = nil
) -> Elaboration {
  Elaboration(figure: nil, diagnostics: [], overridingDiagnostics: [])
}
