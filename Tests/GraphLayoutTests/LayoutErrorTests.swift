import ChainGeometry
import GraphLayout
import Testing

@Suite struct LayoutErrorTests {
  private func failure(of graph: LayoutGraph) -> LayoutError? {
    do throws(LayoutError) {
      _ = try layOut(graph)
      return nil
    } catch {
      return error
    }
  }

  @Test func sizesThatAreNoneAreRefused() {
    for value in [Double.nan, .infinity, -1, 1e9] {
      guard case .impossibleSize? = failure(of: LayoutGraph(nodes: [.box(value, 10)])) else {
        Issue.record("\(value) points were laid out")
        continue
      }
    }
  }

  @Test func anEdgeToNowhereIsOurFault() throws {
    let error = try #require(
      failure(of: LayoutGraph(nodes: [.box(10, 10)], edges: [.arrow(0, 3)])))
    #expect(error == .missingNode(edge: 0, node: 3) && !error.isOfInput)
  }

  @Test func everyErrorHasItsWords() {
    let errors: [(LayoutError, String)] = [
      (
        .tooLarge(rankSpans: 9, limit: 8),
        "the graph is too large to lay out: its edges span 9 ranks, the limit is 8"
      ),
      (.tooDeep(ranks: 9, limit: 8), "the graph is too deep to lay out: 9 ranks, the limit is 8"),
      (
        .impossibleSize(value: -1, limit: 8),
        "a size of -1.0 points cannot be laid out; sizes go from 0 to 8.0 points"
      ),
      (.missingNode(edge: 1, node: 2), "edge 1 names node 2, which does not exist"),
      (.graphviz("lost"), "Graphviz failed: lost"),
      (.unavailable("gone"), "Graphviz is not available: gone"),
    ]
    for (error, words) in errors { #expect(error.description == words) }
    #expect(errors.map(\.0.isOfInput) == [true, true, true, false, false, false])
  }
}
