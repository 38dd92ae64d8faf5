import ChainNotation
import ExpressionGraph
import Testing

@Suite struct NodeReaderTests {
  static let rows: [TensorRow] = [
    TensorRow("exp(A*x)", row: "exp(A*x)'") { w, t in w.apply(.exp, w.einsum("ij,j->i", t.A, t.x))
    },
    TensorRow("x.^y") { w, t in w.apply(.power, t.x, t.y) },
    TensorRow("max(x, 0)") { w, t in
      w.apply(.max, t.x, w.graph.broadcast(w.number("0"), to: w.shape(["n"])))
    },
    TensorRow("norm2(x)") { w, t in w.graph.node(.reduction(.norm2), [t.x]) },
    TensorRow("normF(A)") { w, t in w.graph.node(.reduction(.norm2), [t.A]) },
    TensorRow("max(abs(x))") { w, t in w.graph.node(.reduction(.norminf), [t.x]) },
    TensorRow("logsumexp(x)") { w, t in w.graph.node(.reduction(.logsumexp), [t.x]) },
    TensorRow("prod(x)") { w, t in w.graph.node(.reduction(.prod), [t.x]) },
    TensorRow("x/norm2(x)^3") { w, t in
      w.einsum("i,->i", t.x, w.graph.node(.reduction(.norm2), [t.x]), exponents: ["1", "-3"])
    },
    TensorRow("softmax(x)", row: "softmax(x)'") { w, t in
      w.graph.node(.vectorFunction(.softmax), [t.x])
    },
    TensorRow("x - logsumexp(x)") { w, t in w.graph.node(.vectorFunction(.logsoftmax), [t.x]) },
    TensorRow("1 - sign(max(x) - x)", row: "(1 - sign(max(x) - x))'") { w, t in
      w.graph.node(.vectorFunction(.firstMaximum), [t.x])
    },
    TensorRow("1 - sign(x - min(x))") { w, t in w.graph.node(.vectorFunction(.firstMinimum), [t.x])
    },
  ]

  @Test(arguments: rows)
  func functionsAreCalled(row: TensorRow) { expectText(of: row) }
}
