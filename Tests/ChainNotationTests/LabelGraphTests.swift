import ChainNotation
import ExpressionGraph
import Testing

/// Products by labels for which matrix notation has words.
@Suite struct LabelGraphTests {
  static let rows: [TensorRow] = [
    TensorRow("A*x", row: "(A*x)'") { w, t in w.einsum("ij,j->i", t.A, t.x) },
    TensorRow("A'*v", row: "v'*A") { w, t in w.einsum("ij,i->j", t.A, t.v) },
    TensorRow("A*B") { w, t in w.einsum("ij,jk->ik", t.A, t.B) },
    TensorRow("(A*B)'") { w, t in w.einsum("ij,jk->ki", t.A, t.B) },
    TensorRow("A'") { w, t in w.einsum("ij->ji", t.A) },
    TensorRow("x'*y") { w, t in w.einsum("i,i->", t.x, t.y) },
    TensorRow("v*x'") { w, t in w.einsum("i,j->ij", t.v, t.x) },
    TensorRow("v'*A*x") { w, t in w.einsum("i,ij,j->", t.v, t.A, t.x) },
    TensorRow("(v'*A*x)^2") { w, t in w.product("1", (w.einsum("i,ij,j->", t.v, t.A, t.x), "2")) },
    TensorRow("x.*y", row: "(x.*y)'") { w, t in w.einsum("i,i->i", t.x, t.y) },
    TensorRow("2*x.*y./x") { w, t in
      w.einsum("i,i,i->i", t.x, t.y, t.x, coefficient: "2", exponents: ["1", "1", "-1"])
    },
    TensorRow("1./x", row: "(1./x)'") { w, t in w.einsum("i->i", t.x, exponents: ["-1"]) },
    TensorRow("-2./x.^2") { w, t in w.einsum("i->i", t.x, coefficient: "-2", exponents: ["-2"]) },
    TensorRow("x.^2") { w, t in w.einsum("i->i", t.x, exponents: ["2"]) },
    TensorRow("sqrt(x)") { w, t in w.einsum("i->i", t.x, exponents: ["1/2"]) },
    TensorRow("c*x/2", row: "c*x'/2") { w, t in w.einsum(",i->i", t.c, t.x, coefficient: "1/2") },
    TensorRow("x/c") { w, t in w.einsum(",i->i", t.c, t.x, exponents: ["-1", "1"]) },
    TensorRow("A.*M") { w, t in w.einsum("ij,ij->ij", t.A, t.M) },
    TensorRow("A*(x.*y)", row: "(A*(x.*y))'") { w, t in w.einsum("ij,j,j->i", t.A, t.x, t.y) },
    TensorRow("v.*(A*x)") { w, t in w.einsum("ij,j,i->i", t.A, t.x, t.v) },
    TensorRow("diag(x)") { w, t in w.einsum("i->ii", t.x) },
    TensorRow("diag(W)") { w, t in w.einsum("ii->i", t.W) },
    TensorRow("tr(W)") { w, t in w.einsum("ii->", t.W) },
    TensorRow("tr(W^2)") { w, t in w.einsum("ij,ji->", t.W, t.W) },
    TensorRow("sum(A.*M)") { w, t in w.einsum("ij,ij->", t.A, t.M) },
    TensorRow("tr(M'*W*A)") { w, t in w.einsum("ij,jk,ik->", t.W, t.A, t.M) },
    TensorRow("sum(A)") { w, t in w.einsum("ij->", t.A) },
    TensorRow("sum(x)") { w, t in w.einsum("i->", t.x) },
    TensorRow("x'*x") { w, t in w.einsum("i->", t.x, exponents: ["2"]) },
    TensorRow("A*ones(n)", row: "(A*ones(n))'") { w, t in w.einsum("ij->i", t.A) },
    TensorRow("A*diag(x)*B") { w, t in w.einsum("ij,j,jk->ik", t.A, t.x, t.B) },
    TensorRow("diag(v)*A") { w, t in w.einsum("i,ij->ij", t.v, t.A) },
    TensorRow("A*diag(x)") { w, t in w.einsum("ij,j->ij", t.A, t.x) },
    TensorRow("diag(A*x)") { w, t in w.einsum("ij,j->ii", t.A, t.x) },
    TensorRow("eye(n)") { w, t in w.einsum("->ii", lengths: ["i": "n"]) },
    TensorRow("c*eye(n)") { w, t in
      w.einsum("->ii", coefficient: "1", lengths: ["i": "n"]).times(t.c, &w)
    },
    TensorRow("ones(n)", row: "ones(n)'") { w, t in w.einsum("->i", lengths: ["i": "n"]) },
    TensorRow("c*ones(m, n)") { w, t in
      w.einsum("->ij", lengths: ["i": "m", "j": "n"]).times(t.c, &w)
    },
    TensorRow("zeros(m, n)") { w, t in
      w.einsum("->ij", coefficient: "0", lengths: ["i": "m", "j": "n"])
    },
    TensorRow("zeros(n)", row: "zeros(n)'") { w, t in
      w.einsum("->i", coefficient: "0", lengths: ["i": "n"])
    },
    TensorRow("v*ones(n)'") { w, t in w.einsum("i->ij", t.v, lengths: ["j": "n"]) },
    TensorRow("(x'*y)*x", row: "(x'*y)*x'") { w, t in w.einsum("i,i,j->j", t.x, t.y, t.x) },
    TensorRow("n*c") { w, t in
      w.einsum(",->", t.c, w.graph.node(.dimension(w.graph.intern(Dimension(symbol: "n")))))
        .swapped(&w)
    },
    TensorRow("mean(x)") { w, t in
      w.einsum("i->", t.x, sizes: [.init(dimension: Dimension(symbol: "n"), exponent: -1)])
    },
    TensorRow("mean(A)") { w, t in
      w.einsum(
        "ij->", t.A,
        sizes: [.init(dimension: Dimension(symbol: "m") * Dimension(symbol: "n"), exponent: -1)])
    },
    TensorRow("x'*y/n") { w, t in
      w.einsum("i,i->", t.x, t.y, sizes: [.init(dimension: Dimension(symbol: "n"), exponent: -1)])
    },
  ]

  @Test(arguments: rows)
  func productsBecomeMatrixNotation(row: TensorRow) { expectText(of: row) }
}
