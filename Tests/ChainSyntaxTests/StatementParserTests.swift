import ChainDiagnostics
import ChainSyntax
import Testing

@Test func statementsAreReadInOrder() {
  let source = "\u{FEFF}# a figure\r\nx(t) = t^2\r\n\r\ndx/dt\r\nat t = 1\r\n"
  #expect(statements(source) == ["x(t) = (^ t 2)", "d^1 x<dx> / t^1<dt>", "at t = 1"])
}

@Test func statementsKnowTheirPlace() {
  let source = SourceText(name: "a", "f = x\n  df/dx  # ask\nset title A b # c\n")
  let ranges = parse(source).figures[0].statements.map { source[$0.range] }
  #expect(ranges == ["f = x", "df/dx", "set title A b"])
}

@Test func figuresShareNothing() {
  let file = parse(SourceText(name: "a", "a = 1\n---\nb = (2\n  ---  \n\n---\nc = 3"))
  #expect(file.figures.map { $0.names.entries.map(\.spelling) } == [["a"], ["b"], ["c"]])
  #expect(file.figures.map { $0.diagnostics.count } == [0, 1, 0])
}

@Test func damagedStatementsKeepTheirNames() {
  #expect(statements("f = (a\ng = f") == ["f = ?", "g = f", "[unclosed-bracket]"])
  #expect(statements("x : R^{\ny = x") == ["x : ?", "y = x", "[unclosed-bracket]"])
  #expect(statements("at x = 1, y = ") == ["at x = 1", "[missing-operand]"])
}

@Test func onlyStatementsWithoutANameAreLost() {
  let lost = { (text: String) in parse(SourceText(name: "a", text)).figures[0].hasLostStatement }
  #expect(!lost("f = *"))
  #expect(lost("2 = 3"))
}

@Test func mistakesDoNotCascade() {
  #expect(statements("f = a +\n b\ng = 1") == ["f = ?", "g = 1", "[missing-operand]"])
  #expect(statements("f = $a$ + $b$") == ["f = ?", "[unexpected-character]"])
  #expect(statements("f = ((1 2) 3 4") == ["f = ?", "[unclosed-bracket]"])
}
