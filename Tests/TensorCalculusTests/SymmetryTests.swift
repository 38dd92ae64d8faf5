import ExpressionGraph
import TensorCalculus
import Testing

private let X = Sketch.input("X", "m", "n")
private let S = Sketch.matrix("S", .symmetric)
private let A = Sketch.matrix("A")

@Test(arguments: [
  ("a Gram matrix", einsum("ki,kj->ij", X, X), true),
  ("its inverse", einsum("ki,kj->ij", X, X).inverse, true),
  ("its exponential, entry by entry", exp(einsum("ki,kj->ij", X, X)), true),
  ("a sum with a transpose", A + A.transposed, true),
  ("a difference from the transpose", A - A.transposed, false),
  ("any matrix", A, false),
  ("a product of symmetric matrices", S.dot(A), false),
])
func matricesThatAreTheirOwnTranspose(_ name: String, _ sketch: Sketch, _ expected: Bool) {
  var bench = Bench()
  let node = bench.simplifier.simplified(bench.build(sketch), in: &bench.graph)
  #expect(bench.simplifier.isSymmetric(node, in: bench.graph) == expected, "\(name)")
}

/// What is declared counts for finished derivatives only.
@Test func declaredSymmetryIsAFact() {
  var bench = Bench()
  let x = Sketch.input("x", "n")
  let form = einsum("i,ij,j->", x, S, x)
  #expect(bench.slope(form, by: x, facts: true) == "2*x'*S")
  #expect(bench.slope(form, by: x) == "x'*(S + S')")
  let delta = bench.slope(S.transposed, by: S, facts: true)
  #expect(delta == "einsum(\"jk,il->ijkl\", eye(n), eye(n))")
}
