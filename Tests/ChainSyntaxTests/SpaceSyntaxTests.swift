import ChainSyntax
import Testing

@Suite struct SpaceSyntaxTests {
  @Test func propertiesAreTheLanguages() {
    #expect(
      Property.allCases.map(\.rawValue) == [
        "symmetric", "positive definite", "diagonal", "orthogonal", "invertible", "positive",
        "constant",
      ])
  }

  @Test func fiveOfThemNeedASquare() {
    #expect(
      Property.allCases.filter(\.needsSquare) == [
        .symmetric, .positiveDefinite, .diagonal, .orthogonal, .invertible,
      ])
  }

  @Test(arguments: [
    ("A : R^{m x n}", "A : R^{m×n}"), ("A ∈ ℝ^{m×n}", "A : R^{m×n}"),
    ("A in R^(m,n)", "A : R^{m×n}"),
  ])
  func spacesHaveSeveralSpellings(source: String, other: String) {
    #expect(statements(source) == statements(other))
  }
}
