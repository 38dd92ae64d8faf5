import ExpressionGraph
import NumericEvaluation
import Testing

@Suite struct MatrixProductTests {
  /// Small whole numbers: every order of summation gives the same result.
  private func tensor(_ lengths: [Int], _ seed: Int) -> Tensor {
    let count = lengths.reduce(1, *)
    return Tensor(
      shape: lengths, data: (0..<count).map { Double(($0 * 7 + seed) % 11 - 5) })
  }

  private func value(
    _ text: String, _ left: Tensor, _ right: Tensor, extents: [Int]
  ) -> [Double]? {
    var graph = ExpressionGraph()
    let (a, b) = (graph.tensor("A", left.shape), graph.tensor("B", right.shape))
    let product = graph.einsum(text, a, b, extents: extents)
    let point = Environment(values: [a: left, b: right])
    return Evaluator(graph, roots: [product])(point)[product]?.data
  }

  /// Large enough for BLAS, of three different lengths, in every layout.
  @Test(arguments: [
    "ij,jk->ik", "ji,jk->ik", "ij,kj->ik", "ji,kj->ik", "ij,jk->ki", "ji,jk->ki", "ij,kj->ki",
    "ji,kj->ki",
  ])
  func largeProductsAreThoseOfTheDefinition(text: String) throws {
    let lengths: [Character: Int] = ["i": 96, "j": 120, "k": 101]
    let parts = text.split(separator: ",")
    let shapes = [parts[0], parts[1].prefix(2)].map { $0.compactMap { lengths[$0] } }
    let (left, right) = (tensor(shapes[0], 1), tensor(shapes[1], 4))
    let found = try #require(value(text, left, right, extents: [96, 120, 101]))
    let isTurned = text.hasSuffix("ki")
    for (i, k) in [(0, 0), (95, 100), (3, 70), (50, 1)] {
      let expected = (0..<120).reduce(0.0) { sum, j in
        let a = text.hasPrefix("ij") ? left[i * 120 + j] : left[j * 96 + i]
        let b = parts[1].hasPrefix("jk") ? right[j * 101 + k] : right[k * 120 + j]
        return sum + a * b
      }
      #expect(found[isTurned ? k * 96 + i : i * 101 + k] == expected)
    }
  }

  @Test(arguments: ["ij,j->i", "ji,j->i", "j,ij->i", "j,ji->i"])
  func aLargeMatrixTimesAVector(text: String) throws {
    let isVectorFirst = text.hasPrefix("j,")
    let isTurned = text.contains("ji")
    let matrix = tensor(isTurned ? [1010, 1000] : [1000, 1010], 3)
    let vector = tensor([1010], 5)
    let found = try #require(
      value(
        text, isVectorFirst ? vector : matrix, isVectorFirst ? matrix : vector,
        extents: [1000, 1010]))
    for i in [0, 1, 500, 999] {
      let expected = (0..<1010).reduce(0.0) {
        $0 + matrix[isTurned ? $1 * 1000 + i : i * 1010 + $1] * vector[$1]
      }
      #expect(found[i] == expected)
    }
  }
}
