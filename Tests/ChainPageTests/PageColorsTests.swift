import ChainPage
import ExpressionGraph
import Testing

@Suite struct PageColorsTests {
  private func html() throws -> String {
    try samplePage { graph, x in
      graph.scalarProduct([(x, .one), (graph.elementwise(.sin, x), .one)])
    }
  }

  @Test func everyPathHasItsColour() throws {
    let html = try html()
    for number in 1...2 {
      let color = try #require(html.part(from: ".number.p\(number){background:", to: "}"))
      #expect(color.count == 7 && color.hasPrefix("#"))
      #expect(color.dropFirst().allSatisfy { $0.isHexDigit })
    }
  }

  @Test func pathsDifferInColour() throws {
    let html = try html()
    let colors = (1...2).compactMap { html.part(from: ".number.p\($0){background:", to: "}") }
    #expect(Set(colors).count == 2)
  }
}
