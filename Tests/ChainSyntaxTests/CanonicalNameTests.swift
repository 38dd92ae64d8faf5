import ChainSyntax
import Testing

@Suite struct CanonicalNameTests {
  @Test(arguments: [
    ("x", "x"), ("α", "alpha"), ("x₁", "x_1"), ("x_1", "x_1"), ("x₁₂", "x_12"), ("α₁", "alpha_1"),
    ("x_{12}", "x_12"), ("W_α", "W_alpha"), ("xᵢⱼ", "x_ij"), ("Σ", "Sigma"), ("ϕ", "varphi"),
    ("\u{2126}", "Omega"), ("µ", "mu"),
  ])
  func greekAndSubscriptsAreASCII(spelling: String, name: String) {
    #expect(canonicalName(spelling) == name)
  }

  @Test func theFormOfAFormIsItself() {
    for spelling in ["α₁", "x_{12}", "W_out", "ΔΘ"] {
      let name = canonicalName(spelling)
      #expect(canonicalName(name) == name)
    }
  }

  /// x1 is not x_1: the two in one figure are warned of instead.
  @Test func digitsBehindALetterStay() {
    #expect(canonicalName("x1") == "x1" && canonicalName("x1") != canonicalName("x₁"))
  }
}
