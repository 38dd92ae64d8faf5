import ChainFigure
import ChainGeometry
import ChainPlot
import Testing

/// Labels keep clear of each other and of the edges of the frame.
@Suite struct ObstaclesTests {
  @Test(arguments: [
    "f(t) = t^2\nat t = 0.1\nplot f, t = 0 .. 3, secants 6, tangent",
    "f(t) = exp(t)\nat t = 2.9\nplot f, t = 0 .. 3, secants 3, tangent",
    "f(t) = sin(5*t)\nat t = 1\nplot f, t = 0 .. 3, secants 12",
  ])
  func crowdedLabelsStayApart(source: String) throws {
    let boxes = try drawn(source).scene.textBoxes
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[..<index].contains { box.insetBy(0.5).intersects($0.insetBy(0.5)) })
    }
  }
}
