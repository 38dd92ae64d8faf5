import ChainDerivation
import ExpressionGraph
import NumericEvaluation
import Testing

/// One expression seen at three levels of detail has one derivative.
@Suite struct ViewTests {
  private let source = """
    x : R^2
    A : R^{2 x 2}
    r = A*x
    f = r'*r
    df/dx
    at x = [1; 2], A = [1, 0; 2, 1]
    """

  @Test func everyDetailHasTheSameTotal() throws {
    // r = (1, 4), so 2 rᵀA = (2 + 16, 8).
    for detail in [Detail.functions, .components, .operations] {
      let derived = try Derived(source, detail: detail)
      let total = derived.derivation.value(of: derived.derivation.derivatives[0].total)
      #expect(total?.data == [18, 8] && derived.isSound)
    }
  }

  @Test func finerDetailHasMoreNodes() throws {
    let counts = try [Detail.functions, .operations, .components].map {
      try Derived(source, detail: $0).figure.nodes.count
    }
    #expect(counts[0] == 4 && counts[2] > counts[0] && counts[1] >= counts[0])
  }

  @Test func definitionsAreShownOnlyAsFarAsTheyAreUsed() throws {
    let derived = try Derived("a = x^2\nunused = sin(x)\nf = 3*a\ndf/dx", detail: .functions)
    #expect(derived.names == ["x", "a", "f"])
  }
}
