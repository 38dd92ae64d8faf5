import ChainPage
import ExpressionGraph
import Foundation
import Testing

@Suite struct JSONValueTests {
  private func data(_ html: String) throws -> [String: Any] {
    let json = try #require(html.part(from: "<script type=\"application/json\">", to: "</script>"))
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test func aPagesNumbersAreJSON() throws {
    let html = try samplePage(at: [0.1]) { graph, x in graph.elementwise(.exp, x) }
    #expect(try !data(html).isEmpty)
  }

  /// Infinity is no number of JSON.
  @Test func whatIsNoNumberIsNull() throws {
    let html = try samplePage(at: [0]) { graph, x in graph.elementwise(.log, x) }
    #expect(try !data(html).isEmpty)
    let json = try #require(html.part(from: "<script type=\"application/json\">", to: "</script>"))
    #expect(!json.contains("inf") && !json.contains("nan"))
  }

  /// No title ends the script it stands in.
  @Test func markupInATextStaysText() throws {
    let html = try samplePage(title: "</script><b>&") { graph, x in graph.sum([(.one, x)]) }
    #expect(html.components(of: "</script>") == html.components(of: "<script"))
    #expect(!html.contains("<b>"))
  }
}

extension String {
  fileprivate func components(of separator: String) -> Int { split(separator: separator).count }
}
