import ChainDerivation
import ExpressionGraph
import Testing

@Suite struct ScalarizationTests {
  @Test func smallVectorsAreSplitIntoTheirEntries() throws {
    let derived = try Derived("x : R^2\ny = 2*x\nf = y[1]*y[2]\ndf/dx", detail: .components)
    #expect(derived.names == ["x[1]", "x[2]", "y[1]", "y[2]", "f"])
    #expect(derived.edges.contains("y[1] <- x[1]: 2") && derived.isSound)
  }

  @Test func matricesAreSplitToo() throws {
    let derived = try Derived("X : R^{2 x 2}\nf = det(X)\ndf/dX", detail: .components)
    #expect(derived.names.prefix(4) == ["X[1, 1]", "X[1, 2]", "X[2, 1]", "X[2, 2]"])
    #expect(derived.isSound)
  }

  /// More than sixteen entries stay one node.
  @Test func longVectorsStayWhole() throws {
    let derived = try Derived("x : R^17\nf = x'*x\ndf/dx", detail: .components)
    #expect(derived.names.count == 2 && derived.isSound)
  }

  @Test func theTotalIsThatOfTheWholeVector() throws {
    let source = "x : R^2\nf = x[1]^2 + sin(x[2])\ndf/dx\nat x = [1; 2]"
    #expect(
      try Derived(source, detail: .components).totals == Derived(source, detail: .functions).totals)
  }
}
