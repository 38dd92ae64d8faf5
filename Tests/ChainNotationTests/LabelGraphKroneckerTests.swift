import ChainNotation
import ExpressionGraph
import Testing

@Suite struct LabelGraphKroneckerTests {
  private func kronecker(
    _ output: [String], _ input: [String], _ build: (inout Workbench) -> NodeID
  ) -> String {
    var bench = Workbench()
    let node = build(&bench)
    return Notation(graph: bench.graph, facts: true).derivative(
      node, axes: DerivativeAxes(output: bench.shape(output), inputs: [bench.shape(input)]),
      form: DerivativeForm(tensors: .kronecker), inputName: .name("X", order: 2)
    ).phrase.text
  }

  /// Magnus and Neudecker: vec(AX) = (I ⊗ A) vec X, vec(XB) = (Bᵀ ⊗ I) vec X.
  @Test func aProductOnOneSideHasAnIdentity() {
    let left = kronecker(["p", "n"], ["m", "n"]) { w in
      w.einsum("ip->ijpj", w.tensor("A", "p", "m"), lengths: ["j": "n"])
    }
    #expect(left == "kron(eye(n), A)")
    let right = kronecker(["m", "q"], ["m", "n"]) { w in
      w.einsum("qj->ijiq", w.tensor("B", "n", "q"), lengths: ["i": "m"])
    }
    #expect(right == "kron(B', eye(m))")
  }

  @Test func theIdentityMapIsOneIdentity() {
    let identity = kronecker(["m", "n"], ["m", "n"]) { w in
      w.einsum("->ijij", lengths: ["i": "m", "j": "n"])
    }
    #expect(identity == "eye(m*n)" || identity == "kron(eye(n), eye(m))")
  }

  @Test func aTransposeIsTheCommutationMatrix() {
    let turned = kronecker(["n", "m"], ["m", "n"]) { w in
      w.einsum("->ijji", lengths: ["i": "n", "j": "m"])
    }
    #expect(turned == "K_(m,n)")
  }
}
