import ChainNotation
import ExpressionGraph
import Testing

/// What surroundings decide brackets by: text means what its tree means.
@Suite struct BindingTests {
  static let rows: [TensorRow] = [
    TensorRow("B'*A'*v") { w, t in w.einsum("ij,jk,i->k", w.tensor("A", "m", "n"), t.B, t.v) },
    TensorRow("x[1] + y[1]") { w, t in
      w.graph.entry(w.sum(("1", t.x), ("1", t.y)), at: [0])
    },
    TensorRow("2*(x + y)") { w, t in w.sum(("2", w.sum(("1", t.x), ("1", t.y)))) },
    TensorRow("(x + y).^2") { w, t in
      w.einsum("i->i", w.sum(("1", t.x), ("1", t.y)), exponents: ["2"])
    },
    TensorRow("x.*(x + y)") { w, t in w.einsum("i,i->i", t.x, w.sum(("1", t.x), ("1", t.y))) },
    TensorRow("x - (x - y)") { w, t in w.sum(("1", t.x), ("-1", w.sum(("1", t.x), ("-1", t.y)))) },
    TensorRow("A*(x + y)") { w, t in w.einsum("ij,j->i", t.A, w.sum(("1", t.x), ("1", t.y))) },
  ]

  @Test(arguments: rows)
  func bracketsStandWhereTheyAreNeeded(row: TensorRow) { expectText(of: row) }
}
