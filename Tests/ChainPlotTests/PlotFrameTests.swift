import ChainGeometry
import ChainPlot
import Testing

@Suite struct PlotFrameTests {
  private let frame = PlotFrame(
    rectangle: Rectangle(minX: 10, minY: 20, maxX: 110, maxY: 70), x: -1...1, y: 0...5)

  /// Numbers grow to the right and upwards, coordinates to the right and downwards.
  @Test func cornersAreCorners() {
    #expect(frame.point(-1, 0) == Point(x: 10, y: 70))
    #expect(frame.point(1, 5) == Point(x: 110, y: 20))
    #expect(frame.point(0, 2.5) == Point(x: 60, y: 45))
  }

  @Test func whatLiesOutsideIsPlacedOutside() {
    #expect(frame.point(2, 0).x == 160 && frame.point(0, -5).y == 120)
  }
}
