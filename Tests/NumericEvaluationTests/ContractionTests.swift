import ExpressionGraph
import NumericEvaluation
import Testing

/// Products of two arrays over labelled axes against sums written out.
@Suite struct ContractionTests {
  private let a = Tensor(shape: [2, 3], data: [1, 2, 3, 4, 5, 6])
  private let b = Tensor(shape: [3, 2], data: [1, 0, 2, -1, 0, 3])

  private func value(_ pattern: String, _ extents: [Int]) -> [Double]? {
    var graph = ExpressionGraph()
    let (left, right) = (graph.tensor("A", [2, 3]), graph.tensor("B", [3, 2]))
    let node = graph.einsum(pattern, left, right, extents: extents)
    return evaluate(node, in: graph, [left: a, right: b])?.data
  }

  @Test func matricesAreMultiplied() {
    #expect(value("ij,jk->ik", [2, 3, 2]) == [5, 7, 14, 13])
    #expect(value("ij,jk->ki", [2, 3, 2]) == [5, 14, 7, 13])
  }

  /// Σ A_ij B_ji is the trace of the product.
  @Test func bothAxesMayBeSummed() {
    #expect(value("ij,ji->", [2, 3]) == [18])
  }

  @Test func anAxisOfOneFactorIsSummedOut() {
    #expect(value("ij,jk->k", [2, 3, 2]) == [19, 20])
    #expect(value("ij,kl->", [2, 3, 3, 2]) == [21 * 5])
  }

  @Test func outerProductsSumNothing() throws {
    let outer = try #require(value("ij,kl->ijkl", [2, 3, 3, 2]))
    #expect(outer.count == 36 && outer[6 * 5 + 5] == 18 && outer[0] == 1 && outer[1] == 0)
  }
}
