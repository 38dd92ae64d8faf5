import ChainFigure
import ChainGeometry
import ChainScene
import ChainTheme
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
    guard let block = Block.aligned([curve], room: room, pen: pen).first else { return nil }
    self = block
  }

  /// Curves of one size, whose frames stand below each other when the blocks do; those aside that
  /// are undefined everywhere.
  static func aligned(_ curves: [CurveContent], room: Size, pen: Pen) -> [Block] {
    let settings = curves.compactMap { CurveSetting($0, room: room, pen: pen) }
    let left = settings.reduce(0) { max($0, $1.axes.insets.left) }
    let right = settings.reduce(0) { max($0, $1.right) }
    return settings.map { $0.block(left: left, right: right) }
  }
}

/// A curve with its axes and labels measured.
private struct CurveSetting {
  let axes: Axes
  private let curve: CurveContent
  private let values: ClosedRange<Double>
  private let labels: [Line]
  private let room: Size
  private let pen: Pen

  init?(_ curve: CurveContent, room: Size, pen: Pen) {
    let range = curve.horizontal.range
    let samples = (0...400).map { curve.function(range.at(Double($0) / 400)) }
    let atPoint = curve.point.map { [curve.function($0)] } ?? []
    guard let values = valueRange(of: samples, mustShow: atPoint) else { return nil }
    axes = Axes(
      curve.horizontal, Axes.Axis(name: curve.name, range: values), size: room, pen: pen)
    labels = curve.rays.map { Line($0.label, $0.ink, size: .small, pen: pen) }
    self.curve = curve
    self.values = values
    self.room = room
    self.pen = pen
  }

  /// The room that axis and labels take to the right of the frame.
  var right: Double {
    let ends = labels.isEmpty ? 0 : RayEnds.gap(pen) + labels.reduce(0) { max($0, $1.width) }
    return max(axes.insets.right, ends)
  }

  func block(left: Double, right: Double) -> Block {
    let frame = PlotFrame(
      rectangle: Rectangle(
        minX: left, minY: axes.insets.top, maxX: room.width - right,
        maxY: room.height - axes.insets.bottom),
      x: curve.horizontal.range, y: values)
    let drawing = CurveDrawing(curve, axes, labels, frame, pen)
    return Block(size: room, elements: drawing.elements)
  }
}

private struct CurveDrawing {
  private(set) var elements: [SceneElement] = []
  private var obstacles = Obstacles()
  /// Names of lines that end where no name can stand, with where they meet the curve.
  private var homeless: [(label: Line, place: Point)] = []
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
      let end = RayEnds.End(point: visible[visible.count - 1], label: label, color: color)
      if end.hasRoom(beside: frame.rectangle) {
        ends.append(end)
      } else {
        let place = ray.step.map { frame.point(x + $0, value + ray.slope * $0) }
        homeless.append((label, place ?? frame.point(x, value)))
      }
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
    if let label = curve.pointLabel {
      place(Line(label, size: .small, pen: pen), beside: center)
    }
    for (label, point) in homeless { place(label, beside: point) }
  }

  /// Writes beside a point, unless that would cover something.
  private mutating func place(_ line: Line, beside point: Point) {
    let size = Size(width: line.width, height: line.height)
    guard
      let spot = obstacles.spot(
        for: size, around: point, distance: 0.4 * pen.textSize, within: frame.rectangle),
      spot.cost == 0
    else { return }
    obstacles.add(spot.box)
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
