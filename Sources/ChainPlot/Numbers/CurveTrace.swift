package import ChainGeometry

/// A curve as polylines on the canvas: as many points as its bends need, broken where the function
/// is undefined or jumps, and cut off at the frame.
package struct CurveTrace {
  /// Each with two points or more.
  package let pieces: [[Point]]

  /// Follows a function through the frame's range.
  ///
  /// Takes at most some 20,000 evaluations, however wild the function.
  package init(of function: @escaping (Double) -> Double, in frame: PlotFrame) {
    var tracer = Tracer(frame: frame, function: function)
    tracer.trace()
    pieces = tracer.pieces.flatMap { $0.clipped(to: frame.rectangle) }
  }
}

private struct Tracer {
  let frame: PlotFrame
  let function: (Double) -> Double
  var pieces: [[Point]] = [[]]
  private var evaluations = 0

  private static let intervals = 240
  private static let deepest = 12
  private static let mostEvaluations = 20_000
  /// How far a curve may run beside its polyline, in points.
  private static let flatness = 0.06
  /// What is a jump if it remains between neighbours however close, in points.
  private static let jump = 1.5

  init(frame: PlotFrame, function: @escaping (Double) -> Double) {
    self.frame = frame
    self.function = function
  }

  mutating func trace() {
    var last = sample(frame.x.lowerBound)
    if last.isDefined { pieces = [[last.point]] }
    for index in 1...Self.intervals {
      let next = sample(frame.x.at(Double(index) / Double(Self.intervals)))
      connect(last, next, depth: 0)
      last = next
    }
    pieces.removeAll { $0.count < 2 }
  }

  private struct Sample {
    let x: Double
    let point: Point
    let isDefined: Bool
  }

  private mutating func sample(_ x: Double) -> Sample {
    evaluations += 1
    let value = function(x)
    let height = frame.rectangle.height
    // What is far outside is drawn no farther out than a reader can tell.
    let y = min(max(frame.point(x, value).y, -50 * height), 50 * height)
    return Sample(
      x: x, point: Point(x: frame.point(x, 0).x, y: value.isFinite ? y : 0),
      isDefined: value.isFinite)
  }

  /// Draws from one sample, which is drawn already, to the next.
  private mutating func connect(_ a: Sample, _ b: Sample, depth: Int) {
    guard a.isDefined || b.isDefined else { return }
    let middle = sample(a.x + (b.x - a.x) / 2)
    let isDeepest = depth >= Self.deepest || evaluations >= Self.mostEvaluations
    if a.isDefined, b.isDefined, middle.isDefined {
      if isFlat(a.point, middle.point, b.point), isGradual(a.point, middle.point, b.point) {
        append(b.point)
        return
      }
      if isDeepest {
        let jumps = abs(b.point.y - a.point.y) > Self.jump
        if jumps { pieces.append([b.point]) } else { append(b.point) }
        return
      }
    } else if isDeepest {
      if b.isDefined { pieces.append([b.point]) }
      return
    }
    connect(a, middle, depth: depth + 1)
    connect(middle, b, depth: depth + 1)
  }

  private mutating func append(_ point: Point) {
    pieces[pieces.count - 1].append(point)
  }

  /// Whether the middle is about half the way up; at a jump it is all the way, or has not begun.
  private func isGradual(_ a: Point, _ middle: Point, _ b: Point) -> Bool {
    let rise = abs(b.y - a.y)
    return rise <= Self.jump || abs(middle.y - (a.y + b.y) / 2) < 0.25 * rise
  }

  /// Whether the middle lies on the chord.
  private func isFlat(_ a: Point, _ middle: Point, _ b: Point) -> Bool {
    let chord = b - a
    let offset = middle - a
    let length = max((chord.x * chord.x + chord.y * chord.y).squareRoot(), 1e-12)
    return abs(chord.x * offset.y - chord.y * offset.x) / length < Self.flatness
  }
}

extension [Point] {
  /// What of a polyline lies between the upper and the lower edge of a rectangle.
  func clipped(to rectangle: Rectangle) -> [[Point]] {
    // Rounding does not take a line along an edge away.
    let (top, bottom) = (rectangle.minY - 1e-6, rectangle.maxY + 1e-6)
    var pieces: [[Point]] = []
    var piece: [Point] = []
    for (a, b) in zip(self, dropFirst()) {
      guard let (start, end) = segment(a, b, between: top, and: bottom) else {
        if piece.count > 1 { pieces.append(piece) }
        piece = []
        continue
      }
      if piece.last != start {
        if piece.count > 1 { pieces.append(piece) }
        piece = [start]
      }
      piece.append(end)
    }
    return piece.count > 1 ? pieces + [piece] : pieces
  }
}

/// The part of a segment whose height lies between two others; nil if there is none.
private func segment(
  _ a: Point, _ b: Point, between top: Double, and bottom: Double
) -> (Point, Point)? {
  func inside(_ point: Point, towards other: Point) -> Point? {
    if (top...bottom).contains(point.y) { return point }
    let edge = point.y < top ? top : bottom
    guard (other.y - edge) * (point.y - edge) < 0 || other.y == edge else { return nil }
    let fraction = (edge - point.y) / (other.y - point.y)
    return Point(x: point.x + fraction * (other.x - point.x), y: edge)
  }
  guard let start = inside(a, towards: b), let end = inside(b, towards: a), start != end else {
    return nil
  }
  return (start, end)
}
