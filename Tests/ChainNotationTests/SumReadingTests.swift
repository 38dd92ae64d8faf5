import ChainNotation
import ExpressionGraph
import Testing

@Suite struct SumReadingTests {
  static let rows: [TensorRow] = [
    TensorRow("x + y", row: "(x + y)'") { w, t in w.sum(("1", t.x), ("1", t.y)) },
    TensorRow("v - A*x", row: "(v - A*x)'") { w, t in
      w.sum(("1", t.v), ("-1", w.einsum("ij,j->i", t.A, t.x)))
    },
    TensorRow("-2*A'*W*(v - A*x)", row: "-2*(v - A*x)'*W'*A") { w, t in
      let r = w.sum(("1", t.v), ("-1", w.einsum("ij,j->i", t.A, t.x)))
      return w.einsum("ij,ik,k->j", t.A, t.W, r, coefficient: "-2")
    },
    TensorRow("(W + W')*v", row: "v'*(W + W')") { w, t in
      let both = w.sum(("1", t.W), ("1", w.einsum("ij->ji", t.W)))
      return w.einsum("ij,j->i", both, t.v)
    },
    TensorRow("(W + W')*v + v", row: "v'*(W + W') + v'") { w, t in
      let both = w.sum(("1", t.W), ("1", w.einsum("ij->ji", t.W)))
      return w.sum(("1", w.einsum("ij,j->i", both, t.v)), ("1", t.v))
    },
    TensorRow("x + c", row: "(x + c)'") { w, t in
      w.sum(("1", t.x), ("1", w.graph.broadcast(t.c, to: w.shape(["n"]))))
    },
    TensorRow("1 - tanh(x).^2", row: "(1 - tanh(x).^2)'") { w, t in
      let one = w.graph.broadcast(w.number("1"), to: w.shape(["n"]))
      let square = w.einsum("i->i", w.apply(.tanh, t.x), exponents: ["2"])
      return w.sum(("1", one), ("-1", square))
    },
    TensorRow("W^2 + c*ones(m, m)") { w, t in
      let shape = w.shape(["m", "m"])
      let square = w.einsum("ij,jk->ik", t.W, t.W)
      return w.sum(("1", square), ("1", w.graph.broadcast(t.c, to: shape)))
    },
    TensorRow("tanh(W) + c") { w, t in
      let shape = w.shape(["m", "m"])
      return w.sum(("1", w.apply(.tanh, t.W)), ("1", w.graph.broadcast(t.c, to: shape)))
    },
    TensorRow("(1 + c)*ones(n)") { w, t in
      let shape = w.shape(["n"])
      return w.sum(
        ("1", w.graph.broadcast(w.number("1"), to: shape)), ("1", w.graph.broadcast(t.c, to: shape))
      )
    },
    TensorRow("diag(1 - tanh(x).^2)") { w, t in
      let one = w.graph.broadcast(w.number("1"), to: w.shape(["n"]))
      let square = w.einsum("i->i", w.apply(.tanh, t.x), exponents: ["2"])
      return w.einsum("i->ii", w.sum(("1", one), ("-1", square)))
    },
  ]

  @Test(arguments: rows)
  func sumsAreWrittenTermByTerm(row: TensorRow) { expectText(of: row) }
}
