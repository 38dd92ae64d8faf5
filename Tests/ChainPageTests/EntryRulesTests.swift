import ChainPage
import ExpressionGraph
import Testing

/// What declared properties leave free of an input's entries.
@Suite struct EntryRulesTests {
  private func inputs(_ properties: Properties, _ values: [Double]) throws -> [String] {
    let html = try samplePage(shape: Shape([2, 2]), properties: properties, at: values) {
      graph, x in
      graph.unary(.reduction(.norm2), x)
    }
    return html.split(separator: "<input").dropFirst().map { String($0.prefix { $0 != ">" }) }
      .filter { $0.contains("data-entry") || $0.contains("number") || $0.contains("text") }
  }

  @Test func symmetricEntriesMoveTogether() throws {
    let free = try inputs([], [1, 2, 2, 3]).count { $0.contains("data-mirror") }
    let symmetric = try inputs(.symmetric, [1, 2, 2, 3]).filter { $0.contains("data-mirror") }
    #expect(free == 0 && symmetric.count == 2)
    #expect(
      symmetric[0].contains("data-mirror=\"2\"") && symmetric[1].contains("data-mirror=\"1\""))
  }

  @Test func besideADiagonalEntriesStayZero() throws {
    let entries = try inputs(.diagonal, [1, 0, 0, 3])
    #expect(entries.count { $0.contains("disabled") } == 2)
  }

  @Test func orthogonalMatricesStay() throws {
    let entries = try inputs(.orthogonal, [1, 0, 0, 1])
    #expect(entries.count { $0.contains("disabled") } == 4)
  }

  @Test func positiveEntriesSayThatTheyAre() throws {
    let entries = try inputs(.positive, [1, 2, 2, 3])
    #expect(entries.count { $0.contains("data-positive") } == 4)
  }
}
