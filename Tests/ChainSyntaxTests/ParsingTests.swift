import ChainDiagnostics
import ChainSyntax
import Testing

private func ids(_ text: String) -> [String] {
  ids(SourceText(name: "a", text))
}

private func ids(_ source: SourceText) -> [String] {
  let file = parse(source)
  return file.figures.flatMap(\.diagnostics).map(\.id) + file.diagnostics.map(\.id)
}

@Test(arguments: [
  ("f = ", "(", 1_000_000, "", "too-deep"),
  ("f = ", "[(", 500_000, "", "too-deep"),
  ("", "(\n", 100_000, "", "too-deep"),
  ("", ")", 1_000_000, "", "unopened-bracket"),
  ("f = ", "1", 1_000_000, "", "number-too-long"),
  ("f = 1e", "1", 100_000, "", "exponent-out-of-range"),
  ("f = ", "a", 100_000, "", "name-too-long"),
  ("f = ", "-", 100_000, "x", "too-deep"),
  ("f = x", "'", 100_000, "", "too-deep"),
  ("f = x", "^x", 100_000, "", "too-deep"),
  ("f = ", "√", 100_000, "x", "too-deep"),
  ("f = ", "‖", 100_000, "x", "too-deep"),
  ("f = x", "[1]", 100_000, "", "too-deep"),
  ("f = x", "²", 100_000, "", "malformed-superscript"),
  ("x : R^{", "-", 100_000, "1}", "too-deep"),
  ("f = 1", "+1", 600_000, "", "statement-too-long"),
])
func hostileInputEndsInOneFinding(
  _ start: String, _ middle: String, _ count: Int, _ end: String, _ id: String
) {
  #expect(ids(start + String(repeating: middle, count: count) + end) == [id])
}

@Test func aDeepTreeIsRefusedAndALongOneRead() {
  let deep = { (count: Int) in
    String(repeating: "(", count: count) + "x" + String(repeating: ")", count: count)
  }
  #expect(ids("f = " + deep(256)).isEmpty)
  #expect(ids("f = " + deep(257)) == ["too-deep"])
  let sum = "f = x" + String(repeating: " + 2*x", count: 100_000)
  let figure = parse(SourceText(name: "a", sum)).figures[0]
  #expect(figure.diagnostics.isEmpty)
  #expect(figure.expressions.nodes.map(\.depth).max() == 3)
}

@Test func manyDefinitionsAreRead() {
  let source = (0..<10_000).map { "v\($0 + 1) = sin(v\($0)) + 2*x\n" }.joined()
  #expect(parse(SourceText(name: "a", source)).figures[0].statements.count == 10_000)
}

@Test func bytesThatAreNoTextAreFindings() {
  #expect(ids(SourceText(name: "a", bytes: [0x66, 0x3D, 0xFF, 0x31, 0xFE])) == ["invalid-utf8"])
  #expect(ids("f = 1\0") == ["nul-byte"])
  #expect(
    ids(SourceText(name: "a", bytes: [UInt8](repeating: 0x23, count: 17 << 20)))
      == ["source-too-large"])
}

@Test func aSourceWithoutStatementsIsAFinding() {
  #expect(ids("") == ["empty-source"])
  #expect(ids("# only a comment\n---\n") == ["empty-source"])
}

@Test func manyFindingsAreCutShort() {
  let figures = parse(SourceText(name: "a", String(repeating: "x+\n", count: 100_000))).figures
  #expect(figures[0].diagnostics.count == 1000)
}

@Test func aPointIsReadWithoutItsKeyword() {
  let figure = parsePoint(SourceText(name: "--at", "t = 0.5, x = [1; 2]"))
  let text = TreeText(expressions: figure.expressions, names: figure.names)
  #expect(figure.statements.map { text.text($0) } == ["at t = 5e-1, x = [1; 2]"])
  #expect(parsePoint(SourceText(name: "--at", "0.5")).diagnostics.map(\.id) == ["missing-name"])
}
