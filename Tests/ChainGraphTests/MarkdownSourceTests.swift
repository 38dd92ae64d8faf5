import ChainGraph
import Testing

@Suite struct MarkdownSourceTests {
  private static func markdown(_ text: String) -> MarkdownSource {
    MarkdownSource(bytes: Array(text.utf8), name: "notes.md")
  }

  @Test func blocksAreFound() {
    let markdown = Self.markdown(
      """
      # Notes
      ```chaingraph
      f = x^2
      df/dx
      ```
      text
      1. a list

         ~~~ {.chaingraph #fig:g detail=operations title="Two words"}
         g = sin(x)
         dg/dx
         ---
         h = x
         dh/dx
         ~~~
      ```python
      f = 1
      ```
      """)
    #expect(markdown.blocks.count == 2)
    let documents = markdown.blocks.map { markdown.document(of: $0) }
    #expect(documents.map(\.figureCount) == [1, 2])
    #expect(documents.flatMap(\.findings).isEmpty)
    #expect(documents[0].figures[0].derivatives[0].expression == "2*x")
    let attributes = markdown.blocks[1].attributes
    #expect(attributes.map(\.key) == ["detail", "title"])
    #expect(attributes.map(\.value) == ["operations", "Two words"])
  }

  @Test func findingsNameTheLinesOfTheDocument() {
    let markdown = Self.markdown(
      "text\n\n```chaingraph\nf = x^2\ndf/dy\n```\n\n```chaingraph\n```\n")
    let findings = markdown.blocks.flatMap { markdown.document(of: $0).findings }
    #expect(findings.map(\.line) == [4, 9])
    #expect(findings.map(\.id) == ["unknown-name", "empty-source"])
    #expect(findings[0].column == 5)
    let text = markdown.document(of: markdown.blocks[0]).report()
    #expect(text.contains("notes.md:4:5") && text.contains("4 | f = x^2"))
    let problem = markdown.error("setting-value", "no such detail", in: markdown.blocks[1])
    #expect(problem.line == 8)
  }

  @Test func whatShowsABlockIsNone() {
    #expect(Self.markdown("````markdown\n```chaingraph\nf = x\n```\n````\n").blocks.isEmpty)
    #expect(Self.markdown("~~~\n```chaingraph\n~~~\n").blocks.isEmpty)
    #expect(Self.markdown("``` {chaingraph}\nf = x\n```\n").blocks.isEmpty)
    #expect(Self.markdown("Use `chaingraph` here\n").blocks.isEmpty)
    #expect(Self.markdown("").blocks.isEmpty)
  }

  @Test func anOpenBlockEndsWithTheDocument() {
    let markdown = Self.markdown("```chaingraph\nf = x^2\ndf/dx")
    #expect(markdown.document(of: markdown.blocks[0]).figures.count == 1)
    #expect(Self.markdown("```chaingraph").blocks.count == 1)
    let crlf = Self.markdown("a\r\n```chaingraph\r\nf = x^2\r\ndf/dx\r\n```\r\nb\r\n")
    #expect(crlf.document(of: crlf.blocks[0]).findings.isEmpty)
  }

  @Test func aPartHasItsOwnFigures() {
    // The line below the block would begin another figure.
    let markdown = Self.markdown("---\n```chaingraph\nf = x^2\ndf/dx\n```\n---\n")
    #expect(markdown.document(of: markdown.blocks[0]).figureCount == 1)
  }
}
