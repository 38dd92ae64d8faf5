import ExpressionGraph
import TensorCalculus
import Testing

private let m = Dimension(symbol: "m")
private let n = Dimension(symbol: "n")
private let X = Sketch.input("X", "m", "n")
private let A = Sketch.input("A", "m", "m")
private let x = Sketch.input("x", "m")
private let y = Sketch.input("y", "n")

@Test func partsOfJoinedVectorsAreTheParts() {
  let whole = x.joined(with: y)
  var bench = Bench()
  #expect(bench.neat(whole.slice(.range(start: m, length: n))) == "y'")
  #expect(bench.neat(whole.slice(.range(start: 0, length: m))) == "x'")
  let norm = einsum("i,i->", whole, whole)
  #expect(bench.slope(norm, by: y) == "2*y'")
}

@Test func reshapesOfReshapesAreOne() {
  var bench = Bench()
  let vector = X.reshaped(to: m * n)
  #expect(bench.neat(vector.reshaped(to: m, n)) == "X")
  #expect(bench.neat(einsum("i,i->", vector, vector)) == "vec(X)'*vec(X)")
  #expect(bench.slope(einsum("i,i->", vector, vector), by: X) == "2*X")
}

/// Traces of a Kronecker product fall apart: its change of shape merges with itself.
@Test func tracesOfKroneckerProducts() {
  let B = Sketch.matrix("B")
  let product = einsum("ij,kl->kilj", A, B).reshaped(to: m * n, m * n)
  let trace = einsum("ii->", product)
  var bench = Bench()
  #expect(bench.slope(trace, by: A) == "tr(B)*eye(m)")
  #expect(bench.slope(trace, by: B) == "tr(A)*eye(n)")
}

@Test func entriesOfReshapedTensorsAreEntries() {
  var bench = Bench()
  let Z = Sketch.input("Z", "2", "3")
  #expect(bench.neat(Z.reshaped(to: 6)(at: 3)) == "Z[2, 2]")
  let written = literal([[1, 2], [3, Sketch.input("t")]]).reshaped(to: 4)
  #expect(bench.neat(written) == "[1, 3, 2, t]")
}
