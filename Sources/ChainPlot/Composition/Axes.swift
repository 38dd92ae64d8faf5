import ChainFigure
import ChainGeometry
import ChainScene
import ChainTheme
import MathTypesetting

/// A horizontal and an upright axis with ticks, numbers and names.
struct Axes {
  struct Axis {
    let name: Formula
    let range: ClosedRange<Double>
    var isInPi = false
  }

  private let horizontal: Axis
  private let upright: Axis
  private let pen: Pen
  private let names: (x: Line, y: Line)
  private let ticks: (x: [(Double, Line)], y: [(Double, Line)])

  /// The axes for a frame of about this size.
  init(_ horizontal: Axis, _ upright: Axis, size: Size, pen: Pen) {
    self.horizontal = horizontal
    self.upright = upright
    self.pen = pen
    let widest = 4.5 * pen.smallSize
    let x = Ticks(
      in: horizontal.range, count: min(5, max(2, Int(size.width / widest))),
      isInPi: horizontal.isInPi)
    let y = Ticks(
      in: upright.range, count: min(5, max(2, Int(size.height / (2.6 * pen.smallSize)))),
      isInPi: upright.isInPi)
    func lines(_ ticks: Ticks) -> [(Double, Line)] {
      ticks.marks.map { ($0.value, Line($0.label, .text, size: .small, pen: pen)) }
    }
    ticks = (lines(x), lines(y))
    names = (
      Line(horizontal.name.over(x.exponent), pen: pen),
      Line(upright.name.over(y.exponent), pen: pen)
    )
  }

  private var tickLength: Double { 0.3 * pen.textSize }
  private var labelGap: Double { 0.25 * pen.textSize }
  /// How far an axis reaches beyond the frame, with its arrowhead.
  private var overshoot: Double { 0.9 * pen.textSize }

  /// The room beside the frame that the axes take.
  var insets: (left: Double, right: Double, top: Double, bottom: Double) {
    let numbers = ticks.y.reduce(0) { max($0, $1.1.width) }
    let height = ticks.x.reduce(0) { max($0, $1.1.height) }
    let left = max(tickLength + labelGap + numbers, names.y.width / 2)
    return (
      left, overshoot + labelGap + names.x.width, overshoot + labelGap + names.y.height,
      tickLength + labelGap + height
    )
  }

  /// What the name of the upright axis covers.
  func nameBox(in frame: Rectangle) -> Rectangle {
    let bottom = frame.minY - overshoot - labelGap
    return Rectangle(
      minX: frame.minX - names.y.width / 2, minY: bottom - names.y.height,
      maxX: frame.minX + names.y.width / 2, maxY: bottom)
  }

  /// How high above the lower edge the name of the horizontal axis reaches.
  var nameReach: Double { names.x.height / 2 }

  func elements(in frame: PlotFrame) -> [SceneElement] {
    let box = frame.rectangle
    let stroke = Stroke(color: pen.theme.text, width: pen.lineWidth)
    let corner = Point(x: box.minX, y: box.maxY)
    let right = Point(x: box.maxX + overshoot, y: box.maxY)
    let top = Point(x: box.minX, y: box.minY - overshoot)
    var elements: [SceneElement] = zeroLines(in: frame)
    elements += arrow(from: corner, to: right, stroke, pen: pen)
    elements += arrow(from: corner, to: top, stroke, pen: pen)
    elements += horizontalNumbers(in: frame) + uprightNumbers(in: frame)
    elements += names.x.elements(
      left: right.x + labelGap, baseline: box.maxY + (names.x.ascent - names.x.descent) / 2)
    let name = nameBox(in: box)
    elements += names.y.elements(left: name.minX, baseline: name.maxY - names.y.descent)
    return [.group(SceneGroup(role: .note, text: "", elements: elements))]
  }

  /// Thin lines where a coordinate is zero, unless an axis is there.
  private func zeroLines(in frame: PlotFrame) -> [SceneElement] {
    let box = frame.rectangle
    let stroke = Stroke(color: pen.theme.muted.faded, width: pen.hairline)
    var elements: [SceneElement] = []
    let zero = frame.point(0, 0)
    if frame.y.lowerBound < 0, frame.y.upperBound > 0 {
      elements.append(
        line(Point(x: box.minX, y: zero.y), Point(x: box.maxX, y: zero.y), stroke))
    }
    if frame.x.lowerBound < 0, frame.x.upperBound > 0 {
      elements.append(
        line(Point(x: zero.x, y: box.minY), Point(x: zero.x, y: box.maxY), stroke))
    }
    return elements
  }

  private func horizontalNumbers(in frame: PlotFrame) -> [SceneElement] {
    let stroke = Stroke(color: pen.theme.text, width: pen.lineWidth)
    let bottom = frame.rectangle.maxY
    return ticks.x.flatMap { value, label -> [SceneElement] in
      let x = frame.point(value, 0).x
      let baseline = bottom + tickLength + labelGap + label.ascent
      return [line(Point(x: x, y: bottom), Point(x: x, y: bottom + tickLength), stroke)]
        + label.elements(left: x - label.width / 2, baseline: baseline)
    }
  }

  private func uprightNumbers(in frame: PlotFrame) -> [SceneElement] {
    let stroke = Stroke(color: pen.theme.text, width: pen.lineWidth)
    let left = frame.rectangle.minX
    return ticks.y.flatMap { value, label -> [SceneElement] in
      let y = frame.point(0, value).y
      return [line(Point(x: left - tickLength, y: y), Point(x: left, y: y), stroke)]
        + label.elements(
          left: left - tickLength - labelGap - label.width,
          baseline: y + (label.ascent - label.descent) / 2)
    }
  }
}

extension Formula {
  /// What an axis is called whose numbers stand for multiples of a power of ten.
  fileprivate func over(_ exponent: Int?) -> Formula {
    guard let exponent else { return self }
    let power = Formula.superscript(.number("10"), .number(String(exponent)))
    return .row([self, .ordinary("/"), power])
  }
}

extension Color {
  /// For lines that only help the eye.
  var faded: Color { Color(red: red, green: green, blue: blue, alpha: 0.45 * alpha) }
}

func line(_ a: Point, _ b: Point, _ stroke: Stroke) -> SceneElement {
  .path(Path([.move(a), .line(b)]), stroke: stroke, fill: nil)
}

func polyline(_ points: [Point], _ stroke: Stroke) -> SceneElement {
  var segments: [Path.Segment] = []
  for (index, point) in points.enumerated() {
    segments.append(index == 0 ? .move(point) : .line(point))
  }
  return .path(Path(segments), stroke: stroke, fill: nil)
}

/// A line with a filled head at its end, as long as the two points are apart.
func arrow(from a: Point, to b: Point, _ stroke: Stroke, pen: Pen) -> [SceneElement] {
  let length = (b - a).length
  guard length > 0 else { return [] }
  let head = min(0.5 * pen.textSize * max(1, stroke.width / pen.lineWidth / 1.6), 0.6 * length)
  let along = (1 / length) * (b - a)
  let across = Point(x: -along.y, y: along.x)
  let base = b - head * along
  let side = 0.36 * head * across
  let tip = Path([.move(b), .line(base + side), .line(base - side), .close])
  return [
    line(a, b - 0.8 * head * along, stroke), .path(tip, stroke: nil, fill: stroke.color),
  ]
}
