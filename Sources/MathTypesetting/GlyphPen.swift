import ChainGeometry

/// Collects the outline of a glyph, in font units, and the box of its points.
struct GlyphPen {
  private(set) var segments: [Path.Segment] = []
  /// Of all points, also those that only bend a curve; nil without ink.
  private(set) var box: Rectangle?
  private(set) var current = Point(x: 0, y: 0)
  private var start = Point(x: 0, y: 0)
  private var isOpen = false

  /// Ends a contour and begins one at a point, which is recorded only if something is drawn.
  mutating func move(to point: Point) {
    close()
    current = point
    start = point
  }

  mutating func line(to point: Point) {
    open()
    segments.append(.line(point))
    extend(to: point)
    current = point
  }

  mutating func cubic(_ control1: Point, _ control2: Point, to point: Point) {
    open()
    segments.append(.cubic(control1, control2, point))
    extend(to: control1)
    extend(to: control2)
    extend(to: point)
    current = point
  }

  /// A parabola as a cubic: its control points lie two thirds of the way to the middle one.
  mutating func quadratic(_ control: Point, to point: Point) {
    let first = current + (2.0 / 3) * (control - current)
    let second = point + (2.0 / 3) * (control - point)
    cubic(first, second, to: point)
  }

  /// Ends a contour at its start.
  mutating func close() {
    guard isOpen else { return }
    if current != start { segments.append(.line(start)) }
    segments.append(.close)
    isOpen = false
    current = start
  }

  private mutating func open() {
    guard !isOpen else { return }
    isOpen = true
    segments.append(.move(start))
    extend(to: start)
  }

  private mutating func extend(to point: Point) {
    let dot = Rectangle(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
    box = box?.union(dot) ?? dot
  }
}
