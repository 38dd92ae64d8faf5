import ChainPlot
import ChainScene
import Testing

@Suite struct PlotWordingTests {
  private func texts(_ source: String) throws -> [String] { try drawn(source).scene.texts }

  @Test func aNamedFunctionIsCalledByItsName() throws {
    #expect(try texts("g(t) = t^2\nplot g, t = 0 .. 1").contains("g(t)"))
  }

  @Test func anExpressionHasALetter() throws {
    let texts = try texts("plot sin(t), t = 0 .. 1")
    #expect(texts.contains("y") || texts.contains { $0.contains("sin") })
  }

  /// One variable has d, two have ∂.
  @Test func derivativesHaveTheirSign() throws {
    let one = try texts("f(t) = t^2\nat t = 1\nplot f, t = 0 .. 3, tangent").joined()
    let two = try texts("f(x, y) = x*y\nat x = 1, y = 1\nplot f, x = 0 .. 2, y = 0 .. 2, gradients")
      .joined()
    #expect(one.contains("df/dt") && !one.contains("∂"))
    #expect(two.contains("∂f/∂x"))
  }

  @Test func roundedNumbersAreSaidToBe() throws {
    let texts = try texts("f(t) = exp(t)\nat t = 1\nplot f, t = 0 .. 2, tangent")
    #expect(texts.contains { $0.contains("≈") })
  }
}
