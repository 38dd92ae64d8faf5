import Testing

@Test(arguments: [
  ("x : R^0", "wrong-size: a dimension is at least 1, this is 0 @ 0"),
  ("x : R^{2-3}", "wrong-size: a dimension is at least 1, this is -1 @ 2-3"),
  ("x : R^{((n+m)^16)^16}", "wrong-size: this dimension is too large @ ((n+m)^16)^16"),
  ("x : R^{n^m}", "unknown-dimension: this is not a dimension @ n^m"),
  ("x : R^{99999999*99999999}", "wrong-size: this dimension is too large @ 99999999*99999999"),
])
func dimensionsThatCannotBe(_ declaration: String, _ expected: String) {
  #expect(findings(declaration + "\nf = sum(x)") == [expected])
}
