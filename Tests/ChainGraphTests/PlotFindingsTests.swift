import ChainGraph
import Testing

@Suite struct PlotFindingsTests {
  private func ids(_ source: String) -> [String] {
    Document(source, for: .plots).findings.map(\.id)
  }

  @Test(arguments: [
    ("f = x\ndf/dx\n", "nothing-to-plot"), ("f(t) = t\nplot f, t = 3 .. 1\n", "plot-interval"),
    ("f(t) = t\nplot f, t = 1 .. 1\n", "plot-interval"),
    ("f : R -> R\nplot f(t), t = 0 .. 1\n", "plot-without-values"),
    ("a : R\nf(t) = a*t\nplot f, t = 0 .. 1\n", "plot-without-values"),
    ("f(t) = log(t)\nplot f, t = -2 .. -1\n", "undefined-value"),
    ("f(t) = abs(t)\nplot f, t = -1 .. 1, tangent\nat t = 0\n", "kink"),
    ("f(t) = t^2\nplot f, t = 0 .. 1, tangent\nat t = 5\n", "point-outside"),
  ])
  func whatCannotBePlottedIsSaid(source: String, id: String) {
    #expect(ids(source) == [id])
  }

  @Test func aGoodPlotHasNoFindings() {
    #expect(ids("f(t) = t^2\nplot f, t = 0 .. 1, secants\nat t = 0.2\n").isEmpty)
  }
}
