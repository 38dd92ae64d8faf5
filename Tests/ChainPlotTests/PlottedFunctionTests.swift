import ChainDerivation
import ChainGeometry
import ChainPlot
import ChainScene
import Testing

/// The numbers that are drawn are the function's.
@Suite struct PlottedFunctionTests {
  /// (1.5² − 1)/0.5 = 2.5: difference quotients of t² at 1 are 2 + h.
  @Test func quotientsAreThoseOfTheFunction() throws {
    let rows = try drawn("f(t) = t^2\nat t = 1\nplot f, t = 0 .. 3, secants 4").scene.texts(.panel)
    let numbers = rows.joined().compactMap { Double($0) }
    #expect(numbers.contains(2.5) || numbers.contains(3))
    #expect(rows.joined().contains { $0.hasSuffix("2") })
  }

  @Test func otherInputsAreHeldAtThePoint() throws {
    let texts = try drawn("a : R\nf(t) = a*t^2\nat a = 3, t = 1\nplot f, t = 0 .. 2, tangent").scene
      .texts
    #expect(texts.contains { $0.hasSuffix("6") })
  }

  @Test func whereThereIsNoValueThereIsNoCurve() throws {
    let scene = try drawn("plot sqrt(x), x = -1 .. 1").scene
    #expect(!scene.elements.isEmpty && scene.size.width > 0)
  }
}
