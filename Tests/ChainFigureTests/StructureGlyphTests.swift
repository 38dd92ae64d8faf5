import ChainDerivation
import ChainFigure
import ChainScene
import ExpressionGraph
import Testing

/// A small picture of the structure of a Jacobian that is too large to be written out.
@Suite struct StructureGlyphTests {
  private func glyphs(
    _ length: Int, _ build: (inout Source, NodeID) -> NodeID
  ) throws -> [SceneElement] {
    var source = Source()
    let x = source.vector("x", [Double](repeating: 0.5, count: length))
    let y = source.define("y", build(&source, x))
    let derivation = source.derivation(of: y, "y", by: [(x, "x")], detail: .functions)
    let label = try #require(try drawn(derivation).scene.groups(.label).first)
    return label.elements.dropFirst().filter {
      if case .formula = $0 { false } else { true }
    }
  }

  private func sine(_ source: inout Source, _ x: NodeID) -> NodeID {
    source.graph.elementwise(.sin, x)
  }

  @Test func entrywiseFunctionsShowADiagonal() throws {
    #expect(try glyphs(6, sine).count > 1)
  }

  @Test func aFullJacobianIsOneFilledBox() throws {
    let full = try glyphs(6) { source, x in source.graph.node(.vectorFunction(.softmax), [x]) }
    #expect(full.count <= 2 && !full.isEmpty)
  }

  @Test func whatIsWrittenOutNeedsNone() throws {
    #expect(try glyphs(2, sine).isEmpty)
  }
}
