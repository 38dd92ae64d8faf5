import ChainPlot
import ChainScene
import Testing

@Suite struct CurvePlotTests {
  private let source = "f(t) = t^2\nat t = 1\nplot f, t = 0 .. 3"

  @Test func aBareCurveHasNoTable() throws {
    #expect(try drawn("f(t) = t^2\nplot f, t = 0 .. 3").scene.texts(.panel).isEmpty)
  }

  @Test func secantsHaveTheirTable() throws {
    let rows = try drawn(source + ", secants 4").scene.texts(.panel)
    #expect(rows.joined().count > 8)
  }

  /// The slope of t² at 1 is 2.
  @Test func theTangentSaysItsSlope() throws {
    let texts = try drawn(source + ", tangent").scene.texts
    #expect(texts.contains { $0.contains("2t") } && texts.contains { $0.hasSuffix("2") })
  }

  @Test func theDescriptionNamesFunctionAndInterval() throws {
    let description = try drawn(source + ", tangent").scene.description
    #expect(description.contains("f") && description.contains("0") && description.contains("3"))
  }
}
