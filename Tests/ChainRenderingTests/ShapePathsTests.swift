import ChainGeometry
import ChainRendering
import Testing

struct ShapePathsTests {
  private let box = Rectangle(minX: 10, minY: 20, maxX: 30, maxY: 60)

  @Test func aRectangleWithoutRadiusHasFourCorners() {
    let path = Path.rectangle(box, cornerRadius: 0)
    #expect(path.segments.count == 5)
    #expect(path.segments.first == .move(Point(x: 10, y: 20)))
    #expect(path.segments.last == .close)
  }

  @Test func aRadiusIsCutToHalfTheShorterSide() {
    #expect(Path.rectangle(box, cornerRadius: 500) == Path.rectangle(box, cornerRadius: 10))
  }

  @Test(arguments: [true, false]) func curvesStayInTheBoxAndTouchIt(isEllipse: Bool) {
    let shape = isEllipse ? Path.ellipse(in: box) : Path.rectangle(box, cornerRadius: 7)
    let points: [Point] = shape.segments.flatMap { segment in
      switch segment {
      case .move(let end), .line(let end): [end] as [Point]
      case .cubic(let control1, let control2, let end): [control1, control2, end]
      case .close: [] as [Point]
      }
    }
    #expect(points.map(\.x).min() == 10)
    #expect(points.map(\.x).max() == 30)
    #expect(points.map(\.y).min() == 20)
    #expect(points.map(\.y).max() == 60)
  }

  @Test func theMiddleOfAQuarterLiesOnTheCircle() throws {
    let circle = Path.ellipse(in: Rectangle(minX: -1, minY: -1, maxX: 1, maxY: 1))
    guard case .cubic(let a, let b, let end) = circle.segments[2] else {
      Issue.record("the second piece of an ellipse is not a curve")
      return
    }
    let middle = 0.125 * (Point(x: 0, y: -1) + 3 * a + 3 * b + end)
    #expect(abs(middle.x * middle.x + middle.y * middle.y - 1) < 1e-12)
  }
}
