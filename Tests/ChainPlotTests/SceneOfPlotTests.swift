import ChainFigure
import ChainGeometry
import ChainPlot
import ChainScene
import MathTypesetting
import Testing

private let secants = "f(t) = t^2\nat t = 1\nplot f, t = 0 .. 3, secants 4"
private let gradient = """
  f(x, y) = x^2 + x*y + 2*y^2
  at x = 1, y = 0.5
  plot f, x = -2 .. 2, y = -2 .. 2, gradients
  """

struct SceneOfPlotTests {
  static let sources = [
    secants, gradient, "plot sin(t), t = 0 .. 2*pi", "y = sqrt(x)\nplot y, x = -1 .. 2, tangent",
    "plot x^2 - y^2, x = -1 .. 1, y = -2 .. 2, levels 20",
    "f(x) = exp(3*x)\nat x = 1.5\nplot f, x = 0 .. 2, secants 12",
    "plot 1e6*exp(-x), x = 0 .. 5, tangent", "plot 0*x + 3, x = 0 .. 1, secants",
    "plot 0*x*y, x = 0 .. 1, y = 0 .. 1, gradients",
  ]

  @Test(arguments: sources, Profile.allCases)
  func textFitsIsApartAndNeverTooSmall(source: String, profile: Profile) throws {
    let (scene, warnings) = try drawn(source) { $0.profile = profile }
    #expect((scene.formulas.map(\.fontSize).min() ?? 0) >= profile.smallestText)
    #expect(scene.formulas.flatMap(\.layout.missing).isEmpty)
    let fits =
      scene.size.width <= profile.room.width + 0.5
      && scene.size.height <= profile.room.height + 0.5
    #expect(fits == warnings.isEmpty)
    let boxes = scene.textBoxes
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[..<index].contains { box.insetBy(0.5).intersects($0.insetBy(0.5)) })
      #expect(box.minX >= 0 && box.maxX <= scene.size.width)
      #expect(box.minY >= 0 && box.maxY <= scene.size.height)
    }
  }

  @Test(arguments: [secants, gradient])
  func equalSubjectsGiveEqualScenes(source: String) throws {
    let (first, second) = (try drawn(source).scene, try drawn(source).scene)
    #expect(first.elements == second.elements && first.description == second.description)
  }

  @Test func theTableClosesInOnTheDerivative() throws {
    let scene = try drawn(secants).scene
    #expect(
      scene.texts(.panel) == [
        ["h", "(f(1 + h) − f(1))/h"], ["1", "3"], ["0.5", "2.5"], ["0.2", "2.2"], ["0.1", "2.1"],
        ["h → 0", "→ 2"], ["df/dt", "= 2t", "= 2", "at t = 1"],
      ])
    #expect(
      scene.texts(.label).flatMap(\.self) == [
        "h = 1", "h = 0.5", "h = 0.2", "h = 0.1", "tangent", "(1, 1)",
      ])
  }

  @Test func theGradientHasItsPartsAsSlopes() throws {
    let scene = try drawn(gradient).scene
    #expect(
      scene.texts(.panel) == [
        ["∇f = [∂f/∂x, ∂f/∂y]", "= [2x + y, x + 4y]", "= [2.5, 3]", "at x = 1, y = 0.5"]
      ])
    let labels = scene.texts(.label).flatMap(\.self)
    #expect(labels.suffix(2) == ["∂f/∂x = 2.5", "∂f/∂y = 3"])
    #expect(labels.contains("∇f") && labels.contains("2") && labels.contains("12"))
  }

  @Test func aReaderWhoCannotSeeItIsToldAll() throws {
    #expect(
      try drawn(secants).scene.description == """
        Curve of f(t) = t² for t from 0 to 3. At t = 1 its value is 1. Secants through that point \
        have with step 1 the slope 3, with step 0.5 the slope 2.5, with step 0.2 the slope 2.2, \
        with step 0.1 the slope 2.1. The tangent there has the slope df/dt = 2.
        """)
    #expect(
      try drawn(gradient).scene.description == """
        Contours of f(x, y) = x² + xy + 2y² for x from −2 to 2 and y from −2 to 2. At x = 1, \
        y = 0.5 the value is 2. Arrows show the gradient, which points where the function grows \
        fastest, across the contours. There it has the entries ∂f/∂x = 2.5, ∂f/∂y = 3, the slopes \
        of the curves through the point along each axis.
        """)
    #expect(try drawn(secants).scene.metadata.hasPrefix("d f / d t: checked by central"))
  }

  @Test func headerAndCaptionAreAsAsked() throws {
    let header = FigureHeader(title: "A $t^2$", caption: "So it is.", alternative: "Words.")
    let scene = try drawn(secants, header: header).scene
    #expect(scene.title == "A t²" && scene.description == "Words.")
    #expect(scene.texts.first == "A t²" && scene.texts.last == "So it is.")
  }

  /// Gradients stand upright on contours only where both axes have one scale.
  @Test func mapsHaveOneScale() throws {
    let scene = try drawn("plot x*y, x = -1 .. 1, y = -2 .. 2").scene
    let marks = Array(zip(scene.texts, scene.textBoxes))
    let across = marks.filter { $0.0 == "−1.0" || $0.0 == "1.0" }.map(\.1.center.x)
    let up = marks.filter { $0.0 == "−2" || $0.0 == "2" }.map(\.1.center.y)
    let width = (across.max() ?? 0) - (across.min() ?? 0)
    let height = (up.max() ?? 0) - (up.min() ?? 0)
    #expect(abs(height - 2 * width) < 12)
  }
}
