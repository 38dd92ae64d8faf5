import ChainNotation
import ExpressionGraph
import Testing

@Test func diagonalsOfProductsHaveFewerPrimes() {
  var bench = Workbench()
  let A = bench.tensor("A", "m", "n")
  let B = bench.tensor("B", "n", "m")
  let C = bench.tensor("C", "m", "n")
  func text(_ node: NodeID) -> String {
    Notation(graph: bench.graph).phrase(of: node, orientation: .column).text
  }
  #expect(text(bench.einsum("ij,ji->i", A, B)) == "diag(A*B)")
  #expect(text(bench.einsum("ij,ij->i", A, C)) == "(A.*C)*ones(n)")
  #expect(text(bench.einsum("ij,ij->", A, C)) == "sum(A.*C)")
}
