import ChainDiagnostics
import ChainSyntax
import Testing

/// A statement is known by its first word, else by its first = or : outside brackets, else a query.
@Suite struct StatementTests {
  private func kinds(_ text: String) -> [String] {
    parse(SourceText(name: "a", text)).figures[0].statements.map { statement in
      switch statement {
      case .declaration: "declaration"
      case .functionDeclaration: "function"
      case .definition: "definition"
      case .query: "query"
      case .point: "point"
      case .dimensions: "dimensions"
      case .setting: "setting"
      case .plot: "plot"
      }
    }
  }

  @Test(arguments: [
    ("x : R^n", "declaration"), ("f : R -> R", "function"), ("f = x", "definition"),
    ("f(x) = x", "definition"), ("df/dx", "query"), ("grad f", "query"), ("at x = 1", "point"),
    ("where n = 3", "dimensions"), ("set title \"a : b = c\"", "setting"),
    ("plot f, x = 0 .. 1", "plot"), ("f = cases(x == 1, 2, 3)", "definition"),
  ])
  func everyKindIsKnown(source: String, kind: String) {
    #expect(kinds(source) == [kind])
  }

  @Test func rangesCoverTheWholeStatement() {
    let source = SourceText(name: "a", "  f = x + 1  # one\ndf/dx")
    let statements = parse(source).figures[0].statements
    #expect(statements.map { String(source[$0.range]) } == ["f = x + 1", "df/dx"])
  }
}
