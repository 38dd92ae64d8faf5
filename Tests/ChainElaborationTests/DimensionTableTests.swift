import Testing

@Test(arguments: [
  ("where m = 3, n = 2", ["m = 3", "n = 2"]),
  ("where n = 2m\nwhere m = 3", ["m = 3", "n = 6"]),
  ("where m = n, n = 4", ["m = 4", "n = 4"]),
  ("where n = 4, m = n", ["m = 4", "n = 4"]),
  ("where m = n\nat A = [1, 2; 3, 4]", ["m = 2", "n = 2"]),
])
func sizes(_ source: String, _ expected: [String]) {
  let lines = summary("A : R^{m x n}\nf = sum(A)\n" + source)
  #expect(lines.filter { !$0.hasPrefix("d ") && !$0.hasPrefix("at ") } == expected)
}

@Test(arguments: [
  ("A : R^{m x n}\nf = tr(A)\nwhere m = n", "R"),
  ("x : R^m\ny : R^n\nf = x + y\nwhere m = n", "R^n"),
  ("x : R^{m+n}\ny : R^{n+m}\nf = x + y", "R^{m+n}"),
  ("x : R^{2n}\ny : R^m\nf = x + y\nwhere m = 2n", "R^{2n}"),
])
func equalDimensions(_ source: String, _ expected: String) {
  #expect(shape(source) == expected)
}

@Test(arguments: [
  ("where n = 2, n = 3", "wrong-size: `n` and `3` cannot be equal @ n"),
  ("where n = 0", "wrong-size: a dimension is at least 1, this is 0 @ 0"),
  ("where n = 1000000000", "wrong-size: this dimension is too large @ 1000000000"),
  ("where n = n + 1", "wrong-size: `n` and `n+1` cannot be equal @ n"),
])
func sizesThatCannotBe(_ source: String, _ expected: String) {
  #expect(findings("x : R^n\nf = sum(x)\n" + source) == [expected])
}
