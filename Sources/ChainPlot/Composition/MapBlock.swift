import ChainFigure
import ChainGeometry
import ChainNotation
import ChainScene
import ChainTheme
import MathTypesetting

/// The contours of a function of two variables, with arrows of its gradient.
struct MapContent {
  /// Horizontal, then upright.
  let axes: [Axes.Axis]
  let function: ([Double]) -> Double
  let gradient: ([Double]) -> [Double]
  let levels: Int
  let arrows: Int?
  let point: [Double]?
  /// Drawn large at the point, with its components.
  let pointGradient: [Double]?
  /// What the gradient is called.
  let nabla: Formula
  let numbers: NumberFormat
}

extension Block {
  /// Contours on axes, as large as the room allows; nil if the function is undefined everywhere.
  ///
  /// Both axes have one scale, so that the gradient stands upright on the contours, unless one is
  /// more than four times as long as the other.
  init?(_ map: MapContent, room: Size, pen: Pen) {
    let axes = Axes(map.axes[0], map.axes[1], size: room, pen: pen)
    let insets = axes.insets
    var inner = Size(
      width: room.width - insets.left - insets.right,
      height: room.height - insets.top - insets.bottom)
    let ratio = map.axes[1].range.span / map.axes[0].range.span
    if (0.25...4).contains(ratio) {
      inner =
        inner.height < ratio * inner.width
        ? Size(width: inner.height / ratio, height: inner.height)
        : Size(width: inner.width, height: ratio * inner.width)
    }
    let frame = PlotFrame(
      rectangle: Rectangle(
        minX: insets.left, minY: insets.top, maxX: insets.left + inner.width,
        maxY: insets.top + inner.height),
      x: map.axes[0].range, y: map.axes[1].range)
    let field = SampledField(of: map.function, in: frame)
    guard let range = levelRange(of: field.samples) else { return nil }
    var drawing = MapDrawing(map: map, frame: frame, pen: pen)
    drawing.drawContours(of: field, levels: Ticks.values(in: range, count: map.levels))
    drawing.drawArrows()
    drawing.drawPoint()
    let size = Size(
      width: insets.left + inner.width + insets.right,
      height: insets.top + inner.height + insets.bottom)
    self.init(size: size, elements: drawing.elements + axes.elements(in: frame))
  }
}

/// The values between which contours lie: all, or the bulk where a few are far out.
private func levelRange(of samples: [Double]) -> ClosedRange<Double>? {
  let values = samples.filter(\.isFinite).sorted()
  guard let least = values.first, let greatest = values.last else { return nil }
  let bulk = values[values.count / 50]...values[values.count - 1 - values.count / 50]
  return greatest - least > 3 * bulk.span && bulk.span > 0 ? bulk : least...greatest
}

private struct MapDrawing {
  let map: MapContent
  let frame: PlotFrame
  let pen: Pen
  fileprivate(set) var elements: [SceneElement] = []
  private var obstacles = Obstacles()
  fileprivate var labels: [Rectangle] = []

  init(map: MapContent, frame: PlotFrame, pen: Pen) {
    self.map = map
    self.frame = frame
    self.pen = pen
    if let place = center, let gradient = map.pointGradient {
      obstacles.add(
        Rectangle(center: place, size: Size(width: pen.textSize, height: pen.textSize)))
      let tip = place + arrowAtPoint(gradient)
      obstacles.add(
        Rectangle(
          minX: min(place.x, tip.x), minY: min(place.y, tip.y), maxX: max(place.x, tip.x),
          maxY: max(place.y, tip.y)))
    }
  }

  fileprivate var center: Point? { map.point.map { frame.point($0[0], $0[1]) } }

  // MARK: Contours

  mutating func drawContours(of field: SampledField, levels: [Double]) {
    var lines: [(level: Double, line: [Point])] = []
    for (index, level) in levels.enumerated() {
      let height = levels.count > 1 ? Double(index) / Double(levels.count - 1) : 1
      let color = pen.theme.value.faded(to: 0.45 + 0.55 * height)
      let stroke = Stroke(color: color, width: 1.1 * pen.lineWidth)
      for contour in field.contours(at: level) where contour.extent > 0.4 * pen.textSize {
        elements.append(
          .group(SceneGroup(role: .edge, text: "", elements: [polyline(contour, stroke)])))
        lines.append((level, contour))
      }
    }
    for (level, line) in lines { addLabel(level, on: line, among: lines.map(\.line)) }
  }

