import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct ContractionPlannerTests {
  /// A row times four matrices of 60×60: from the left it takes 4·60² multiplications, where the
  /// matrices first would take 60³ each.
  @Test func aLongProductOfMatricesBeginsAtItsVector() throws {
    var graph = ExpressionGraph()
    let n = 60
    let x = graph.tensor("x", [n])
    let matrices = (0..<4).map { graph.tensor("A\($0)", [n, n]) }
    let letters = "abcde"
    let pattern = ["a"] + (0..<4).map { place in String(letters.dropFirst(place).prefix(2)) }
    let labels = pattern.map { $0.map { Label(Int($0.asciiValue ?? 97) - 97) } }
    let node = graph.product(
      ProductPattern(
        factors: labels.map { .init(labels: $0) }, output: [Label(4)],
        extents: [Dimension](repeating: Dimension(n), count: 5)), [x] + matrices)
    var values = [x: Tensor(repeating: 1, shape: [n])]
    for matrix in matrices { values[matrix] = Tensor(repeating: 1.0 / Double(n), shape: [n, n]) }
    let result = try #require(evaluate(node, in: graph, values))
    #expect(result.shape == [n] && result.data.allSatisfy { abs($0 - 1) < 1e-12 })
  }

  @Test func theOrderDoesNotChangeTheValue() throws {
    var generator = SeededGenerator(seed: 3)
    var graph = ExpressionGraph()
    let shapes = [[2, 3], [3, 4], [4, 5], [5, 2]]
    let inputs = shapes.enumerated().map { graph.tensor("A\($0)", $1) }
    let values = Dictionary(
      uniqueKeysWithValues: zip(inputs, shapes.map { randomTensor($0, &generator) }))
    let whole = graph.einsum(
      "ab,bc,cd,da->", inputs[0], inputs[1], inputs[2], inputs[3], extents: [2, 3, 4, 5])
    let left = graph.einsum("ab,bc->ac", inputs[0], inputs[1], extents: [2, 3, 4])
    let right = graph.einsum("ab,bc->ac", inputs[2], inputs[3], extents: [4, 5, 2])
    let paired = graph.einsum("ab,ba->", left, right, extents: [2, 4])
    let (first, second) = (evaluate(whole, in: graph, values), evaluate(paired, in: graph, values))
    #expect(isClose(first, try #require(second)))
  }

  /// An intermediate array of 10⁹ entries is refused rather than tried.
  @Test func whatIsTooLargeHasNoValue() {
    var graph = ExpressionGraph()
    let (x, y) = (graph.tensor("x", [40_000]), graph.tensor("y", [40_000]))
    let outer = graph.einsum("i,j->ij", x, y, extents: [40_000, 40_000])
    let values = [x, y].map { ($0, Tensor(repeating: 1, shape: [40_000])) }
    #expect(evaluate(outer, in: graph, Dictionary(uniqueKeysWithValues: values)) == nil)
  }
}
