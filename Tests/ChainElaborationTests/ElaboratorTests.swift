import Testing

/// Numbers stay exact while they fit.
@Test(arguments: [
  ("0.5", "1/2"), ("1e-3", "1/1000"), ("12.250", "49/4"), ("1/3", "1/3"), ("1e3", "1000"),
  ("9007199254740993", "9007199254740993"), ("1e40", "1e+40"), ("1e-30", "1e-30"),
  ("0.1 + 0.2", "3/10"), ("2/4 - 1/2", "0"), ("-3", "-3"), ("1/3*3", "1"),
])
func numbers(_ expression: String, _ expected: String) {
  #expect(body("f = \(expression) + x\ndf/dx").hasPrefix("(+") || expected == "-3")
  #expect(body("a = \(expression)\nx : R\nd a/dx") == expected)
}

@Test(arguments: [
  ("f(x) = x + y", ["unknown-name"]), ("f(x) = x +", ["missing-operand"]),
  ("f(x) = sin(\ng(x) = x", ["unclosed-bracket"]),
])
func whatCouldNotBeReadIsNotReportedAgain(_ source: String, _ expected: [String]) {
  #expect(findings(source).map { String($0.prefix { $0 != ":" }) } == expected)
}