  /// Writes the level on its line, where it is clear of everything else; on short lines and in a
  /// crowd there is no place for it.
  private mutating func addLabel(_ level: Double, on line: [Point], among lines: [[Point]]) {
    let text = Line(map.numbers.formula(of: level), .value, size: .small, pen: pen)
    let size = Size(width: text.width + 0.4 * pen.smallSize, height: text.height)
    guard line.length > 3 * size.width else { return }
    let others = lines.filter { $0 != line }
    var best: (box: Rectangle, cost: Double)?
    for place in line.places(every: 0.5 * pen.smallSize, awayFromEnds: size.width) {
      let box = Rectangle(center: place, size: size)
      let room = frame.rectangle.insetBy(2)
      guard box.minX > room.minX, box.maxX < room.maxX, box.minY > room.minY,
        box.maxY < room.maxY
      else { continue }
      let near = box.insetBy(-1.5)
      let crossed = others.reduce(0) { count, other in
        count + zip(other, other.dropFirst()).count { near.isCrossed(from: $0, to: $1) }
      }
      let crowd = labels.reduce(0.0) { $0 + max(0, 1 - ($1.center - place).length / 120) }
      let cost = 10 * Double(crossed) + 100 * obstacles.cost(of: near) + crowd
      if cost < best?.cost ?? .infinity { best = (box, cost) }
    }
    guard let best, best.cost < 20 else { return }
    labels.append(best.box)
    obstacles.add(best.box.insetBy(-2))
    let left = best.box.center.x - text.width / 2
    elements.append(
      .group(
        SceneGroup(
          role: .label, text: "",
          elements: [
            .rectangle(
              best.box, cornerRadius: 0.2 * pen.smallSize, stroke: nil,
              fill: pen.theme.background)
          ] + text.elements(left: left, baseline: best.box.minY + text.ascent))))
  }

  // MARK: Gradients

  /// Arrows on a grid, each along the steepest ascent at its middle, longer where it is steeper.
  mutating func drawArrows() {
    guard let count = map.arrows else { return }
    let longer = max(frame.rectangle.width, frame.rectangle.height)
    let cell = longer / Double(count)
    let columns = max(1, Int((frame.rectangle.width / cell).rounded()))
    let rows = max(1, Int((frame.rectangle.height / cell).rounded()))
    var arrows: [(middle: Point, direction: Point)] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let x = frame.x.at((Double(column) + 0.5) / Double(columns))
        let y = frame.y.at((Double(row) + 0.5) / Double(rows))
        let gradient = map.gradient([x, y])
        guard gradient.allSatisfy(\.isFinite) else { continue }
        arrows.append((frame.point(x, y), canvas(gradient)))
      }
    }
    let lengths = arrows.map(\.direction.length).sorted()
    guard let steepest = lengths.last, steepest > 0 else { return }
    // A few very steep places do not make all others points.
    let reference = min(steepest, 4 * max(lengths[lengths.count / 2], steepest / 1e6))
    let stroke = Stroke(color: pen.theme.derivative, width: 0.8 * pen.lineWidth)
    for (middle, direction) in arrows {
      let share = min(1, direction.length / reference)
      let length = 0.9 * cell * share.squareRoot()
      guard length > 0.25 * pen.textSize else { continue }
      let half = (length / 2 / direction.length) * direction
      let (tail, tip) = (middle - half, middle + half)
      let box = Rectangle(
        minX: min(tail.x, tip.x), minY: min(tail.y, tip.y), maxX: max(tail.x, tip.x),
        maxY: max(tail.y, tip.y))
      guard frame.rectangle.contains(tip), frame.rectangle.contains(tail),
        !labels.contains(where: { $0.isCrossed(from: tail, to: tip) }),
        !isAtPoint(box)
      else { continue }
      elements += arrow(from: tail, to: tip, stroke, pen: pen)
    }
  }

  private func isAtPoint(_ box: Rectangle) -> Bool {
    guard let center, let gradient = map.pointGradient else { return false }
    let tip = center + arrowAtPoint(gradient)
    let large = Rectangle(
      minX: min(center.x, tip.x), minY: min(center.y, tip.y), maxX: max(center.x, tip.x),
      maxY: max(center.y, tip.y))
    return large.insetBy(-0.5 * pen.textSize).intersects(box)
  }

  /// A gradient as it points on the canvas, where y runs downwards.
  private func canvas(_ gradient: [Double]) -> Point {
    Point(x: gradient[0] * frame.unit.width, y: -gradient[1] * frame.unit.height)
  }

  /// From the point to the tip of its arrow: as long as can be told from the others.
  fileprivate func arrowAtPoint(_ gradient: [Double]) -> Point {
    let direction = canvas(gradient)
    guard direction.length > 0 else { return Point(x: 0, y: 0) }
    let length = 0.24 * min(frame.rectangle.width, frame.rectangle.height)
    return (length / direction.length) * direction
  }

  /// The point, the gradient there with its parts along the axes, and the lines along which the
  /// curves beside the map run.
  mutating func drawPoint() {
    guard let center else { return }
    let box = frame.rectangle
    if let gradient = map.pointGradient {
      for (index, ends) in [
        (Point(x: box.minX, y: center.y), Point(x: box.maxX, y: center.y)),
        (Point(x: center.x, y: box.minY), Point(x: center.x, y: box.maxY)),
      ].enumerated() {
        let color = pen.theme.color(of: .path(.slice(index)))
        let dash = [4 * pen.lineWidth, 3 * pen.lineWidth]
        elements.append(
          line(ends.0, ends.1, Stroke(color: color, width: pen.lineWidth, dash: dash)))
      }
      let whole = arrowAtPoint(gradient)
      let tip = center + whole
      let part = Stroke(color: pen.theme.derivative.faded, width: pen.lineWidth, dash: [2, 2])
      elements.append(line(Point(x: tip.x, y: center.y), tip, part))
      elements.append(line(Point(x: center.x, y: tip.y), tip, part))
      let stroke = Stroke(color: pen.theme.derivative, width: 2 * pen.lineWidth)
      elements += arrow(from: center, to: tip, stroke, pen: pen)
      if tip != center { addName(beside: tip) }
    }
    let side = 0.5 * pen.textSize
    elements.append(
      .ellipse(
        Rectangle(center: center, size: Size(width: side, height: side)), stroke: nil,
        fill: pen.theme.text))
  }
}

