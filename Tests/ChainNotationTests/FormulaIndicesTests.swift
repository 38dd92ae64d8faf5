import ChainNotation
import ExpressionGraph
import Testing

@Suite struct FormulaIndicesTests {
  static let tensors: [TensorRow] = [
    TensorRow("Ax") { w, t in w.einsum("ij,j->i", t.A, t.x) },
    TensorRow("v^{\\top}Ax") { w, t in w.einsum("i,ij,j->", t.v, t.A, t.x) },
    TensorRow("x \\odot y") { w, t in w.einsum("i,i->i", t.x, t.y) },
    TensorRow("x^{\\circ2}") { w, t in w.einsum("i->i", t.x, exponents: ["2"]) },
    TensorRow("2x^{\\circ-2}") { w, t in w.einsum("i->i", t.x, coefficient: "2", exponents: ["-2"])
    },
    TensorRow("\\sum_i x_i") { w, t in w.einsum("i->", t.x) },
    TensorRow("\\delta_{ik}\\delta_{jl}") { w, t in
      w.einsum("->ijij", lengths: ["i": "m", "j": "n"])
    },
    TensorRow("x_j\\delta_{ik}") { w, t in w.einsum("q->iqi", t.x, lengths: ["i": "m"]) },
    TensorRow("x_2") { w, t in w.graph.entry(t.x, at: [1]) },
    TensorRow("A_{12}") { w, t in w.graph.entry(t.A, at: [0, 1]) },
    TensorRow("x_1^2") { w, t in w.product("1", (w.graph.entry(t.x, at: [0]), "2")) },
    TensorRow("\\|x\\|^2") { w, t in w.product("1", (w.graph.node(.reduction(.norm2), [t.x]), "2"))
    },
    TensorRow("\\|A\\|_F") { w, t in w.graph.node(.reduction(.norm2), [t.A]) },
    TensorRow("\\begin{bmatrix} 1 \\\\ c \\end{bmatrix}") { w, t in
      w.graph.literal([w.number("1"), t.c], shape: w.shape(["2"]))
    },
    TensorRow("(v^{\\top}Wv)v") { w, t in
      w.einsum("i,ij,j,k->k", t.v, t.W, t.v, t.v)
    },
    TensorRow("cv^{\\top}Wv") { w, t in w.einsum(",i,ij,j->", t.c, t.v, t.W, t.v) },
    TensorRow("\\left(\\prod_i x_i\\right)x") { w, t in
      w.einsum(",i->i", w.graph.node(.reduction(.prod), [t.x]), t.x)
    },
    TensorRow("f(x)") { w, t in w.application("f", [t.x], to: []) },
    TensorRow("\\frac{\\mathrm{d}f}{\\mathrm{d}X}\\,\\frac{\\mathrm{d}X}{\\mathrm{d}c}") { w, t in
      let curve = w.application("X", [t.c], to: ["2"])
      let speed = w.application("X", [t.c], derivatives: [0], to: ["2"])
      return w.einsum("i,i->", w.application("f", [curve], derivatives: [0], to: []), speed)
    },
    TensorRow("\\frac{\\partial^2 g}{\\partial c\\,\\partial k}") { w, t in
      w.application("g", [t.c, w.scalar("k")], derivatives: [0, 1], to: [])
    },
    TensorRow("\\frac{\\partial^2 g}{\\partial c^2}") { w, t in
      w.application("g", [t.c, w.scalar("k")], derivatives: [0, 0], to: [])
    },
    TensorRow("\\partial_2 g(c, c)") { w, t in
      w.application("g", [t.c, t.c], derivatives: [1], to: [])
    },
    TensorRow("h''(2c)") { w, t in
      w.application("h", [w.product("2", (t.c, "1"))], derivatives: [0, 0], to: [])
    },
  ]

  @Test(arguments: tensors)
  func setsTensor(row: TensorRow) {
    var bench = Workbench()
    let tensors = Tensors(&bench)
    let node = row.build(&bench, tensors)
    #expect(Notation(graph: bench.graph).phrase(of: node).latex == row.text)
  }
}
