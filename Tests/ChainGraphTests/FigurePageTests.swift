import ChainGraph
import Testing

@Suite struct FigurePageTests {
  private func page(_ source: String) throws -> String {
    try Figure.page(of: Document(source).figures)
  }

  @Test func aPageHoldsAllFigures() throws {
    let html = try page("f = sin(x)\ndf/dx\n---\ng = exp(x)\ndg/dx\n")
    #expect(html.split(separator: "<article").count == 3)
  }

  /// Without a theme a page follows its reader's setting.
  @Test func themesAreTheReadersUnlessChosen() throws {
    let source = "f = sin(x)\ndf/dx\n"
    #expect(try page(source).contains("prefers-color-scheme: dark"))
    #expect(try page("set theme dark\n" + source) != page(source))
  }

  @Test func titleAndCaptionAreThePages() throws {
    let html = try page("set title One\nset caption Two\nf = sin(x)\ndf/dx\n")
    #expect(html.contains("<h1>One</h1>") && html.contains("Two"))
  }
}
