import ExpressionGraph
import Testing

private let m = Dimension(symbol: "m")
private let n = Dimension(symbol: "n")

@Test func polynomialsAreComparedInNormalForm() {
  #expect(m + n == n + m)
  #expect(m * n == n * m)
  #expect((m + n) * (m + n) == m * m + Dimension(2) * m * n + n * n)
  #expect(m + Dimension(0) == m)
  #expect(m + Dimension(-1) * m == Dimension(0))
}

@Test(arguments: [
  (Dimension(3), "3"), (m, "m"), (m + n, "m+n"), (Dimension(2) * n, "2n"), (m * n, "m*n"),
  (n + Dimension(1), "n+1"), (m * m + Dimension(-1) * n, "m*m-n"),
])
func dimensionsAreSpeltAsDeclared(dimension: Dimension, expected: String) {
  #expect(dimension.description == expected)
}

@Test func substitutionGivesLengths() {
  let lengths = ["m": Dimension(2), "n": Dimension(5)]
  #expect((m + Dimension(2) * n).substituting { lengths[$0] }.known == 12)
  #expect((m * n).substituting { $0 == "m" ? Dimension(3) : nil } == Dimension(3) * n)
  #expect((m + n).known == nil)
  #expect((m * n + m).symbols == ["m", "n"])
}

@Test(arguments: [
  (Shape.scalar, "R"), (Shape([Dimension(3)]), "R^3"), (Shape([n]), "R^n"),
  (Shape([m, n]), "R^{m×n}"), (Shape([m + n]), "R^{m+n}"),
])
func shapesAreSpeltAsInTheLanguage(shape: Shape, expected: String) {
  #expect(shape.description == expected)
}

@Test func entryCountsAreKnownOnlyWithoutSymbolsAndOverflow() {
  #expect(Shape([Dimension(2), Dimension(3)]).entryCount == 6)
  #expect(Shape.scalar.entryCount == 1)
  #expect(Shape([n]).entryCount == nil)
  let huge = Dimension(1 << 40)
  #expect(Shape([huge, huge]).entryCount == nil)
}
