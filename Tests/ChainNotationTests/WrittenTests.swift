import ChainNotation
import ExpressionGraph
import Testing

/// Of two ways to write the same, fewer primes win.
@Suite struct WrittenTests {
  static let rows: [TensorRow] = [
    TensorRow("(A*B)'") { w, t in w.einsum("ij,jk->ki", t.A, t.B) },
    TensorRow("B'*W") { w, t in w.einsum("ij,ik->jk", w.tensor("B", "m", "n"), t.W) },
    TensorRow("W'*v", row: "v'*W") { w, t in w.einsum("ij,i->j", t.W, t.v) },
    TensorRow("v'*A*x") { w, t in w.einsum("j,ij,i->", t.x, t.A, t.v) },
    TensorRow("x.^2", row: "(x.^2)'") { w, t in w.einsum("i->i", t.x, exponents: ["2"]) },
    TensorRow("inv(W)'") { w, t in
      w.einsum("ij->ji", w.graph.matrixFunction(.inverse, t.W))
    },
  ]

  @Test(arguments: rows)
  func primesAreFew(row: TensorRow) { expectText(of: row) }
}
