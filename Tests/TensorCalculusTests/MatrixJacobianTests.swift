import ExpressionGraph
import NumericEvaluation
import TensorCalculus
import Testing

private let X = Sketch.matrix("X")
private let A = Sketch.input("A", "m", "n")
private let x = Sketch.input("x", "m")
private let y = Sketch.input("y", "n")

private let rows: [(name: String, node: Sketch, input: Sketch)] = [
  ("inverse", X.inverse, X), ("determinant", X.taken(.determinant), X),
  ("adjugate", X.taken(.adjugate), X),
  ("logarithm of the determinant", X.dot(X.transposed).taken(.logDeterminant), X),
  ("inverse of a product", X.dot(X).inverse, X),
  ("change to a vector", A.reshaped(to: Dimension(symbol: "m") * Dimension(symbol: "n")), A),
  ("join of vectors", x.joined(with: y), y),
  ("join of matrices", A.joined(with: X), X),
  ("join beside", A.joined(with: x.reshaped(to: Dimension(symbol: "m"), 1), axis: 1), A),
]

@Test(arguments: rows.indices)
func derivativesOfMatrixFunctionsAgreeWithDifferences(row: Int) {
  var bench = Bench(seed: UInt64(row + 1))
  let (output, input) = (bench.build(rows[row].node), bench.build(rows[row].input))
  let raw = bench.graph.derivative(of: output, by: input)
  let neat = bench.simplifier.simplified(raw, in: &bench.graph)
  let point = bench.point(for: [output], in: 0.5...1.5)
  let expected = bench.differences(of: output, by: input, at: point)
  #expect(agree(bench.value(raw, point), expected, within: 1e-6), "\(rows[row].name), raw")
  #expect(agree(bench.value(neat, point), expected, within: 1e-6), "\(rows[row].name)")
}

@Test func theGradientOfADeterminantHoldsAtSingularPoints() {
  var bench = Bench()
  let (output, input) = (bench.build(X.taken(.determinant)), bench.build(X))
  let gradient = bench.graph.derivative(of: output, by: input)
  let singular = Tensor(shape: [3, 3], data: [1, 2, 3, 4, 5, 6, 7, 8, 9])
  let expected = [-3.0, 6, -3, 6, -12, 6, -3, 6, -3]
  #expect(agree(bench.value(gradient, [input: singular]), expected, within: 1e-10))
}
