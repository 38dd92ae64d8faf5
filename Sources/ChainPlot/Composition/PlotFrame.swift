import ChainGeometry

/// Where on the canvas which numbers are.
struct PlotFrame {
  /// What the axes enclose.
  let rectangle: Rectangle
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  func point(_ horizontal: Double, _ vertical: Double) -> Point {
    Point(
      x: rectangle.minX + (horizontal - x.lowerBound) / x.span * rectangle.width,
      y: rectangle.maxY - (vertical - y.lowerBound) / y.span * rectangle.height)
  }

  /// How far one unit of each axis reaches, in points.
  var unit: Size {
    Size(width: rectangle.width / x.span, height: rectangle.height / y.span)
  }
}
