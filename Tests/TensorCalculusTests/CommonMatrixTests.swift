import ExpressionGraph
import TensorCalculus
import Testing

private let A = Sketch.matrix("A")
private let B = Sketch.matrix("B")
private let x = Sketch.input("x", "n")
private let y = Sketch.input("y", "n")
private let s = Sketch.input("s")

@Test(arguments: [
  TextRow("x'*(A + A')", einsum("ij,j->i", A, x) + einsum("ij,i->j", A, x)),
  TextRow("A*(B + B')", A.dot(B) + einsum("ij,kj->ik", A, B)),
  TextRow("x*(x + y)'", einsum("i,j->ij", x, x) + einsum("i,j->ij", x, y)),
  TextRow("diag(x + y)", einsum("i->ii", x) + einsum("i->ii", y)),
  TextRow("A*B + B*A", A.dot(B) + B.dot(A)),
  TextRow("A*B + A", A.dot(B) + A),
])
func commonFactorsAreTakenOut(row: TextRow) {
  var bench = Bench()
  #expect(bench.neat(row.sketch) == row.text)
}

@Test func theLecturesWeightedLeastSquares() {
  let p = Sketch.input("p", "m")
  let M = Sketch.input("M", "n", "m")
  let residual = x - einsum("ij,j->i", M, p)
  let loss = einsum("i,ij,j->", residual, A, residual)
  let symmetric = Sketch.matrix("W", .symmetric)
  var bench = Bench()
  #expect(bench.slope(loss, by: p) == "-(x - M*p)'*(A + A')*M")
  let weighted = einsum("i,ij,j->", residual, symmetric, residual)
  #expect(bench.slope(weighted, by: p, facts: true) == "-2*(x - M*p)'*W*M")
}

/// Factoring never changes a value.
@Test(arguments: 0..<10)
func takingOutKeepsTheValue(seed: Int) {
  var bench = Bench(seed: UInt64(seed))
  let sums = [
    einsum("ij,jk,k->i", A, B, x) - einsum("ij,jk,k->i", A, A, y) + einsum("ij,j->i", B, x),
    einsum("ij,kj->ik", A, B) + einsum("ij,jk->ki", B, A) - einsum(",ij->ij", s, A.dot(B)),
    einsum("i,j->ij", x, y) + einsum("j,i->ij", x, y) + einsum("i,j->ij", x, x),
  ]
  for sum in sums {
    let node = bench.build(sum)
    let neat = bench.simplifier.simplified(node, in: &bench.graph)
    let point = bench.point(for: [node])
    #expect(agree(bench.value(neat, point), bench.value(node, point), within: 1e-10))
  }
}
