import ExpressionGraph
import TensorCalculus
import Testing

private let X = Sketch.input("X", "m", "n")
private let D = Sketch.input("D", "m", "m")
private let v = Sketch.input("v", "m")

/// The same sum over labels in other words is one node, so that like terms are collected.
@Test func productsThatDifferInTheirLabelsOnlyAreOne() {
  let forward = einsum("ki,kl,lj->ij", X, D, X)
  let renamed = einsum("lj,kl,ki->ij", X, D, X)
  let turned = einsum("ki,lk,lj->ij", X, D, X)
  var bench = Bench()
  #expect(bench.neat(forward - renamed) == "zeros(n, n)")
  #expect(bench.neat(forward - turned) != "zeros(n, n)")
  #expect(bench.neat(einsum("i,ij,j->", v, D, v) - einsum("j,ji,i->", v, D, v)) == "0")
}
