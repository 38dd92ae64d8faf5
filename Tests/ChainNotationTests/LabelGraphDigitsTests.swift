import ChainNotation
import ExpressionGraph
import Testing

/// Two axes run through as one, the first faster, as vec stacks columns.
@Suite struct LabelGraphDigitsTests {
  private func text(_ build: (inout Workbench) -> NodeID) -> String {
    var bench = Workbench()
    let node = build(&bench)
    return bench.text(node)
  }

  @Test func aReshapedOuterProductIsAKroneckerProduct() {
    let text = text { w in
      let (x, y) = (w.tensor("x", "m"), w.tensor("y", "n"))
      let outer = w.einsum("i,j->ij", x, y)
      return w.graph.reshape(outer, to: Shape([Dimension(symbol: "m") * Dimension(symbol: "n")]))
    }
    #expect(text == "kron(y, x)" || text == "vec(x*y')")
  }

  @Test func stackedColumnsAreVec() {
    let text = text { w in
      let matrix = w.tensor("A", "m", "n")
      return w.graph.reshape(matrix, to: Shape([Dimension(symbol: "m") * Dimension(symbol: "n")]))
    }
    #expect(text == "vec(A)")
  }

  @Test func vecOfAProductOnBothSidesKeepsItsMatrices() {
    let text = text { w in
      let (a, x, b) = (w.tensor("A", "p", "m"), w.tensor("X", "m", "n"), w.tensor("B", "n", "q"))
      let product = w.einsum("pm,mn,nq->pq", a, x, b)
      return w.graph.reshape(product, to: Shape([Dimension(symbol: "p") * Dimension(symbol: "q")]))
    }
    #expect(text == "vec(A*X*B)")
  }
}
