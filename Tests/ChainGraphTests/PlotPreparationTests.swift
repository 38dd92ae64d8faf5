import ChainGraph
import Testing

@Suite struct PlotPreparationTests {
  private func plots(_ source: String) -> [Plot] { Document(source, for: .plots).plots }

  @Test func plotsAreNumberedThroughTheInput() {
    let source =
      "f(t) = t\nplot f, t = 0 .. 1\nplot f, t = 0 .. 2\n---\ng(t) = t\nplot g, t = 0 .. 1\n"
    #expect(plots(source).map(\.number) == [1, 2, 3])
  }

  @Test func boundsMayBeExpressions() {
    #expect(plots("f(t) = sin(t)\nplot f, t = -pi .. 2*pi\n").count == 1)
  }

  @Test func aPlotKnowsItsFunctionAndVariables() throws {
    let plot = try #require(plots("f(x, y) = x*y\nplot f, x = 0 .. 1, y = 0 .. 1\n").first)
    #expect(plot.function.hasPrefix("f") && plot.variables == ["x", "y"])
    let svg = String(decoding: try plot.picture().svg(), as: UTF8.self)
    #expect(svg.hasPrefix("<?xml") || svg.hasPrefix("<svg"))
  }

  /// A plot in an input whose other figure is wrong is drawn all the same.
  @Test func figuresDoNotKeepEachOtherBack() {
    let document = Document("f = (\n---\ng(t) = t\nplot g, t = 0 .. 1\n", for: .plots)
    #expect(document.plots.count == 1 && document.hasErrors)
  }
}
