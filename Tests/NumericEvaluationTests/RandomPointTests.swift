import ExpressionGraph
import NumericEvaluation
import Testing

/// Random points have the properties that inputs were declared with, seen in functions that only
/// such points agree with.
@Suite struct RandomPointTests {
  /// Whether a claim holds for inputs with a property and not for inputs without.
  private func needs(
    _ properties: Properties, _ build: (inout ExpressionGraph, NodeID) -> (NodeID, NodeID)
  ) -> Bool {
    let results = [properties, []].map { declared -> Bool in
      var graph = ExpressionGraph()
      let w = graph.tensor("W", [3, 3], declared)
      let x = graph.tensor("x", [3])
      let (function, claim) = build(&graph, w)
      return graph.check(CheckRequest(function: function, input: x, derivative: claim)).passed
    }
    return results == [true, false]
  }

  @Test func symmetricMatricesAreTheirOwnTransposes() {
    #expect(
      needs(.symmetric) { graph, w in
        let x = graph.tensor("x", [3])
        let form = graph.einsum("i,ij,j->", x, w, x, extents: [3, 3])
        return (form, graph.times(2, graph.einsum("ij,j->i", w, x, extents: [3, 3])))
      })
  }

  @Test func diagonalMatricesHaveNothingBesideTheDiagonal() {
    #expect(
      needs(.diagonal) { graph, w in
        let x = graph.tensor("x", [3])
        let image = graph.einsum("ij,j->i", w, x, extents: [3, 3])
        let total = graph.einsum("i->", image, extents: [3])
        return (total, graph.einsum("ii->i", w, extents: [3]))
      })
  }

  /// ‖Qx‖² has the gradient 2x where Q keeps lengths.
  @Test func orthogonalMatricesKeepLengths() {
    #expect(
      needs(.orthogonal) { graph, w in
        let x = graph.tensor("x", [3])
        let image = graph.einsum("ij,j->i", w, x, extents: [3, 3])
        return (graph.einsum("i,i->", image, image, extents: [3]), graph.times(2, x))
      })
  }

  /// |w| = w for every entry, so that √(w²) may be w.
  @Test func positiveInputsArePositive() {
    let results = [Properties.positive, []].map { declared -> Bool in
      var graph = ExpressionGraph()
      let x = graph.scalar("x", declared)
      let (magnitude, one) = (graph.elementwise(.abs, x), graph.number(1))
      return graph.check(CheckRequest(function: magnitude, input: x, derivative: one)).passed
    }
    #expect(results == [true, false])
  }
}
