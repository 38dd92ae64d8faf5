import ChainElaboration
import Testing

@Suite struct ElaboratedPlotTests {
  private func plot(_ line: String) throws -> ElaboratedPlot {
    let figure = try #require(elaborated("f(t) = t^2\ng(x, y) = x*y\nplot \(line)").figure)
    return try #require(figure.plots.first)
  }

  @Test func intervalsAreReadInOrder() throws {
    #expect(try plot("f, t = 0 .. 3").intervals.map(\.name) == ["t"])
    #expect(try plot("g, y = 0 .. 1, x = -1 .. 1").intervals.map(\.name) == ["y", "x"])
  }

  @Test func optionsHaveTheirUsualCounts() throws {
    let bare = try plot("f, t = 0 .. 3, secants")
    #expect(bare.options.secants == 3 && !bare.options.hasTangent)
    let full = try plot("f, t = 0 .. 3, secants 5, tangent")
    #expect(full.options.secants == 5 && full.options.hasTangent)
    let map = try plot("g, x = 0 .. 1, y = 0 .. 1, gradients, levels 4")
    #expect(map.options.arrows == 9 && map.options.levels == 4)
  }

  @Test func argumentsMayBeLeftOut() throws {
    #expect(try plot("f, t = 0 .. 3").leavesOutArguments)
    #expect(try !plot("f(t), t = 0 .. 3").leavesOutArguments)
  }
}
