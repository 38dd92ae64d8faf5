import ChainGraph
import Testing

/// A point that breaks what its inputs are declared to be.
@Suite struct PropertyFindingsTests {
  @Test(arguments: [
    ("W : R^{2x2} symmetric", "W = [1, 2; 3, 4]", "symmetric"),
    ("W : R^{2x2} positive definite", "W = [1, 2; 2, 1]", "positive definite"),
    ("W : R^{2x2} positive definite", "W = [2, 1; 0, 2]", "positive definite"),
    ("W : R^{2x2} diagonal", "W = [1, 2; 0, 1]", "diagonal"),
    ("W : R^{2x2} orthogonal", "W = [1, 2; 0, 1]", "orthogonal"),
    ("W : R^{2x2} invertible", "W = [1, 2; 2, 4]", "invertible"),
    ("W : R^2 positive", "W = [1; 0]", "positive"),
    ("W : R positive", "W = -1", "positive"),
  ])
  func isAnErrorAtTheName(_ declaration: String, _ point: String, _ property: String) {
    let document = Document("\(declaration)\nf = sum(W)\ndf/dW\nat \(point)\n")
    #expect(document.figures.isEmpty)
    #expect(
      document.findings.map(\.message) == [
        "`W` is declared \(property), this value is not"
      ])
    #expect(document.findings.first?.line == 4)
  }

  @Test(arguments: [
    ("W : R^{2x2} symmetric", "W = [1, 2; 2, 4]"),
    ("W : R^{2x2} positive definite", "W = [2, 1; 1, 2]"),
    ("W : R^{2x2} diagonal", "W = [1, 0; 0, 0]"),
    ("W : R^{2x2} orthogonal", "W = [0.6, -0.8; 0.8, 0.6]"),
    ("W : R^{2x2} orthogonal", "W = 1/sqrt(2)*[1, -1; 1, 1]"),
    ("W : R^{2x2} invertible", "W = [0, 1; 1, 0]"),
    ("W : R^2 positive", "W = [1; 2]"),
  ])
  func aPointThatKeepsItIsTaken(_ declaration: String, _ point: String) {
    let document = Document("\(declaration)\nf = sum(W)\ndf/dW\nat \(point)\n")
    #expect(document.findings.isEmpty)
    #expect(document.figures.count == 1)
  }

  @Test func aPointFromOutsideIsBlamedItself() {
    let source = "W : R^{2x2} symmetric\nf = sum(W)\ndf/dW\nat W = [1, 2; 2, 4]\n"
    let document = Document(source, point: "W = [1, 2; 3, 4]")
    #expect(document.figures.isEmpty)
    #expect(document.findings.map(\.input) == ["--at"])
  }
}
