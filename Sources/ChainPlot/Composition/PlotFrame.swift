package import ChainGeometry

/// Where on the canvas which numbers are.
package struct PlotFrame {
  /// What the axes enclose.
  package let rectangle: Rectangle
  package let x: ClosedRange<Double>
  package let y: ClosedRange<Double>

  package init(rectangle: Rectangle, x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.rectangle = rectangle
    self.x = x
    self.y = y
  }

  package func point(_ horizontal: Double, _ vertical: Double) -> Point {
    Point(
      x: rectangle.minX + (horizontal - x.lowerBound) / x.span * rectangle.width,
      y: rectangle.maxY - (vertical - y.lowerBound) / y.span * rectangle.height)
  }

  /// How far one unit of each axis reaches, in points.
  var unit: Size {
    Size(width: rectangle.width / x.span, height: rectangle.height / y.span)
  }
}
