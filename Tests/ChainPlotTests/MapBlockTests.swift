import ChainPlot
import ChainScene
import Testing

@Suite struct MapBlockTests {
  private func scene(_ options: String) throws -> Scene {
    try drawn("f(x, y) = x^2 + y^2\nat x = 1, y = 0.5\nplot f, x = -2 .. 2, y = -2 .. 2\(options)")
      .scene
  }

  /// Levels are written on their lines, and are round.
  @Test func levelsAreWritten() throws {
    let texts = try scene("").texts
    #expect(["1", "2", "3", "4", "5", "6"].contains { texts.contains($0) })
  }

  @Test func arrowsAreDrawnOnRequest() throws {
    func count(_ scene: Scene) -> Int { scene.elements.flatMap(\.everything).count }
    #expect(try count(scene(", gradients")) > count(scene("")) + 20)
    #expect(try count(scene(", gradients 15")) > count(scene(", gradients 5")))
  }

  @Test func theGradientAtThePointIsNamed() throws {
    let texts = try scene(", gradients").texts
    #expect(texts.contains { $0.contains("∇f") || $0.contains("∂f") })
  }
}

extension SceneElement {
  fileprivate var everything: [SceneElement] {
    guard case .group(let group) = self else { return [self] }
    return group.elements.flatMap(\.everything)
  }
}
