import ChainGraph
import Foundation
import Testing

@Suite struct PlotTests {
  @Test func aPlotIsReadWhereItIsAskedFor() throws {
    let source = "f(t) = t^2\nplot f, t = 0 .. 3, secants 4\nplot f(t), t = 1 .. 2\n"
    let document = Document(source, for: .plots)
    #expect(document.findings.isEmpty && document.figures.isEmpty)
    #expect(document.plots.map(\.function) == ["f", "f(t)"])
    #expect(document.plots.map(\.variables) == [["t"], ["t"]])
    #expect(document.plots.map(\.number) == [1, 2])
    #expect(document.figureCount == 2)
    #expect(Document(source).plots.isEmpty)
  }

  @Test func plotsAreCountedThroughAllFigures() {
    let document = Document(
      "plot t, t = 0 .. 1\n---\nplot s +, s = 0 .. 1\n---\nplot r, r = 0 .. 1\n", for: .plots)
    #expect(document.hasErrors)
    #expect(document.plots.map(\.number) == [1, 3])
    #expect(document.figureCount == 3)
  }

  @Test func aPlotAloneIsNoFigure() {
    let document = Document("plot sin(t), t = 0 .. 1\n")
    #expect(document.figures.isEmpty && !document.hasErrors)
    #expect(document.findings.map(\.id) == ["only-plot"])
  }

  @Test(arguments: [
    ("f(t) = t", "nothing-to-plot", "the input has no plot", nil),
    ("plot t, t = 3 .. 0", "plot-interval", "the interval of `t` is empty", 13),
    ("plot t, t = 1 .. 1", "plot-interval", "the interval of `t` is empty", 13),
    (
      "plot t, t = 0 .. log(0)", "plot-interval", "the bounds of an interval are finite numbers", 13
    ),
    ("f(x, y) = x*y\nplot f, x = 0 .. 1", "plot-without-values", "`f` depends on `y` too", 6),
    (
      "f : R -> R\nplot f(t), t = 0 .. 1", "plot-without-values",
      "`f` is only declared and has no values to plot", 6
    ),
    (
      "x : R^n\nplot t*sum(x), t = 0 .. 1", "plot-without-values", "`t*sum(x)` depends on `x` too",
      6
    ),
    (
      "plot t*n*sum(ones(n)), t = 0 .. 1\nx : R^n", "plot-without-values",
      "`t*n*sum(ones(n))` has a dimension of unknown size", 6
    ),
    (
      "f(t) = t^2\nat t = 9\nplot f, t = 0 .. 1, tangent", "point-outside",
      "the point lies outside what is plotted", 13
    ),
    (
      "plot abs(t), t = -1 .. 1, tangent", "kink",
      "`abs(t)` has a kink at the point, and no tangent there", 6
    ),
    (
      "plot log(t), t = -2 .. -1", "undefined-value", "`log(t)` has no value anywhere in the plot",
      18
    ),
    (
      "plot 1/t, t = -1 .. 1, secants 2", "undefined-value", "division by zero at the point", 6
    ),
    (
      "A : R^{300x300}\nat A = ones(300, 300)\nplot t*sum(A*A), t = 0 .. 1", "figure-too-large",
      "`t*sum(A*A)` works on too many numbers to be plotted", 6
    ),
  ])
  func whatCannotBePlottedIsToldAtItsPlace(
    _ source: String, _ id: String, _ message: String, _ column: Int?
  ) throws {
    let document = Document(source + "\n", for: .plots)
    #expect(document.plots.isEmpty)
    #expect(document.findings.map(\.id) == [id])
    #expect(document.findings.first?.message == message)
    if let column { #expect(document.findings.first?.column == column) }
  }

  @Test func thePointFromOutsideWins() throws {
    let source = "f(t) = t^2\nat t = 1\nplot f, t = 0 .. 3, tangent\n"
    let plot = try #require(Document(source, point: "t = 2", for: .plots).plots.first)
    let svg = try #require(ParsedSVG(plot.picture().svg()))
    #expect(svg.description.contains("At t = 2 its value is 4."))
    #expect(svg.description.contains("= 4."))
  }

  @Test(arguments: try SamplePicture.plots())
  func samplesAreDrawnWithoutAWarning(_ name: String) throws {
    let file = SamplePicture.folder.appendingPathComponent(name + ".txt")
    let document = Document(try String(contentsOf: file, encoding: .utf8), for: .plots)
    #expect(document.findings.isEmpty && !document.plots.isEmpty)
    for plot in document.plots {
      #expect(plot.isChecked)
      let picture = try plot.picture()
      #expect(picture.warnings.isEmpty)
      let svg = try #require(ParsedSVG(picture.svg()))
      #expect(svg.size.width <= 960 && svg.size.height <= 540)
    }
  }

  @Test func withoutAPointTheMiddleServes() throws {
    let plot = try #require(
      Document("plot t^2, t = 0 .. 3, tangent\n", for: .plots).plots.first)
    let svg = try #require(ParsedSVG(plot.picture().svg()))
    #expect(
      svg.description == """
        Curve of f(t) = t² for t from 0 to 3. At t = 1.5 its value is 2.25. The tangent there has \
        the slope df/dt = 3.
        """)
  }
}
