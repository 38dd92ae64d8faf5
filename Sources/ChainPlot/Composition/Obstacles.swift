import ChainGeometry

/// What a label must keep clear of.
struct Obstacles {
  private var segments: [(Point, Point)] = []
  private var boxes: [Rectangle] = []

  mutating func add(line: [Point]) {
    segments += zip(line, line.dropFirst())
  }

  mutating func add(_ box: Rectangle) {
    boxes.append(box)
  }

  /// How much a label there would cover: a box counts more than a line.
  func cost(of label: Rectangle) -> Double {
    let crossed = segments.count { label.isCrossed(from: $0.0, to: $0.1) }
    let covered = boxes.count { $0.intersects(label) }
    return Double(crossed) + 100 * Double(covered)
  }

  /// The clearest of the places around a point, the nearest of equally clear ones; within a
  /// rectangle.
  ///
  /// The second value is what it covers, 0 where it is clear of everything.
  func spot(
    for size: Size, around point: Point, distance: Double, within room: Rectangle
  ) -> (box: Rectangle, cost: Double)? {
    var best: (box: Rectangle, cost: Double)?
    for reach in [1.0, 1.8, 2.8] {
      for (dx, dy) in Self.directions {
        let center = Point(
          x: point.x + dx * (size.width / 2 + reach * distance),
          y: point.y + dy * (size.height / 2 + reach * distance))
        let box = Rectangle(center: center, size: size)
        guard box.minX >= room.minX, box.maxX <= room.maxX, box.minY >= room.minY,
          box.maxY <= room.maxY
        else { continue }
        let cost = cost(of: box)
        if cost < best?.cost ?? .infinity { best = (box, cost) }
      }
    }
    return best
  }

  /// Above and below before beside.
  private static let directions: [(Double, Double)] = [
    (-1, -1), (1, 1), (1, -1), (-1, 1), (0, -1), (0, 1), (-1, 0), (1, 0),
  ]
}

extension Rectangle {
  /// Whether a segment has a point inside.
  func isCrossed(from a: Point, to b: Point) -> Bool {
    var (enter, leave) = (0.0, 1.0)
    let delta = b - a
    for (start, step, low, high) in [
      (a.x, delta.x, minX, maxX), (a.y, delta.y, minY, maxY),
    ] {
      if step == 0 {
        if start <= low || start >= high { return false }
        continue
      }
      let (first, second) = ((low - start) / step, (high - start) / step)
      enter = max(enter, min(first, second))
      leave = min(leave, max(first, second))
    }
    return enter < leave
  }
}
