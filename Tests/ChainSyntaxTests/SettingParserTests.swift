import Testing

@Test(arguments: [
  ("set title \"The chain rule\"", "set title «The chain rule»"),
  ("set size 12x8cm", "set size «12x8cm»"),
  ("set show jacobians,values # both", "set show «jacobians,values»"),
  ("set title \"a # b\" # c", "set title «a # b»"),
  ("set title \"say \\\"x\\\": $\\frac{a}{b}$\"", "set title «say \"x\": $\\frac{a}{b}$»"),
  ("set title f(x", "set title «f(x»"),
  ("set transparent", "set transparent «»"),
])
func settings(_ source: String, _ expected: String) {
  #expect(statements(source) == [expected])
}
