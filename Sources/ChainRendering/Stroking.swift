import ChainGeometry

/// SVG's default: a corner whose tip reaches further than this many half widths is cut off.
private let miterLimit = 4.0

extension Polyline {
  /// What a stroke covers, as polygons that run the same way round, so that where they overlap
  /// they count as one: a rectangle a line, a wedge on the outer side of a corner.
  ///
  /// Ends are cut off at the end points.
  func outline(width: Double) -> [[Point]] {
    let half = width / 2
    let ends = isClosed ? points + [points[0]] : points
    var polygons: [[Point]] = []
    var directions: [Point] = []
    for (a, b) in zip(ends, ends.dropFirst()) {
      let along = b - a
      let length = (along.x * along.x + along.y * along.y).squareRoot()
      let direction = Point(x: along.x / length, y: along.y / length)
      let side = half * Point(x: -direction.y, y: direction.x)
      polygons.append([a - side, b - side, b + side, a + side])
      directions.append(direction)
    }
    for index in directions.indices.dropFirst() {
      polygons.append(corner(at: ends[index], directions[index - 1], directions[index], half))
    }
    if isClosed, let first = directions.first, let last = directions.last {
      polygons.append(corner(at: points[0], last, first, half))
    }
    return polygons
  }

  private func corner(at point: Point, _ before: Point, _ after: Point, _ half: Double) -> [Point] {
    let cosine = before.x * after.x + before.y * after.y
    let turn = before.x * after.y - before.y * after.x
    // The outer side is the one away from which the line turns.
    let outward = turn > 0 ? -half : half
    let first = outward * Point(x: -before.y, y: before.x)
    let second = outward * Point(x: -after.y, y: after.x)
    var wedge = [point, point + first, point + second]
    if 2 / (1 + cosine) <= miterLimit * miterLimit {
      wedge.insert(point + (1 / (1 + cosine)) * (first + second), at: 2)
    }
    return turn > 0 ? wedge : wedge.reversed()
  }

  /// The dashes alone; lengths of dashes and gaps in turn.
  func dashed(_ lengths: [Double]) -> [Polyline] {
    // As in SVG, a pattern of an odd length is repeated, and one that ends nowhere is none.
    let pattern = lengths.count % 2 == 0 ? lengths : lengths + lengths
    guard pattern.reduce(0, +) > 0, pattern.allSatisfy({ $0 >= 0 }) else { return [self] }
    let ends = isClosed ? points + [points[0]] : points
    var dashes: [Polyline] = []
    var dash = Polyline(points: [ends[0]])
    var turn = 0
    var rest = pattern[0]
    for (a, b) in zip(ends, ends.dropFirst()) {
      let along = b - a
      let length = (along.x * along.x + along.y * along.y).squareRoot()
      var done = 0.0
      while length - done > rest {
        done += rest
        let place = a + (done / length) * along
        if turn % 2 == 0 {
          dash.points.append(place)
          dashes.append(dash)
        }
        dash = Polyline(points: [place])
        turn += 1
        rest = pattern[turn % pattern.count]
      }
      rest -= length - done
      dash.points.append(b)
    }
    if turn % 2 == 0 { dashes.append(dash) }
    return dashes.map(\.withoutRepeats).filter { $0.points.count > 1 }
  }

  private var withoutRepeats: Polyline {
    var distinct: [Point] = []
    for point in points where distinct.last != point { distinct.append(point) }
    return Polyline(points: distinct)
  }
}
