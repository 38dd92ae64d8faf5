import ExpressionGraph
import TensorCalculus
import Testing

private let X = Sketch.input("X", "m", "n")
private let C = Sketch.input("C", "m", "m")
private let v = Sketch.input("v", "n")

/// A matrix that was flattened into the product is found beside its inverse.
@Test func flattenedProductsAreFoundBesideTheirInverse() {
  let gram = einsum("ki,kl,lj->ij", X, C, X)
  var bench = Bench()
  #expect(bench.neat(gram.inverse.dot(gram)) == "eye(n)")
  #expect(bench.neat(gram.dot(gram.inverse)) == "eye(n)")
  #expect(bench.neat(einsum("ij,j->i", gram.dot(gram.inverse), v)) == "v'")
}

@Test func whatIsUsedElsewhereIsNotTakenAway() {
  let gram = einsum("ki,kj->ij", X, X)
  var bench = Bench()
  let other = einsum("ij,kj,kl->il", gram.inverse, X, C.dot(X))
  #expect(bench.neat(other) == "inv(X'*X)*X'*C*X")
}
