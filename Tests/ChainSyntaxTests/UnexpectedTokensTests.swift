import ChainDiagnostics
import ChainSyntax
import Testing

@Suite struct UnexpectedTokensTests {
  private func first(_ text: String) -> Diagnostic? {
    parse(SourceText(name: "a", text)).figures.first?.diagnostics.first
  }

  @Test(arguments: [
    ("f = 0,5*x", "decimal-comma"), ("f = a b", "missing-operator"),
    ("f = [1 2]", "missing-operator"),
    ("f = ", "missing-operand"), ("f = x + * y", "missing-operand"),
    ("f = x = y", "unexpected-equals"),
  ])
  func eachHasItsFinding(source: String, id: String) {
    #expect(first(source)?.id == id)
  }

  /// The mend of a decimal comma is the point.
  @Test func theDecimalCommaIsMended() throws {
    let finding = try #require(first("f = 0,5*x"))
    #expect(finding.help.contains { $0.contains("0.5") })
  }

  @Test func marksLieOnWhatIsWrong() throws {
    let source = SourceText(name: "a", "f = x + ) y")
    let range = try #require(parse(source).figures[0].diagnostics.first?.primary?.range)
    #expect(source[range] == ")")
  }
}
