import Testing

@Test(arguments: [
  ("0", "0"), ("007", "7"), ("0.5", "5e-1"), (".5", "5e-1"), ("2.", "2"), ("1e-3", "1e-3"),
  ("1E+3", "1e3"), ("12.50", "1250e-2"), ("0.000", "0e-3"), ("1.5e10", "15e9"),
])
func numbersAreExact(_ source: String, _ expected: String) {
  #expect(tree(source) == expected)
}
