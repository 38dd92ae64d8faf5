import ExpressionGraph
import NumericEvaluation
import Testing

/// Below and above the size from which a library is asked, with the same results.
@Test(arguments: [1, 2, 5, 20, 47, 48, 60])
func inversesOfRandomMatrices(n: Int) throws {
  var generator = SeededGenerator(seed: UInt64(n))
  var graph = ExpressionGraph()
  let x = graph.tensor("X", [n, n])
  let inverse = graph.matrixFunction(.inverse, x)
  let product = graph.einsum("ij,jk->ik", x, inverse, extents: [n, n, n])
  let determinant = graph.matrixFunction(.determinant, x)
  let ofInverse = graph.matrixFunction(.determinant, inverse)
  let logDeterminant = graph.matrixFunction(.logDeterminant, x)
  let matrix = randomTensor([n, n], &generator)
  let values = Evaluator(
    graph, roots: [product, determinant, ofInverse, logDeterminant])(
      Environment(values: [x: matrix]))
  let identity = try #require(values[product])
  for i in 0..<n {
    for j in 0..<n { #expect(abs(identity[i * n + j] - (i == j ? 1 : 0)) < 1e-8) }
  }
  let value = try #require(values[determinant]?.scalar)
  let reciprocal = try #require(values[ofInverse]?.scalar)
  #expect(abs(value * reciprocal - 1) < 1e-8)
  let logarithm = try #require(values[logDeterminant]?.scalar)
  #expect(value < 0 ? logarithm.isNaN : logarithm.isFinite)
}
