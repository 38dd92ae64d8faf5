import ExpressionGraph
import NumericEvaluation
import TensorCalculus
import Testing

private let X = Sketch.matrix("X")
private let A = Sketch.matrix("A")
private let B = Sketch.input("B", "m", "n")

@Test(arguments: [
  TextRow("inv(X)", X.dot(A).inverse.dot(X).dot(A).dot(X.inverse)),
  TextRow("inv(A)", X.dot(A).inverse.dot(X)),
  TextRow("inv(X)", A.dot(X.dot(A).inverse)),
  TextRow("det(X)*adj(A)", X.dot(A).taken(.adjugate).dot(X)),
  TextRow("det(X)*det(A)", X.dot(A).taken(.determinant)),
  TextRow("det(X)^3", X.dot(X).dot(X).taken(.determinant)),
])
func squareFactorsArePeeledOff(row: TextRow) {
  var bench = Bench()
  #expect(bench.neat(row.sketch) == row.text)
}

/// Of factors that are not square there is no determinant.
@Test func productsOfTallMatricesStayWhole() {
  var bench = Bench()
  let gram = einsum("ki,kj->ij", B, B)
  #expect(bench.neat(gram.taken(.determinant)) == "det(B'*B)")
  #expect(bench.neat(einsum("ki,ij->kj", B, gram.inverse)) == "B*inv(B'*B)")
}

@Test func peelingKeepsTheValue() {
  var bench = Bench(seed: 5)
  let node = bench.build(einsum("ij,kj->ik", X.dot(A).taken(.adjugate), A))
  let both = bench.build(A.dot(X.transposed.dot(A).inverse).dot(X.transposed))
  for root in [node, both] {
    let neat = bench.simplifier.simplified(root, in: &bench.graph)
    let point = bench.point(for: [root], in: 0.2...1.8)
    #expect(agree(bench.value(neat, point), bench.value(root, point), within: 1e-9))
  }
}
