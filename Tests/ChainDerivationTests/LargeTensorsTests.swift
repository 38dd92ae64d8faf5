import ChainDerivation
import NumericEvaluation
import Testing

@Suite struct LargeTensorsTests {
  private let layer = """
    x : R^120
    W : R^{100 x 120}
    h = tanh(W*x)
    dh/dW
    at x = 0.01*ones(120), W = 0.5*ones(100, 120)
    """

  /// ∂h_i/∂W_jk = (1 − h_i²) x_k δ_ij, of 1.2 million entries.
  @Test func aLargeJacobianIsKnownByItsNorm() throws {
    let derivation = try Derived(layer, detail: .functions).derivation
    let total = derivation.derivatives[0].total
    #expect(derivation.value(of: total) == nil)
    let summary = try #require(derivation.summary(of: total))
    #expect(summary.shape == [100, 100, 120])
    // tanh(0.6) is 0.537049566998, and √(100·120) is 109.544511501.
    let expected = 109.544511501 * 0.01 * (1 - 0.537049566998 * 0.537049566998)
    #expect(abs(summary.norm - expected) < 1e-9)
  }

  @Test func aLargeDerivativeIsCheckedAlongDirections() throws {
    let check = try Derived(layer, detail: .functions).derivation.derivatives[0].check
    #expect(check.points == 5 && check.passed)
    #expect(check.maxRelativeError < 1e-8)
  }

  @Test func aSmallDerivativeIsWrittenOut() throws {
    let derivation = try Derived(
      "x : R^3\nh = tanh(x)\ndh/dx\nat x = ones(3)", detail: .functions
    ).derivation
    let total = derivation.derivatives[0].total
    #expect(derivation.summary(of: total) == nil)
    #expect(derivation.value(of: total)?.count == 9)
  }
}
