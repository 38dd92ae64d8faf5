import ChainFigure
import ChainPlot
import ChainScene
import Testing

@Suite struct AxesTests {
  private func texts(_ source: String) throws -> [String] { try drawn(source).scene.texts }

  @Test func axesHaveTheNamesOfTheirVariables() throws {
    let texts = try texts("f(t) = t^2\nplot f, t = 0 .. 3")
    #expect(texts.contains("t") && texts.contains("f(t)"))
  }

  /// Numbers at ticks are round and lie within the interval.
  @Test func numbersAreRound() throws {
    let texts = try texts("f(t) = t^2\nplot f, t = 0 .. 3")
    for number in ["0.5", "1.0", "2.5", "3.0", "2", "8"] { #expect(texts.contains(number)) }
    #expect(!texts.contains("3.5") && !texts.contains("10"))
  }

  @Test func multiplesOfPiAreWrittenWithPi() throws {
    #expect(try texts("plot sin(t), t = 0 .. 2*pi").contains("2π"))
  }

  /// Millions are written once, at the end of the axis.
  @Test func powersOfTenStandAtTheAxis() throws {
    let texts = try texts("plot 1e6*x, x = 0 .. 5")
    #expect(texts.contains { $0.contains("10⁶") })
    #expect(!texts.contains("5000000"))
  }
}
