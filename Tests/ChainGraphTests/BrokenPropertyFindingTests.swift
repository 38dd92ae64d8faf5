import ChainGraph
import Testing

@Suite struct BrokenPropertyFindingTests {
  private let source = "W : R^{2 x 2} symmetric\nx : R^2\nd(x'*W*x)/dx\n"

  @Test func aPointThatBreaksAPropertyIsAnError() throws {
    let document = Document(source + "at x = [1; 1], W = [1, 2; 3, 4]\n")
    #expect(document.findings.map(\.id) == ["broken-property"])
    let finding = try #require(document.findings.first)
    #expect(finding.message == "`W` is declared symmetric, but is not so at the point")
    #expect(finding.line == 4 && finding.column == 16)
    #expect(document.figures.isEmpty)
  }

  @Test func thePointOfTheCommandLineTellsItsOwn() throws {
    let document = Document(
      source + "at x = [1; 1], W = [1, 2; 2, 4]\n", point: "W = [1, 2; 3, 4]")
    #expect(document.findings.map(\.id) == ["broken-property"])
    #expect(document.findings.first?.column == 1)
    #expect(document.hasErrors && document.figures.isEmpty)
  }

  @Test func aPointWithItsPropertiesIsDrawn() {
    let document = Document(source + "at x = [1; 1], W = [1, 2; 2, 4]\n")
    #expect(document.findings.isEmpty && document.figures.count == 1)
  }
}
