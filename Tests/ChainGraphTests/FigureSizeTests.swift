import ChainGraph
import Testing

@Suite struct FigureSizeTests {
  private func chain(_ length: Int) -> String {
    let links = (1..<length).map { "v\($0) = sin(v\($0 - 1))\n" }
    return "v0 = x\n" + links.joined() + "dv\(length - 1)/dx\n"
  }

  @Test func aLongChainIsDerived() throws {
    let document = Document(chain(600))
    #expect(document.findings.isEmpty)
    #expect(document.figures.first?.nodeCount == 601)
  }

  @Test func aLongChainIsNotDrawn() {
    let document = Document(chain(4000), for: .pictures)
    #expect(document.figures.isEmpty)
    #expect(
      document.findings.map(\.message) == [
        "a figure of 4001 nodes is too large to draw, the limit is 3000"
      ])
    #expect(document.findings.first?.help.first?.contains("--detail functions") == true)
  }

  @Test func manyQueriesAreRefused() {
    let queries = String(repeating: "df/dx\n", count: 1001)
    let document = Document("f = x^2\n" + queries)
    #expect(document.findings.map(\.id) == ["figure-too-large"])
    #expect(document.findings.first?.line == 1002)
  }

  @Test func manyQueriesOfManyNodesAreRefused() {
    let names = (0..<700).map { "x\($0)" }
    let sum = names.map { $0 + "^2" }.joined(separator: " + ")
    let document = Document("f = \(sum)\n" + names.map { "df/d\($0)\n" }.joined())
    #expect(document.findings.map(\.id) == ["figure-too-large"])
  }
}
