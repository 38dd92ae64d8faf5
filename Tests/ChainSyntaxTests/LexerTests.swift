import Testing

@Test(arguments: [
  ("a.*b./c.^d", "(product *a .*b ./(.^ c d))"),
  ("a\t+\u{B}b", "(sum +a +b)"),
  ("‖a‖+||b||_1", "(sum +(norm a) +(norm_1 b))"),
  ("f(\"a # b\") # c", "(call f \"a # b\")"),
  ("(a\n\n# between\n+ b)", "(sum +a +b)"),
])
func tokens(_ source: String, _ expected: String) {
  #expect(tree(source) == expected)
}

@Test(arguments: [
  ("(a", "unclosed-bracket"), ("[a, (b]", "mismatched-bracket"), ("a))", "unopened-bracket"),
  ("a } b", "unopened-bracket"), ("f(\"a\n)", "unclosed-quote"), ("a ! b", "unexpected-character"),
  ("_x", "unexpected-character"), ("∑x", "unexpected-character"), ("a @ b", "unexpected-character"),
])
func tokensThatDoNotFit(_ source: String, _ id: String) {
  #expect(tree(source) == "? [\(id)]")
}

@Test func oneFindingAStatementFromItsTokens() {
  #expect(statements("f = $a$ @ b)\ng = 1") == ["f = ?", "g = 1", "[unexpected-character]"])
}
