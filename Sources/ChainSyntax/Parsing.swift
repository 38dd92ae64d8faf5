package import ChainDiagnostics

/// Reads a source; what is wrong is told in the diagnostics of each figure.
///
/// Never fails. Linear in the size of the source. At most 256 brackets may be open at once.
package func parse(_ source: SourceText) -> SourceFile {
  guard !source.isTooLarge else {
    return SourceFile(source: source, figures: [], diagnostics: [.tooLarge()])
  }
  let figures = figureRanges(of: source).filter { !isBlank(source, $0) }.map { range in
    let parser = Parser(source, range)
    return parser.figure()
  }
  let kept = figures.filter { !$0.statements.isEmpty || !$0.diagnostics.isEmpty }
  return SourceFile(
    source: source, figures: kept, diagnostics: kept.isEmpty ? [.emptySource(at: source.start)] : []
  )
}

/// Reads the values of a point without its `at`: `t = 0.5, x = [1; 2]`.
///
/// The figure holds one point statement.
package func parsePoint(_ source: SourceText) -> FigureSyntax {
  let parser = Parser(source, source.range)
  parser.readStatement()
  // The place of the keyword, so that a point reads the same with and without it.
  let start = SourceRange(source.start, source.start)
  parser.tokens.insert(Token(.end, start), at: 0)
  parser.statementRange = source.range
  parser.point()
  return FigureSyntax(
    statements: parser.statements, expressions: parser.expressions, names: parser.lexer.names,
    diagnostics: parser.lexer.diagnostics, hasLostStatement: false, range: source.range)
}

/// An expression that stands alone.
package struct ExpressionFragment: Sendable {
  package let root: ExpressionID
  package let expressions: ExpressionArena
  package let names: NameTable
  package let diagnostics: [Diagnostic]
}

/// Reads one expression, without any statement around it.
package func parseExpression(_ source: SourceText) -> ExpressionFragment {
  let parser = Parser(source, source.range)
  parser.readStatement()
  let root = parser.attempt { parser throws(SyntaxError) in
    let root = try parser.expression()
    try parser.expectEnd()
    return root
  }
  let id = root ?? parser.missingExpression(at: source.range)
  return ExpressionFragment(
    root: id, expressions: parser.expressions, names: parser.lexer.names,
    diagnostics: parser.lexer.diagnostics)
}

/// The stretches between lines of just `---`.
func figureRanges(of source: SourceText) -> [SourceRange] {
  var ranges: [SourceRange] = []
  var start = source.start
  for line in source.lineNumber(of: start)...source.lineNumber(of: source.range.end) {
    let range = source.range(ofLine: line)
    guard isSeparator(source.bytes[range.start..<range.end]) else { continue }
    ranges.append(SourceRange(start, range.start))
    start = range.end
  }
  return ranges + [SourceRange(start, source.range.end)]
}

private func isBlank(_ source: SourceText, _ range: SourceRange) -> Bool {
  source.bytes[range.start..<range.end].allSatisfy { 9...13 ~= $0 || $0 == 0x20 }
}

private func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
  guard let first = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
  guard line[first...].starts(with: "---".utf8) else { return false }
  return line[(first + 3)...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
}
