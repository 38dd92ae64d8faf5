package import ChainGeometry

/// How far the control points of a cubic lie from the ends of a quarter circle of radius 1.
///
/// With 4(√2 − 1)/3 the cubic's middle lies on the circle, and the rest at most 0.03 % off it.
private let quarterCircle = 0.552_284_749_830_793_4

extension Path {
  /// A rectangle whose corners are quarter circles; a radius beyond half a side is cut to it.
  package static func rectangle(_ box: Rectangle, cornerRadius: Double) -> Path {
    let radius = min(cornerRadius, box.width / 2, box.height / 2)
    guard radius > 0 else {
      return Path([
        .move(Point(x: box.minX, y: box.minY)), .line(Point(x: box.maxX, y: box.minY)),
        .line(Point(x: box.maxX, y: box.maxY)), .line(Point(x: box.minX, y: box.maxY)), .close,
      ])
    }
    return rounded(box, radiusX: radius, radiusY: radius)
  }

  /// The ellipse that touches the four sides of `box`.
  package static func ellipse(in box: Rectangle) -> Path {
    rounded(box, radiusX: box.width / 2, radiusY: box.height / 2)
  }

  private static func rounded(_ box: Rectangle, radiusX: Double, radiusY: Double) -> Path {
    let inner = Rectangle(
      minX: box.minX + radiusX, minY: box.minY + radiusY,
      maxX: box.maxX - radiusX, maxY: box.maxY - radiusY)
    let reachX = quarterCircle * radiusX
    let reachY = quarterCircle * radiusY
    return Path([
      .move(Point(x: inner.minX, y: box.minY)),
      .line(Point(x: inner.maxX, y: box.minY)),
      .cubic(
        Point(x: inner.maxX + reachX, y: box.minY), Point(x: box.maxX, y: inner.minY - reachY),
        Point(x: box.maxX, y: inner.minY)),
      .line(Point(x: box.maxX, y: inner.maxY)),
      .cubic(
        Point(x: box.maxX, y: inner.maxY + reachY), Point(x: inner.maxX + reachX, y: box.maxY),
        Point(x: inner.maxX, y: box.maxY)),
      .line(Point(x: inner.minX, y: box.maxY)),
      .cubic(
        Point(x: inner.minX - reachX, y: box.maxY), Point(x: box.minX, y: inner.maxY + reachY),
        Point(x: box.minX, y: inner.maxY)),
      .line(Point(x: box.minX, y: inner.minY)),
      .cubic(
        Point(x: box.minX, y: inner.minY - reachY), Point(x: inner.minX - reachX, y: box.minY),
        Point(x: inner.minX, y: box.minY)),
      .close,
    ])
  }
}
