package import ChainGeometry

/// Where the points of a path go: scaled about the origin, then shifted.
package struct Placement: Hashable, Sendable {
  package var shift: Point
  package var scaleX: Double
  package var scaleY: Double

  package init(shift: Point = Point(x: 0, y: 0), scaleX: Double = 1, scaleY: Double = 1) {
    self.shift = shift
    self.scaleX = scaleX
    self.scaleY = scaleY
  }

  package func callAsFunction(_ point: Point) -> Point {
    Point(x: shift.x + scaleX * point.x, y: shift.y + scaleY * point.y)
  }
}

extension Path {
  /// The same path elsewhere.
  package func placed(by placement: Placement) -> Path {
    Path(
      segments.map { segment in
        switch segment {
        case .move(let point): .move(placement(point))
        case .line(let point): .line(placement(point))
        case .cubic(let control1, let control2, let end):
          .cubic(placement(control1), placement(control2), placement(end))
        case .close: .close
        }
      })
  }
}
