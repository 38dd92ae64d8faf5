import ChainFigure
import ChainGeometry
import ChainPlot
import ChainScene
import Testing

@Suite struct CurveBlockTests {
  private func paths(_ scene: Scene) -> Int {
    func count(_ element: SceneElement) -> Int {
      switch element {
      case .path: 1
      case .group(let group): group.elements.map(count).reduce(0, +)
      case .rectangle, .ellipse, .formula: 0
      }
    }
    return scene.elements.map(count).reduce(0, +)
  }

  @Test func everySecantIsALine() throws {
    let source = "f(t) = t^2\nat t = 1\nplot f, t = 0 .. 3"
    let (bare, few, many) = (
      try drawn(source).scene, try drawn(source + ", secants 2").scene,
      try drawn(source + ", secants 5").scene
    )
    #expect(paths(many) >= paths(few) + 3 && paths(few) > paths(bare))
  }

  /// A curve that is undefined in the middle is no straight line across it.
  @Test func gapsStayGaps() throws {
    func longestStep(_ source: String) throws -> Double {
      let scene = try drawn(source).scene
      let widest = scene.elements.flatMap(\.polylines).max { $0.count < $1.count } ?? []
      return zip(widest, widest.dropFirst()).map { $1.x - $0.x }.max() ?? 0
    }
    let whole = try longestStep("plot sqrt(x^2 + 1/4), x = -1 .. 1")
    #expect(try longestStep("plot sqrt(x^2 - 1/4), x = -1 .. 1") < 20 * max(whole, 1))
  }

  @Test func thePointIsNamed() throws {
    let texts = try drawn("f(t) = t^2\nat t = 1\nplot f, t = 0 .. 3, tangent").scene.texts
    #expect(
      texts.contains { $0.contains("1") }
        && texts.contains { $0.contains("2t") || $0.contains("= 2") })
  }
}

extension SceneElement {
  fileprivate var polylines: [[Point]] {
    switch self {
    case .path(let path, _, _):
      [
        path.segments.compactMap { segment in
          switch segment {
          case .move(let point), .line(let point): point
          case .cubic(_, _, let point): point
          case .close: nil
          }
        }
      ]
    case .group(let group): group.elements.flatMap(\.polylines)
    case .rectangle, .ellipse, .formula: []
    }
  }
}
