import ChainNotation
import ExpressionGraph
import Testing

struct MatrixReadingTests {
  static let rows: [TensorRow] = [
    TensorRow("inv(W)") { w, t in w.graph.matrixFunction(.inverse, t.W) },
    TensorRow("det(W)") { w, t in w.graph.matrixFunction(.determinant, t.W) },
    TensorRow("inv(W)'") { w, t in w.einsum("ij->ji", w.graph.matrixFunction(.inverse, t.W)) },
    TensorRow("inv(A'*A)") { w, t in
      w.graph.matrixFunction(.inverse, w.einsum("ki,kj->ij", t.A, t.A))
    },
    TensorRow("inv(W)'*v*v'*inv(W)'") { w, t in
      let inverse = w.graph.matrixFunction(.inverse, t.W)
      return w.einsum("ki,k,l,jl->ij", inverse, t.v, t.v, inverse)
    },
    TensorRow("vec(A)", row: "vec(A)'") { w, t in
      w.graph.reshape(t.A, to: Shape([w.shape(["m"]).size * w.shape(["n"]).size]))
    },
    TensorRow("kron(Q, A)") { w, t in
      let m = Dimension(symbol: "m")
      let n = Dimension(symbol: "n")
      return w.graph.reshape(w.einsum("ij,kl->kilj", t.Q, t.A), to: Shape([2 * m, 3 * n]))
    },
    TensorRow("[x; q]", row: "[x; q]'") { w, t in w.graph.join([t.x, t.q], axis: 0) },
    TensorRow("[A, M]") { w, t in w.graph.join([t.A, t.M], axis: 1) },
    TensorRow("triu(A)") { w, t in
      let upper = w.graph.triangle(isUpper: true, shape: w.shape(["m", "n"]))
      return w.einsum("ij,ij->ij", upper, t.A)
    },
    TensorRow("triu(A)'") { w, t in
      let upper = w.graph.triangle(isUpper: true, shape: w.shape(["m", "n"]))
      return w.einsum("ij,ij->ji", upper, t.A)
    },
  ]

  @Test(arguments: rows) func textOfMatrices(row: TensorRow) {
    var bench = Workbench()
    let tensors = Tensors(&bench)
    let node = row.build(&bench, tensors)
    let notation = Notation(graph: bench.graph)
    #expect(notation.phrase(of: node, orientation: .column).text == row.text)
    if let turned = row.row {
      #expect(notation.phrase(of: node, orientation: .row).text == turned)
    }
  }

  /// The plain subset of the language has no `reshape`: a product with 0/1 matrices says it.
  @Test func reshapesAreSpeltAsProducts() {
    var bench = Workbench()
    let u = bench.tensor("u", "6")
    let node = bench.graph.reshape(u, to: bench.shape(["2", "3"]))
    #expect(
      Notation(graph: bench.graph).phrase(of: node).text
        == "einsum(\"i,ij,ik->jk\", u, kron(ones(3, 1), eye(2)), kron(eye(3), ones(2, 1)))")
  }

  /// Only in finished derivatives is the transpose of a symmetric matrix the matrix.
  @Test func symmetricMatricesHaveNoPrimeInDerivatives() {
    var bench = Workbench()
    let S = bench.graph.variable(
      Variable(name: "S", shape: bench.shape(["n", "n"]), properties: .symmetric))
    let x = bench.tensor("x", "n")
    let node = bench.einsum("ij,i->j", S, x)
    let notation = Notation(graph: bench.graph)
    #expect(notation.phrase(of: node, orientation: .column).text == "S'*x")
    #expect(notation.ofDerivatives.phrase(of: node, orientation: .column).text == "S*x")
  }
}
