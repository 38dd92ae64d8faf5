import ExpressionGraph
import NumericEvaluation
import Testing

/// Where the points of a check lie, read off the point at which a wrong derivative was found.
@Suite struct PointSourceTests {
  private func points(_ shape: [Int], _ properties: Properties) -> [Tensor] {
    var graph = ExpressionGraph()
    let x = graph.tensor("X", shape, properties)
    let letters = String("ij".prefix(shape.count))
    let sum = graph.einsum("\(letters)->", x, extents: shape)
    let zero = graph.zero(graph.shape(of: x))
    let request = CheckRequest(function: sum, input: x, derivative: zero)
    return (1...10).compactMap {
      graph.check(request, seed: UInt64($0)).mismatch?.point.values[x]
    }
  }

  private func rows(_ tensor: Tensor) -> [[Double]] {
    let columns = tensor.shape[1]
    return (0..<tensor.shape[0]).map { Array(tensor.data[$0 * columns..<($0 + 1) * columns]) }
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test func symmetricMatrices() {
    let found = points([3, 3], .symmetric)
    #expect(found.count == 10)
    for point in found {
      let a = rows(point)
      #expect(a[0][1] == a[1][0] && a[0][2] == a[2][0] && a[1][2] == a[2][1])
      #expect(a[0][1] != a[0][2])
    }
  }

  @Test func positiveDefiniteMatrices() {
    for point in points([3, 3], .positiveDefinite) {
      let a = rows(point)
      #expect(a[0][1] == a[1][0] && a[0][2] == a[2][0] && a[1][2] == a[2][1])
      // Sylvester's criterion.
      let minor = a[0][0] * a[1][1] - a[0][1] * a[1][0]
      let rest =
        a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0])
        - a[1][2] * (a[0][0] * a[2][1] - a[0][1] * a[2][0])
      #expect(a[0][0] > 0 && minor > 0 && minor * a[2][2] + rest > 0)
    }
  }

  @Test(arguments: [Properties.orthogonal, [.orthogonal, .symmetric], [.orthogonal, .diagonal]])
  func orthogonalMatrices(_ properties: Properties) {
    for point in points([4, 4], properties) {
      let a = rows(point)
      for i in 0..<4 {
        for j in 0..<4 {
          #expect(abs(dot(a[i], a[j]) - (i == j ? 1 : 0)) < 1e-12)
          if properties.contains(.symmetric) { #expect(a[i][j] == a[j][i]) }
          if properties.contains(.diagonal), i != j { #expect(a[i][j] == 0) }
        }
      }
    }
  }

  @Test func diagonalMatricesHaveZerosElsewhere() {
    for point in points([3, 3], [.diagonal, .invertible]) {
      for (i, row) in rows(point).enumerated() {
        for (j, entry) in row.enumerated() { #expect((entry == 0) == (i != j)) }
      }
    }
  }

  @Test func positiveEntries() {
    for shape in [[4], [2, 3], [3, 3]] {
      for properties in [Properties.positive, [.positive, .invertible], [.positive, .symmetric]] {
        #expect(points(shape, properties).allSatisfy { $0.data.allSatisfy { $0 > 0 } })
      }
    }
  }

  @Test func freeEntriesLieOnBothSidesOfZero() {
    let entries = points([3], []).flatMap(\.data)
    #expect(entries.contains { $0 < 0 } && entries.contains { $0 > 0 })
    #expect(Set(entries).count == entries.count)
  }
}
