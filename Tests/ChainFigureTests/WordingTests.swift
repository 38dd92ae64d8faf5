import ChainDerivation
import ChainFigure
import ChainScene
import Testing

@Suite struct WordingTests {
  /// One thing has one name wherever it is written.
  @Test func namesAreTheSameInGraphAndPanel() throws {
    let scene = try drawn(.twoPaths)
    let nodes = scene.texts(.node).map { $0[0] }
    #expect(nodes.contains { $0.hasPrefix("x₁") } && nodes.contains { $0.hasPrefix("x₂") })
    #expect(scene.texts(.panel)[0].contains("via x₁"))
  }

  @Test func aDefinitionIsWrittenWithItsBody() throws {
    let nodes = try drawn(.twoPaths).texts(.node).map { $0.joined(separator: " ") }
    #expect(nodes.contains { $0.contains("sin t") })
  }

  @Test func theDescriptionSaysAllInSentences() throws {
    let description = try drawn(.twoPaths).description
    #expect(description.hasPrefix("Computation graph with 4 nodes and 4 edges."))
    #expect(description.hasSuffix(".") && description.contains("df/dt = path 1 + path 2"))
  }

  @Test func totalsAreWrittenOnRequest() throws {
    let plain = try drawn(.tree)
    let totals = try drawn(.tree) { $0.show.insert(.totals) }
    #expect(totals.formulas.count >= plain.formulas.count)
  }
}
