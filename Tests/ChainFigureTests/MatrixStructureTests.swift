import ChainDerivation
import ChainFigure
import ChainGeometry
import ChainScene
import ExpressionGraph
import Testing

struct MatrixStructureTests {
  /// y = x ∘ x of a vector of a length, by x: a diagonal Jacobian.
  private func square(length: Int) -> Derivation {
    var source = Source()
    let x = source.vector("x", Array(repeating: 1, count: length))
    let shape = Shape([Dimension(length)])
    let y = source.define("y", source.graph.hadamard([(x, Number(2))], shape: shape))
    return source.derivation(of: y, "y", by: [(x, "x")], detail: .functions)
  }

  private func glyphs(_ derivation: Derivation) throws -> [SceneElement] {
    let label = try #require(try drawn(derivation).scene.groups(.label).first)
    return label.elements.dropFirst().filter { $0.frame != nil }
  }

  @Test func aLargeDiagonalJacobianShowsItsDiagonal() throws {
    #expect(try glyphs(square(length: 5)).count == 5, "a box and the cells of its diagonal")
  }

  @Test func whatIsWrittenOutHasNoGlyph() throws {
    #expect(try glyphs(square(length: 3)).isEmpty)
  }

  @Test func theRectangleHasTheProportionsOfTheMatrix() throws {
    var source = Source()
    let x = source.vector("x", [1, 2, 3, 4, 5, 6, 7, 8])
    let y = source.define("y", source.graph.entry(x, at: [0 as Int]))
    let derivation = source.derivation(of: y, "y", by: [(x, "x")], detail: .functions)
    let frame = try #require(try glyphs(derivation).first?.frame)
    #expect(frame.width > 3 * frame.height)
  }
}
