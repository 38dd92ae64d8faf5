import ChainFigure
import ChainGeometry
import ChainScene
import MathTypesetting

/// A curve with lines through a point of it.
struct CurveContent {
  /// A line through the point, named at its end.
  struct Ray {
    let slope: Double
    let label: Formula
    let ink: Ink
    /// Where it meets the curve again; nil for the tangent.
    let step: Double?

    var isTangent: Bool { step == nil }
  }

  let horizontal: Axes.Axis
  let name: Formula
  let function: (Double) -> Double
  let ink: Ink
  /// Nil where no point is marked.
  var point: Double?
  /// What is written beside the point.
  var pointLabel: Formula?
  var rays: [Ray] = []
}

extension Block {
  /// A curve on its axes, the whole as large as the room; nil if it is undefined everywhere.
  init?(_ curve: CurveContent, room: Size, pen: Pen) {
    let range = curve.horizontal.range
    let samples = (0...400).map { curve.function(range.at(Double($0) / 400)) }
    let atPoint = curve.point.map { [curve.function($0)] } ?? []
    guard let values = valueRange(of: samples, mustShow: atPoint) else { return nil }
    let axes = Axes(
      curve.horizontal, Axes.Axis(name: curve.name, range: values), size: room, pen: pen)
    let labels = curve.rays.map { Line($0.label, $0.ink, size: .small, pen: pen) }
    let insets = axes.insets
    let ends = labels.isEmpty ? 0 : RayEnds.gap(pen) + labels.reduce(0) { max($0, $1.width) }
    let frame = PlotFrame(
      rectangle: Rectangle(
        minX: insets.left, minY: insets.top, maxX: room.width - max(insets.right, ends),
        maxY: room.height - insets.bottom),
      x: range, y: values)
    let drawing = CurveDrawing(curve, axes, labels, frame, pen)
    self.init(size: room, elements: drawing.elements)
  }
}

private struct CurveDrawing {
  private(set) var elements: [SceneElement] = []
  private var obstacles = Obstacles()
  private let curve: CurveContent
  private let frame: PlotFrame
  private let pen: Pen

  init(
    _ curve: CurveContent, _ axes: Axes, _ labels: [Line], _ frame: PlotFrame, _ pen: Pen
  ) {
    self.curve = curve
    self.frame = frame
    self.pen = pen
    elements += axes.elements(in: frame)
    if let x = curve.point { drawRays(through: x, axes, labels) }
    let trace = CurveTrace(of: curve.function, in: frame)
    let stroke = Stroke(color: pen.theme.color(of: curve.ink), width: 2 * pen.lineWidth)
    for piece in trace.pieces {
      elements.append(polyline(piece, stroke))
      obstacles.add(line: piece)
    }
    if let x = curve.point { drawPoints(x) }
  }

  private mutating func drawRays(through x: Double, _ axes: Axes, _ labels: [Line]) {
    let value = curve.function(x)
    var ends: [RayEnds.End] = []
    for (ray, label) in zip(curve.rays, labels) {
      let color = pen.theme.color(of: ray.ink)
      let stroke = Stroke(color: color, width: (ray.isTangent ? 1.8 : 1) * pen.lineWidth)
      let whole = [frame.x.lowerBound, frame.x.upperBound].map {
        frame.point($0, value + ray.slope * ($0 - x))
      }
      guard let visible = whole.clipped(to: frame.rectangle).first else { continue }
      elements.append(
        .group(SceneGroup(role: .edge, text: "", elements: [polyline(visible, stroke)])))
      obstacles.add(line: visible)
      ends.append(RayEnds.End(point: visible[visible.count - 1], label: label, color: color))
    }
    elements += RayEnds(ends, axes, frame, pen).elements
  }

  private mutating func drawPoints(_ x: Double) {
    let center = frame.point(x, curve.function(x))
    for ray in curve.rays {
      guard let step = ray.step else { continue }
      let other = frame.point(x + step, curve.function(x + step))
      elements.append(
        dot(other, fill: pen.theme.background, line: pen.theme.color(of: ray.ink), radius: 0.2))
      obstacles.add(Rectangle(center: other, size: Size(width: 6, height: 6)))
    }
    elements.append(dot(center, fill: pen.theme.text, line: pen.theme.text, radius: 0.25))
    guard let label = curve.pointLabel else { return }
    let line = Line(label, size: .small, pen: pen)
    let size = Size(width: line.width, height: line.height)
    guard
      let spot = obstacles.spot(
        for: size, around: center, distance: 0.4 * pen.textSize, within: frame.rectangle),
      spot.cost == 0
    else { return }
    elements.append(
      .group(
        SceneGroup(
          role: .label, text: "",
          elements: line.elements(left: spot.box.minX, baseline: spot.box.minY + line.ascent))))
  }

  private func dot(_ center: Point, fill: Color, line: Color, radius: Double) -> SceneElement {
    let side = 2 * radius * pen.textSize
    return .ellipse(
      Rectangle(center: center, size: Size(width: side, height: side)),
      stroke: Stroke(color: line, width: pen.lineWidth), fill: fill)
  }
}

/// The names of lines where these leave the frame: to the right of it, or above or below.
struct RayEnds {
  struct End {
    let point: Point
    let label: Line
    let color: Color
  }

  private(set) var elements: [SceneElement] = []

  /// How far the names stand from the frame.
  static func gap(_ pen: Pen) -> Double { 1.1 * pen.textSize }

  init(_ ends: [End], _ axes: Axes, _ frame: PlotFrame, _ pen: Pen) {
    let box = frame.rectangle
    let isRight = { (end: End) in end.point.x > box.maxX - 0.5 }
    placeRight(ends.filter(isRight), axes, box, pen)
    placeAcross(ends.filter { !isRight($0) && $0.point.y < box.minY + 0.5 }, axes, box, pen)
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

/// Places near the wanted ones, in ascending order, so that lengths about them do not overlap.
func spread(
  _ wanted: [Double], lengths: [Double], gap: Double, within room: ClosedRange<Double>
) -> [Double] {
  // Groups that touch share their shift, which is the mean of what each wants.
  var groups: [(start: Int, offsets: [Double], length: Double, center: Double)] = []
  for (index, place) in wanted.enumerated() {
    groups.append((index, [0], lengths[index], place))
    while groups.count > 1 {
      let (upper, lower) = (groups[groups.count - 2], groups[groups.count - 1])
      let reach = upper.center + upper.length / 2 + gap
      guard reach > lower.center - lower.length / 2 else { break }
      let (m, n) = (Double(upper.offsets.count), Double(lower.offsets.count))
      let length = upper.length + gap + lower.length
      let shiftUpper = (upper.length - length) / 2
      let shiftLower = (length - lower.length) / 2
      let center =
        (m * (upper.center - shiftUpper) + n * (lower.center - shiftLower)) / (m + n)
      groups.removeLast(2)
      groups.append(
        (
          upper.start,
          upper.offsets.map { $0 + shiftUpper } + lower.offsets.map { $0 + shiftLower },
          length, center
        ))
    }
  }
  return groups.flatMap { group -> [Double] in
    let lowest = room.lowerBound + group.length / 2
    let center = max(min(group.center, room.upperBound - group.length / 2), lowest)
    return group.offsets.map { center + $0 }
  }
}
