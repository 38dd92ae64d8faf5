import ChainGeometry
import Testing

@testable import ChainRendering

struct PolylineTests {
  private func point(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }

  @Test func linesStayAsTheyAre() {
    let path = Path([
      .move(point(0, 0)), .line(point(2, 0)), .line(point(2, 0)), .line(point(2, 3)), .close,
      .move(point(5, 5)), .line(point(6, 6)),
    ])
    let pieces = path.polylines { 2 * $0 }
    #expect(
      pieces.map(\.points) == [
        [point(0, 0), point(4, 0), point(4, 6)], [point(10, 10), point(12, 12)],
      ])
    #expect(pieces.map(\.isClosed) == [true, false])
  }

  @Test func whatIsClosedByALineIsNotClosedTwice() {
    let path = Path([.move(point(0, 0)), .line(point(1, 0)), .line(point(0, 0)), .close])
    #expect(path.polylines { $0 }[0].points == [point(0, 0), point(1, 0)])
  }

  @Test(arguments: [1.0, 10, 300])
  func curvesAreFollowedWithinATwentiethOfAPixel(radius: Double) {
    let circle = Path.ellipse(in: Rectangle(minX: -1, minY: -1, maxX: 1, maxY: 1))
    let points = circle.polylines { radius * $0 }[0].points
    for (a, b) in zip(points, points.dropFirst() + points.prefix(1)) {
      let middle = 0.5 * (a + b)
      let distance = (middle.x * middle.x + middle.y * middle.y).squareRoot()
      #expect(abs(distance - radius) < 0.05 + 0.0003 * radius)
    }
  }

  @Test func aPointAloneIsNoPiece() {
    #expect(Path([.move(point(1, 1)), .close, .line(point(1, 1))]).polylines { $0 }.isEmpty)
    #expect(Path([.close, .line(point(1, 1))]).polylines { $0 }.isEmpty)
  }
}
