import ChainGeometry

/// One piece of a path as straight lines.
struct Polyline {
  /// Never twice the same point in a row; that the first and the last are joined is not repeated.
  var points: [Point]
  var isClosed = false

  /// Leaves out what would be a line without length.
  fileprivate mutating func append(_ point: Point) {
    if points.last != point { points.append(point) }
  }
}

extension Path {
  /// How far a line may lie off its curve, in units of the placed path.
  private static let tolerance = 0.05

  /// The pieces of the path where `place` takes its points, curves as lines.
  func polylines(_ place: (Point) -> Point) -> [Polyline] {
    var pieces: [Polyline] = []
    var piece = Polyline(points: [])
    func end(_ piece: Polyline) {
      if piece.points.count > 1 { pieces.append(piece) }
    }
    for segment in segments {
      switch segment {
      case .move(let point):
        end(piece)
        piece = Polyline(points: [place(point)])
      case .line(let point):
        piece.append(place(point))
      case .cubic(let control1, let control2, let point):
        piece.append(cubicBy: place(control1), place(control2), place(point))
      case .close:
        guard let start = piece.points.first else { continue }
        if piece.points.last == start, piece.points.count > 1 { piece.points.removeLast() }
        piece.isClosed = true
        end(piece)
        piece = Polyline(points: [start])
      }
    }
    end(piece)
    return pieces
  }

  /// Lines enough for a curve: their distance from it falls with the square of their number.
  fileprivate static func lineCount(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Int {
    func bend(_ a: Point, _ b: Point, _ c: Point) -> Double {
      max(abs(a.x - 2 * b.x + c.x), abs(a.y - 2 * b.y + c.y))
    }
    let bend = max(bend(a, b, c), bend(b, c, d))
    return max(1, Int(min(1000, (0.75 * bend / tolerance).squareRoot().rounded(.up))))
  }
}

extension Polyline {
  fileprivate mutating func append(cubicBy b: Point, _ c: Point, _ d: Point) {
    guard let a = points.last else { return }
    let count = Path.lineCount(a, b, c, d)
    for step in 1..<max(1, count) {
      let t = Double(step) / Double(count)
      let s = 1 - t
      let (wa, wb, wc, wd) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
      append(
        Point(
          x: wa * a.x + wb * b.x + wc * c.x + wd * d.x,
          y: wa * a.y + wb * b.y + wc * c.y + wd * d.y))
    }
    append(d)
  }
}
