import ChainGeometry
import ChainPlot
import ChainScene
import Testing

/// Lines that leave the frame are named where they leave it.
@Suite struct RayEndsTests {
  @Test func namesOfSecantsStandAtTheirEnds() throws {
    let scene = try drawn("f(t) = t^2\nat t = 1\nplot f, t = 0 .. 3, secants 3").scene
    let boxes = scene.textBoxes
    #expect(boxes.allSatisfy { $0.minX >= 0 && $0.maxX <= scene.size.width })
    #expect(boxes.allSatisfy { $0.minY >= 0 && $0.maxY <= scene.size.height })
  }

  /// A steep tangent leaves above, a flat one to the right.
  @Test(arguments: ["exp(3*t)", "t/10"])
  func steepAndFlatLinesAreNamed(function: String) throws {
    let texts = try drawn("f(t) = \(function)\nat t = 1\nplot f, t = 0 .. 2, tangent").scene.texts
    #expect(texts.contains { $0.contains("df/dt") || $0.contains("tangent") })
  }
}
