import ChainNotation
import ExpressionGraph
import Testing

@Suite struct IndexLettersTests {
  private func text(
    _ node: NodeID, _ bench: Workbench, _ output: [String], _ input: [String]
  ) -> (symbol: String, phrase: String) {
    let shown = Notation(graph: bench.graph, facts: true).derivative(
      node, axes: DerivativeAxes(output: bench.shape(output), inputs: [bench.shape(input)]),
      form: .standard, inputName: .name("X", order: 2))
    return (shown.symbolText(of: "Y", by: ["X"], sign: "∂"), shown.phrase.text)
  }

  /// i j for the output, p q for the input.
  @Test func outputAndInputHaveLettersOfTheirOwn() {
    var bench = Workbench()
    let (a, b) = (bench.tensor("A", "m", "m"), bench.tensor("B", "n", "n"))
    let (symbol, phrase) = text(
      bench.einsum("ip,qj->ijpq", a, b), bench, ["m", "n"], ["m", "n"])
    #expect(symbol == "∂Y_ij/∂X_pq" && phrase == "A_ip B_qj")
  }

  @Test func namesOfTheFormulaAreNoLetters() {
    var bench = Workbench()
    let (p, b) = (bench.tensor("p", "m", "m"), bench.tensor("B", "n", "n"))
    let (symbol, phrase) = text(
      bench.einsum("ik,lj->ijkl", p, b), bench, ["m", "n"], ["m", "n"])
    #expect(!symbol.contains("p") && phrase.contains("p_"))
  }

  @Test func sumsHaveLettersThatNothingElseHas() {
    var bench = Workbench()
    let (a, c) = (bench.tensor("A", "m", "k", "r"), bench.tensor("C", "r", "n", "k"))
    let (symbol, sum) = text(
      bench.einsum("aks,sbt->abkt", a, c), bench, ["m", "n"], ["k", "k"])
    #expect(symbol == "∂Y_ij/∂X_pq" && sum == "Σ_k A_ipk C_kjq")
  }
}
