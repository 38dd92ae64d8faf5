import ExpressionGraph
import NumericEvaluation
import Testing

/// Whether two expressions are one rational function, seen by what the guard says of a rewrite.
@Suite struct FingerprintTests {
  private func agree(
    _ build: (inout ExpressionGraph, NodeID, NodeID) -> (NodeID, NodeID)
  ) -> Bool {
    var graph = ExpressionGraph()
    let (x, y) = (graph.scalar("x"), graph.scalar("y"))
    let (before, after) = build(&graph, x, y)
    return graph.firstBroken(of: [(before, after)], facts: false) == nil
  }

  @Test func equalRationalFunctionsAgree() {
    #expect(
      agree { graph, x, y in
        let sum = graph.plus(x, y)
        let square = graph.power(sum, Number(2))
        let expanded = graph.sum([
          (.one, graph.power(x, Number(2))),
          (Number(2), graph.scalarProduct([(x, .one), (y, .one)])),
          (.one, graph.power(y, Number(2))),
        ])
        return (square, expanded)
      })
  }

  @Test func aLostTermIsSeen() {
    #expect(
      !agree { graph, x, y in
        let square = graph.power(graph.plus(x, y), Number(2))
        let wrong = graph.plus(graph.power(x, Number(2)), graph.power(y, Number(2)))
        return (square, wrong)
      })
  }

  @Test func aSignIsSeen() {
    #expect(!agree { graph, x, y in (graph.minus(x, y), graph.minus(y, x)) })
  }

  /// What is opaque still depends on its argument alone.
  @Test func opaqueFunctionsOfEqualArgumentsAreEqual() {
    #expect(
      agree { graph, x, y in
        (
          graph.elementwise(.exp, graph.plus(x, y)),
          graph.elementwise(.exp, graph.sum([(.one, y), (.one, x)]))
        )
      })
  }
}
