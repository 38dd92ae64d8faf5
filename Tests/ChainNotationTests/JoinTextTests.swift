import ChainNotation
import ExpressionGraph
import Testing

@Suite struct JoinTextTests {
  static let rows: [TensorRow] = [
    TensorRow("[x; v]", row: "[x; v]'") { w, t in w.graph.join([t.x, t.v], axis: 0) },
    TensorRow("[A; M]") { w, t in w.graph.join([t.A, t.M], axis: 0) },
    TensorRow("[A, M]") { w, t in w.graph.join([t.A, t.M], axis: 1) },
    TensorRow("[q[1]; q[2]; q[3]; c]", row: "[q[1], q[2], q[3], c]") { w, t in
      w.graph.join([t.q, w.graph.literal([t.c], shape: w.shape(["1"]))], axis: 0)
    },
    TensorRow("concat(T, T, axis=3)") { w, t in w.graph.join([t.T, t.T], axis: 2) },
  ]

  @Test(arguments: rows)
  func partsStandAsTheirAxisSays(row: TensorRow) { expectText(of: row) }
}
