import ChainElaboration
import Testing

/// What a figure needs of its source.
@Suite struct ReachTests {
  @Test func definitionsThatNoQueryNeedsAreLeftOut() throws {
    let figure = try #require(elaborated("a = x^2\nb = sin(x)\nf = a\ndf/dx").figure)
    #expect(figure.definitions.count == 2)
  }

  @Test func impliedInputsOccurOrAreLeftOut() throws {
    let figure = try #require(elaborated("a = y\nf = x\ndf/dx\nat y = 1, x = 2").figure)
    #expect(figure.inputs.map { figure.graph.text(of: $0) } == ["x"])
  }

  /// A value for what nothing uses is probably misspelt.
  @Test func anUnusedValueIsWarnedOfOnce() {
    #expect(findings("f = x\ndf/dx\nat x = 1, y = 2").count == 1)
  }

  @Test func declaredInputsStayThoughUnused() throws {
    let figure = try #require(elaborated("x, z : R\nf = x\ndf/dx").figure)
    #expect(figure.inputs.count == 2)
  }
}
