import ChainPage
import ExpressionGraph
import Testing

@Suite struct PageMarkupTests {
  @Test func theTitleIsTheHeading() throws {
    let html = try samplePage(title: "One & two") { graph, x in graph.elementwise(.sin, x) }
    #expect(html.contains("<h1>One &amp; two</h1>"))
  }

  @Test func nodesAndEdgesAreTablesToo() throws {
    let html = try samplePage { graph, x in graph.elementwise(.sin, x) }
    #expect(html.split(separator: "<table").count == 3)
    #expect(html.contains("class=\"tables\""))
  }

  @Test func thePointCanBeChanged() throws {
    let html = try samplePage(at: [0.25]) { graph, x in graph.elementwise(.sin, x) }
    #expect(html.contains("<input") && html.contains("0.25"))
  }

  /// An abstract function has no numbers, so the page says why nothing can be changed.
  @Test func whatThePageCannotEvaluateIsSaid() throws {
    let html = try samplePage(at: nil) { graph, x in
      let function = AbstractFunction(name: "g", domain: [.scalar], codomain: .scalar)
      return graph.application(function, to: [x])
    }
    #expect(html.contains("only declared") || html.contains("abstract"))
  }
}
