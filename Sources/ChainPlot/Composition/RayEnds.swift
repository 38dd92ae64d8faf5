import ChainFigure
import ChainGeometry
import ChainScene

/// The names of lines where these leave the frame: to the right of it, or above or below.
struct RayEnds {
  struct End {
    let point: Point
    let label: Line
    let color: Color

    /// Whether a name can stand where the line leaves the frame: not among an axis's numbers.
    func hasRoom(beside frame: Rectangle) -> Bool {
      isRight(of: frame) || point.y < frame.minY + 0.5
    }

    func isRight(of frame: Rectangle) -> Bool { point.x > frame.maxX - 0.5 }
  }

  private(set) var elements: [SceneElement] = []

  /// How far the names stand from the frame.
  static func gap(_ pen: Pen) -> Double { 1.1 * pen.textSize }

  init(_ ends: [End], _ axes: Axes, _ frame: PlotFrame, _ pen: Pen) {
    let box = frame.rectangle
    placeRight(ends.filter { $0.isRight(of: box) }, axes, box, pen)
    placeAcross(ends.filter { !$0.isRight(of: box) }, axes, box, pen)
  }

  private mutating func placeRight(
    _ ends: [End], _ axes: Axes, _ box: Rectangle, _ pen: Pen
  ) {
    let sorted = ends.sorted { $0.point.y < $1.point.y }
    let heights = sorted.map(\.label.height)
    let bottom = box.maxY - axes.nameReach - 0.2 * pen.textSize
    let centers = spread(
      sorted.map(\.point.y), lengths: heights, gap: 0.1 * pen.textSize,
      within: (box.minY - pen.textSize)...bottom)
    for (end, center) in zip(sorted, centers) {
      let left = box.maxX + Self.gap(pen)
      let leader = Stroke(color: end.color.faded, width: pen.hairline)
      let start = Point(x: end.point.x + 2, y: end.point.y)
      elements.append(line(start, Point(x: left - 3, y: center), leader))
      let baseline = center + (end.label.ascent - end.label.descent) / 2
      elements += named(end, left: left, baseline: baseline)
    }
  }

  private mutating func placeAcross(
    _ ends: [End], _ axes: Axes, _ box: Rectangle, _ pen: Pen
  ) {
    let sorted = ends.sorted { $0.point.x < $1.point.x }
    let left = axes.nameBox(in: box).maxX + 0.6 * pen.textSize
    let centers = spread(
      sorted.map(\.point.x), lengths: sorted.map(\.label.width), gap: 0.6 * pen.textSize,
      within: left...(box.maxX + Self.gap(pen)))
    for (end, center) in zip(sorted, centers) {
      let bottom = box.minY - 0.7 * pen.textSize
      let leader = Stroke(color: end.color.faded, width: pen.hairline)
      elements.append(
        line(Point(x: end.point.x, y: end.point.y - 2), Point(x: center, y: bottom + 2), leader))
      elements += named(
        end, left: center - end.label.width / 2, baseline: bottom - end.label.descent)
    }
  }

  private func named(_ end: End, left: Double, baseline: Double) -> [SceneElement] {
    [
      .group(
        SceneGroup(
          role: .label, text: "", elements: end.label.elements(left: left, baseline: baseline)))
    ]
  }
}
