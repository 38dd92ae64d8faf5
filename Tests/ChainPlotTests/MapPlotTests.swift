import ChainPlot
import ChainScene
import Testing

@Suite struct MapPlotTests {
  private let source = """
    f(x, y) = x^2 + x*y
    at x = 1, y = 2
    plot f, x = -2 .. 3, y = -2 .. 3, gradients
    """

  /// ∇f = [2x + y, x] = [4, 1] at (1, 2).
  @Test func theGradientIsARow() throws {
    let texts = try drawn(source).scene.texts
    #expect(texts.contains { $0.contains("[4, 1]") })
  }

  @Test func partialDerivativesAreSlopesAlongTheAxes() throws {
    let texts = try drawn(source).scene.texts.joined(separator: " ")
    #expect(texts.contains("∂f/∂x") && texts.contains("∂f/∂y"))
  }

  @Test func withoutGradientsThereAreContoursAlone() throws {
    let texts = try drawn("plot x*y, x = -1 .. 1, y = -1 .. 1").scene.texts
    #expect(!texts.contains { $0.contains("∂") })
  }
}
