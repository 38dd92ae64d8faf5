import ExpressionGraph
import Testing

@Suite struct ProductPatternTests {
  private let i = Label(0)
  private let j = Label(1)
  private let k = Label(2)
  private let m = Dimension(symbol: "m")
  private let n = Dimension(symbol: "n")
  private let p = Dimension(symbol: "p")

  /// C_ik = Σ_j A_ij B_jk.
  private var matrixProduct: ProductPattern {
    ProductPattern(
      factors: [.init(labels: [i, j]), .init(labels: [j, k])], output: [i, k], extents: [m, n, p])
  }

  @Test func whatIsNotInTheOutputIsSummed() {
    #expect(matrixProduct.summed == [j])
    #expect(matrixProduct.shape == Shape([m, p]))
    #expect(!matrixProduct.isScalar)
  }

  @Test func aTraceSumsItsOneLabelOnce() {
    let trace = ProductPattern(factors: [.init(labels: [i, i])], extents: [n])
    #expect(trace.summed == [i] && trace.shape == .scalar)
  }

  @Test func aDeltaHasItsLabelTwiceInTheOutput() {
    let identity = ProductPattern(factors: [], output: [i, i], extents: [n])
    #expect(identity.shape == Shape([n, n]) && identity.summed.isEmpty)
  }

  @Test func labelsAreOrderedByIndex() {
    #expect(i < j && Label(300) > k)
  }

  @Test func aProductWithoutAxesIsScalar() {
    #expect(ProductPattern(factors: [.init(labels: []), .init(labels: [])]).isScalar)
  }
}
