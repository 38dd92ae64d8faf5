import ChainPage
import ExpressionGraph
import Foundation
import Testing

@Suite struct PageProgramTests {
  private func program(_ html: String) throws -> [String: Any] {
    let json = try #require(html.part(from: "<script type=\"application/json\">", to: "</script>"))
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test func rowsHoldOperandsBeforeTheirUsers() throws {
    let html = try samplePage { graph, x in graph.elementwise(.sin, graph.elementwise(.exp, x)) }
    let program = try program(html)
    let rows = program.values.compactMap { $0 as? [Any] }
    #expect(rows.contains { $0.count >= 3 })
  }

  @Test func theSameFigureIsTheSameProgram() throws {
    func html() throws -> String { try samplePage { graph, x in graph.elementwise(.tanh, x) } }
    #expect(try html() == html())
  }

  /// More entries than a page should bear keep the values that were worked out.
  @Test func whatIsTooLargeIsFixed() throws {
    let html = try samplePage(
      shape: Shape([150, 150]), at: [Double](repeating: 1, count: 150 * 150)
    ) { graph, x in graph.unary(.reduction(.norm2), x) }
    #expect(html.contains("<article"))
    #expect(try !program(html).isEmpty && html.utf8.count < 4_000_000)
  }
}
