import ChainNotation
import ExpressionGraph
import Testing

@Suite struct FormulaFunctionsTests {
  static let rows: [TensorRow] = [
    TensorRow("W^{-1}") { w, t in w.graph.matrixFunction(.inverse, t.W) },
    TensorRow("\\det W") { w, t in w.graph.matrixFunction(.determinant, t.W) },
    TensorRow("\\operatorname{tr}(W)") { w, t in w.einsum("ii->", t.W) },
    TensorRow("\\|x\\|_1") { w, t in w.graph.node(.reduction(.norm1), [t.x]) },
    TensorRow("\\prod_i x_i") { w, t in w.graph.node(.reduction(.prod), [t.x]) },
    TensorRow("\\arcsin c") { w, t in w.apply(.asin, t.c) },
    TensorRow("\\log_2 c") { w, t in w.apply(.log2, t.c) },
    TensorRow("\\sqrt{c}") { w, t in w.apply(.sqrt, t.c) },
    TensorRow("\\operatorname{ReLU}(c)") { w, t in w.apply(.relu, t.c) },
    TensorRow("\\operatorname{softmax}(x)") { w, t in
      w.graph.node(.vectorFunction(.softmax), [t.x])
    },
    TensorRow("\\sum_i(x_i + y_i)") { w, t in w.einsum("i->", w.sum(("1", t.x), ("1", t.y))) },
  ]

  @Test(arguments: rows)
  func functionsAreSetAsABookSetsThem(row: TensorRow) {
    var bench = Workbench()
    let tensors = Tensors(&bench)
    let node = row.build(&bench, tensors)
    #expect(Notation(graph: bench.graph).phrase(of: node).latex == row.text)
  }
}
