import ChainDiagnostics
import ChainSyntax
import Testing

@Suite struct ParserTests {
  @Test func errorsDoNotStopTheRest() {
    let file = parse(SourceText(name: "a", "f = (x\ng = 2*x\nh = *\ndg/dx"))
    #expect(file.figures[0].diagnostics.count == 2)
    #expect(statements("f = (x\ng = 2*x\nh = *\ndg/dx").contains("d^1 g<dg> / x^1<dx>"))
  }

  /// A bracket left open does not take the file with it.
  @Test func anOpenBracketEndsWithItsFigure() {
    let file = parse(SourceText(name: "a", "f = (x\n---\ng = x\ndg/dx"))
    #expect(file.figures.count == 2 && file.figures[1].diagnostics.isEmpty)
  }

  @Test func nestingIsBounded() {
    let depth = 300
    let source =
      "f = " + String(repeating: "(", count: depth) + "x" + String(repeating: ")", count: depth)
    let ids = parse(SourceText(name: "a", source)).figures[0].diagnostics.map(\.id)
    #expect(ids.count == 1)
    let fine =
      "f = " + String(repeating: "(", count: 200) + "x" + String(repeating: ")", count: 200)
    #expect(parse(SourceText(name: "a", fine)).figures[0].diagnostics.isEmpty)
  }

  /// After a thousand errors the rest of a figure is not read.
  @Test func errorsAreBounded() {
    let source = String(repeating: "f = *\n", count: 5_000)
    #expect(parse(SourceText(name: "a", source)).figures[0].diagnostics.count <= 1_001)
  }
}
