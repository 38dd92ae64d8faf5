import ChainDerivation
import ChainFigure
import ChainGeometry
import ChainScene
import ExpressionGraph
import MathTypesetting
import Testing

/// Parts that are too long for their place get a short name of their own.
@Suite struct StandInsTests {
  private func long(_ terms: Int) throws -> Scene {
    var source = Source()
    let x = source.input("x", 0.5)
    let parts = (1...terms).map { power in source.power(x, power) }
    let sum = source.graph.sum(parts.map { (.one, $0) })
    let f = source.define("f", source.graph.elementwise(.sin, sum))
    return try drawn(source.derivation(of: f, "f", by: [(x, "x")])).scene
  }

  @Test func shortFormulasStandAsTheyAre() throws {
    #expect(try long(2).formulas.contains { $0.layout.text.contains("cos") })
  }

  @Test func longOnesStillFitTheirCanvas() throws {
    let scene = try long(24)
    for formula in scene.formulas {
      #expect(formula.bounds.minX >= -0.5 && formula.bounds.maxX <= scene.size.width + 0.5)
    }
  }
}
