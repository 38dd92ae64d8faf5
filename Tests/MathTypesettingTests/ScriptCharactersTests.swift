import MathTypesetting
import Testing

/// Seen through linear text, which raises and lowers what Unicode has raised and lowered signs for.
@Suite struct ScriptCharactersTests {
  private func raised(_ script: String) -> String {
    linearText(.superscript(.identifier("x"), readTeX(script).formula))
  }

  private func lowered(_ script: String) -> String {
    linearText(.scripts(base: .identifier("x"), sub: readTeX(script).formula, sup: nil))
  }

  @Test(arguments: [
    ("2", "x²"), ("10", "x¹⁰"), ("-1", "x⁻¹"), ("n", "xⁿ"), ("n+1", "xⁿ⁺¹"), (#"\top"#, "xᵀ"),
    (#"\alpha"#, "xᵅ"),
  ])
  func superscriptsAreRaised(script: String, text: String) {
    #expect(raised(script) == text)
  }

  @Test(arguments: [("1", "x₁"), ("12", "x₁₂"), ("i", "xᵢ"), ("i+1", "xᵢ₊₁"), (#"\beta"#, "xᵦ")])
  func subscriptsAreLowered(script: String, text: String) {
    #expect(lowered(script) == text)
  }

  /// Unicode has no raised q and no lowered b.
  @Test func whatUnicodeLacksIsWrittenOut() {
    #expect(raised("q") == "x^q")
    #expect(lowered("b") == "x_b")
    #expect(!raised("aq").contains("ᵃ"))
  }
}
