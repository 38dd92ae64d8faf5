import ChainNotation
import ExpressionGraph
import Testing

@Suite struct PhraseEntriesTests {
  static let rows: [TensorRow] = [
    TensorRow("x[2]") { w, t in w.graph.entry(t.x, at: [1]) },
    TensorRow("A[1, 2]") { w, t in w.graph.entry(t.A, at: [0, 1]) },
    TensorRow("x[1]^2 + 2*x[2]") { w, t in
      w.sum(
        ("1", w.product("1", (w.graph.entry(t.x, at: [0]), "2"))),
        ("2", w.graph.entry(t.x, at: [1])))
    },
    TensorRow("x[2:4]".expanded) { w, t in
      w.graph.slice(t.x, [.range(start: 1, length: Dimension(3))])
    },
    TensorRow("x[2:n + 1]") { w, t in
      w.graph.slice(w.tensor("x", "m"), [.range(start: 1, length: Dimension(symbol: "n"))])
    },
    TensorRow("A[1, :]'", row: "A[1, :]") { w, t in w.graph.slice(t.A, [.index(0), .all]) },
    TensorRow("A[:, 2]", row: "A[:, 2]'") { w, t in w.graph.slice(t.A, [.all, .index(1)]) },
    TensorRow("[Q[1, 1]; Q[1, 2]; Q[1, 3]]", row: "[Q[1, 1], Q[1, 2], Q[1, 3]]") { w, t in
      w.graph.slice(t.Q, [.index(0), .all])
    },
    TensorRow("(A*x)[1]") { w, t in w.graph.entry(w.einsum("ij,j->i", t.A, t.x), at: [0]) },
    TensorRow("tanh(x[1])") { w, t in w.graph.entry(w.apply(.tanh, t.x), at: [0]) },
    TensorRow("A[2, 1]") { w, t in w.graph.entry(w.einsum("ij->ji", t.A), at: [0, 1]) },
    TensorRow("x[1] + y[1]") { w, t in w.graph.entry(w.sum(("1", t.x), ("1", t.y)), at: [0]) },
    TensorRow("T[1, 2, 3]") { w, t in w.graph.entry(t.T, at: [0, 1, 2]) },
    TensorRow("[1; c]", row: "[1, c]") { w, t in
      w.graph.literal([w.number("1"), t.c], shape: w.shape(["2"]))
    },
    TensorRow("[1, c; 0, -c]") { w, t in
      let minus = w.product("-1", (t.c, "1"))
      return w.graph.literal(
        [w.number("1"), t.c, w.number("0"), minus], shape: w.shape(["2", "2"]))
    },
    TensorRow("c") { w, t in
      w.graph.entry(w.graph.literal([w.number("1"), t.c], shape: w.shape(["2"])), at: [1])
    },
    TensorRow("[0; 1; 0]", row: "[0, 1, 0]") { w, t in w.selector(of: t.q, [.index(1)]) },
    TensorRow("onehot(2, n)", row: "onehot(2, n)'") { w, t in w.selector(of: t.x, [.index(1)]) },
    TensorRow("[0, 1, 0; 0, 0, 1]") { w, t in
      w.selector(of: t.q, [.range(start: 1, length: Dimension(2))])
    },
    TensorRow("[zeros(2, 1), eye(2), zeros(2, n - 3)]") { w, t in
      w.selector(of: t.x, [.range(start: 1, length: Dimension(2))])
    },
    TensorRow("onehot(1, m)*onehot(2, n)'") { w, t in w.selector(of: t.A, [.index(0), .index(1)]) },
    TensorRow("onehot(1, m)*x'") { w, t in
      let pattern = SlicePattern(axes: [.index(0), .all], source: w.shape(["m", "n"]))
      return w.einsum("abc,a->bc", w.graph.node(.selector(w.graph.intern(pattern))), t.x)
    },
  ]

  @Test(arguments: rows)
  func entriesAreThoseOfTheParts(row: TensorRow) { expectText(of: row) }
}
