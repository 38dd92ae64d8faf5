import ChainNotation
import ExpressionGraph
import Testing

@Suite struct ProductReaderTests {
  static let rows: [TensorRow] = [
    // Constants stand before names, divisors below.
    TensorRow("3*c*x/4") { w, t in
      w.einsum(",i->i", t.c, t.x, coefficient: "3/4")
    },
    // Coefficients of factors merge.
    TensorRow("6*x.*y") { w, t in
      w.einsum("i,i->i", w.sum(("2", t.x)), w.sum(("3", t.y)))
    },
    TensorRow("-A*x") { w, t in w.einsum("ij,j->i", t.A, w.sum(("-1", t.x))) },
    TensorRow("A*onehot(2, n)") { w, t in
      w.einsum("ij,j->i", t.A, w.selector(of: t.x, [.index(1)]))
    },
    TensorRow("x/n") { w, t in
      w.einsum("i->i", t.x, sizes: [.init(dimension: Dimension(symbol: "n"), exponent: -1)])
    },
    TensorRow("n*x") { w, t in
      w.einsum("i->i", t.x, sizes: [.init(dimension: Dimension(symbol: "n"), exponent: 1)])
    },
  ]

  @Test(arguments: rows)
  func productsGatherWhatBelongsTogether(row: TensorRow) { expectText(of: row) }
}
