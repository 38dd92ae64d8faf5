import ChainNotation
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: [
    ("x1", "x_1"), ("x_1", "x_1"), ("x₁", "x_1"), ("x12", "x_{12}"), ("alpha", "\\alpha"),
    ("beta2", "\\beta_2"), ("W_out", "W_{\\text{out}}"), ("loss", "\\text{loss}"), ("x'", "x'"),
    ("x_i_j", "x_{i, j}"), ("Sigma", "\\Sigma"), ("w_alpha", "w_{\\alpha}"),
    ("layer2", "\\text{layer2}"),
    ("x\u{302}", "\\hat{x}"), ("_", "\\_"),
  ])
  func setsNames(name: String, latex: String) {
    #expect(Name(name).latex == latex)
  }

  @Test func partsOfANameAreTold() {
    let name = Identifier("W_out2'")
    #expect(name.stem == "W" && name.subscripts == ["out2"] && name.primes == 1)
    #expect(Identifier("x[1, 2]").subscripts == ["1", "2"])
    #expect(Identifier("loss").isWord && !Identifier("alpha").isWord && !Identifier("x").isWord)
  }
}