extension MapDrawing {
  /// Names the gradient at its tip, unless that would cover something.
  fileprivate mutating func addName(beside tip: Point) {
    let name = Line(map.nabla, .derivative, size: .small, pen: pen)
    let size = Size(width: name.width + 4, height: name.height)
    guard
      let spot = nameObstacles.spot(
        for: size, around: tip, distance: 0.5 * pen.textSize, within: frame.rectangle),
      spot.cost < 100
    else { return }
    elements.append(
      .group(
        SceneGroup(
          role: .label, text: "",
          elements: [
            .rectangle(
              spot.box, cornerRadius: 0.2 * pen.smallSize, stroke: nil,
              fill: pen.theme.background)
          ] + name.elements(left: spot.box.minX + 2, baseline: spot.box.minY + name.ascent))))
  }

  /// What the name must keep clear of: the arrow itself and the levels' numbers.
  private var nameObstacles: Obstacles {
    var obstacles = Obstacles()
    for label in labels { obstacles.add(label) }
    if let center, let gradient = map.pointGradient {
      let tip = center + arrowAtPoint(gradient)
      obstacles.add(line: [center, tip])
      obstacles.add(line: [Point(x: center.x, y: tip.y), tip, Point(x: tip.x, y: center.y)])
    }
    return obstacles
  }
}

extension Rectangle {
  func contains(_ point: Point) -> Bool {
    (minX...maxX).contains(point.x) && (minY...maxY).contains(point.y)
  }
}

extension [Point] {
  /// How long the polyline is.
  fileprivate var length: Double { zip(self, dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length } }

  /// The longer side of what it covers.
  fileprivate var extent: Double {
    let (xs, ys) = (map(\.x), map(\.y))
    return Swift.max(
      (xs.max() ?? 0) - (xs.min() ?? 0), (ys.max() ?? 0) - (ys.min() ?? 0))
  }

  /// Points along the polyline at equal distances, at some distance from its ends if it has any.
  fileprivate func places(every distance: Double, awayFromEnds margin: Double) -> [Point] {
    let all = places(every: distance)
    let trimmed = first == last ? 0 : Int((margin / distance).rounded(.up))
    return Array(all.dropFirst(trimmed).dropLast(trimmed))
  }

  private func places(every distance: Double) -> [Point] {
    var places: [Point] = []
    var rest = distance
    for (a, b) in zip(self, dropFirst()) {
      let length = (b - a).length
      var done = 0.0
      while length - done >= rest {
        done += rest
        places.append(a + (done / length) * (b - a))
        rest = distance
      }
      rest -= length - done
    }
    return places
  }
}

extension Color {
  func faded(to opacity: Double) -> Color {
    Color(red: red, green: green, blue: blue, alpha: opacity * alpha)
  }
}
