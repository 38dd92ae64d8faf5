import ChainNotation
import ExpressionGraph
import MathTypesetting
import Testing

@Suite struct ShownSymbolTests {
  private func shown(_ form: TensorForm, inputs: Int = 1) -> ShownDerivative {
    var bench = Workbench()
    let (a, b) = (bench.tensor("A", "m", "m"), bench.tensor("B", "n", "n"))
    let node = bench.einsum("ip,qj->ijpq", a, b)
    return Notation(graph: bench.graph, facts: true).derivative(
      node,
      axes: DerivativeAxes(output: bench.shape(["m", "n"]), inputs: [bench.shape(["m", "n"])]),
      form: DerivativeForm(tensors: form), inputName: .name("X", order: 2))
  }

  private let y = Name("Y", order: 2).formula()
  private let x = Name("X", order: 2).formula()

  @Test func theLeftSideSaysHowTheRightIsWritten() throws {
    let symbols = try TensorForm.allCases.map {
      try #require(shown($0).symbol(of: y, by: [x], isTotal: false)).words
    }
    #expect(symbols == ["∂Yᵢⱼ/∂X_(pq)", "∂ vec Y/(∂ vec X)", "dY"] || symbols.last == "dY")
    #expect(symbols[0].contains("Yᵢⱼ") && symbols[1].contains("vec"))
  }

  @Test func outputsThatAreNoNameStandInBrackets() {
    #expect(shown(.index).symbolText(of: "A*X*B", by: ["X"], sign: "d") == "d(A*X*B)_ij/dX_pq")
    #expect(shown(.differential).symbolText(of: "A*X", by: ["X"], sign: "d") == "d(A*X)")
    #expect(shown(.kronecker).symbolText(of: "Y'", by: ["X"], sign: "∂") == "∂vec Y'/∂vec X")
  }

  @Test func matricesKeepLeibnizsSymbol() {
    var bench = Workbench()
    let a = bench.tensor("A", "m", "n")
    let shown = Notation(graph: bench.graph).derivative(
      a, axes: DerivativeAxes(output: bench.shape(["m"]), inputs: [bench.shape(["n"])]),
      form: .standard, inputName: .name("x", order: 1))
    #expect(shown.symbol(of: y, by: [x], isTotal: true) == nil)
    #expect(shown.symbolText(of: "f", by: ["x", "x"], sign: "∂") == "∂^2f/∂x^2")
  }
}
