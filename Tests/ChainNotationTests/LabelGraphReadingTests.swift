import ChainNotation
import ExpressionGraph
import Testing

@Suite struct LabelGraphReadingTests {
  static let rows: [TensorRow] = [
    TensorRow("einsum(\"ik,jl->ijkl\", A, B)") { w, t in w.einsum("ik,jl->ijkl", t.A, t.B) },
    TensorRow("einsum(\"j,ik->ijk\", x, eye(m))") { w, t in
      w.einsum("q->iqi", t.x, lengths: ["i": "m"])
    },
    TensorRow("einsum(\"ik,jl->ijkl\", eye(m), eye(n))") { w, t in
      w.einsum("->ijij", lengths: ["i": "m", "j": "n"])
    },
    TensorRow("einsum(\"i,j,k->ijk\", x, x, x)") { w, t in w.einsum("i,j,k->ijk", t.x, t.x, t.x) },
    TensorRow("einsum(\"i,j,k->ijk\", x, x, ones(m))") { w, t in
      w.einsum("i,j->ijk", t.x, t.x, lengths: ["k": "m"])
    },
    TensorRow("c*einsum(\"ij,k->ijk\", A*B, x)") { w, t in
      w.einsum("ij,jk,l->ikl", t.A, t.B, t.x).times(t.c, &w)
    },
    TensorRow("einsum(\"jki->ijk\", T)") { w, t in w.einsum("ijk->kij", t.T) },
    TensorRow("T") { w, t in w.einsum("ijk->ijk", t.T) },
    TensorRow("2*T.*T") { w, t in w.einsum("ijk,ijk->ijk", t.T, t.T, coefficient: "2") },
    TensorRow("einsum(\"ijk->ij\", T)") { w, t in w.einsum("ijk->ij", t.T) },
    TensorRow("einsum(\"ijk,j,k->i\", T, x, x)") { w, t in
      w.einsum("ijk,j,k->i", w.tensor("T", "m", "n", "n"), t.x, t.x)
    },
    TensorRow("einsum(\"li,lj,lk->ijk\", A, A, A)") { w, t in
      w.einsum("pi,pj,pk->ijk", t.A, t.A, t.A)
    },
    TensorRow("sum(W*diag(A*ones(n))*A)") { w, t in
      w.einsum("pi,pj,kp->", t.A, t.A, t.W)
    },
  ]

  @Test(arguments: rows)
  func whatMatricesCannotSayIsSaidByLabels(row: TensorRow) { expectText(of: row) }
}
