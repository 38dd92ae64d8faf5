package import ChainGeometry

/// A function sampled on a grid over a frame, from which its contours are followed.
package struct SampledField {
  private let columns: Int
  private let rows: Int
  private let values: [Double]
  private let frame: PlotFrame

  /// Cells along the longer side.
  private static let cells = 128

  package init(of function: ([Double]) -> Double, in frame: PlotFrame) {
    self.frame = frame
    let longer = max(frame.rectangle.width, frame.rectangle.height)
    columns = max(8, Int(Double(Self.cells) * frame.rectangle.width / longer)) + 1
    rows = max(8, Int(Double(Self.cells) * frame.rectangle.height / longer)) + 1
    var values: [Double] = []
    values.reserveCapacity(columns * rows)
    for row in 0..<rows {
      let y = frame.y.at(Double(row) / Double(rows - 1))
      for column in 0..<columns {
        values.append(function([frame.x.at(Double(column) / Double(columns - 1)), y]))
      }
    }
    self.values = values
  }

  var samples: [Double] { values }

  /// The lines on which the function has a value, as polylines on the canvas; a closed one ends
  /// where it begins.
  package func contours(at level: Double) -> [[Point]] {
    linked(segments(at: level)).map { line in
      line.map { crossing(on: $0, at: level) }.simplified(tolerance: 0.08)
    }
  }

  // MARK: Cells

  /// A side of a cell, by the grid point at its lower left end.
  private struct Side: Hashable {
    let point: Int
    let isUpright: Bool
  }

  private func segments(at level: Double) -> [(Side, Side)] {
    var segments: [(Side, Side)] = []
    for row in 0..<(rows - 1) {
      for column in 0..<(columns - 1) {
        segments += cell(row * columns + column, at: level)
      }
    }
    return segments
  }

  /// How the contour crosses a cell: not at all, once, or at a saddle twice.
  private func cell(_ corner: Int, at level: Double) -> [(Side, Side)] {
    let corners = [corner, corner + 1, corner + columns + 1, corner + columns].map { values[$0] }
    guard corners.allSatisfy(\.isFinite) else { return [] }
    let sides = [
      Side(point: corner, isUpright: false), Side(point: corner + 1, isUpright: true),
      Side(point: corner + columns, isUpright: false), Side(point: corner, isUpright: true),
    ]
    let isAbove = corners.map { $0 >= level }
    let crossed = sides.indices.filter { isAbove[$0] != isAbove[($0 + 1) % 4] }
    switch crossed.count {
    case 2: return [(sides[crossed[0]], sides[crossed[1]])]
    case 4:
      // The middle decides which corners hang together.
      let joinsFirst = corners.reduce(0, +) / 4 >= level
      return joinsFirst == isAbove[0]
        ? [(sides[0], sides[1]), (sides[2], sides[3])]
        : [(sides[3], sides[0]), (sides[1], sides[2])]
    case _: return []
    }
  }

  private func crossing(on side: Side, at level: Double) -> Point {
    let other = side.isUpright ? side.point + columns : side.point + 1
    let (a, b) = (values[side.point], values[other])
    let fraction = a == b ? 0.5 : (level - a) / (b - a)
    let start = place(of: side.point)
    return start + fraction * (place(of: other) - start)
  }

  private func place(of point: Int) -> Point {
    let column = Double(point % columns) / Double(columns - 1)
    let row = Double(point / columns) / Double(rows - 1)
    return frame.point(frame.x.at(column), frame.y.at(row))
  }

  // MARK: Lines

  /// Segments end to end, in order of their first ones.
  private func linked(_ segments: [(Side, Side)]) -> [[Side]] {
    var meeting: [Side: [Int]] = [:]
    for (index, segment) in segments.enumerated() {
      meeting[segment.0, default: []].append(index)
      meeting[segment.1, default: []].append(index)
    }
    var isUsed = Array(repeating: false, count: segments.count)
    func follow(from side: Side) -> [Side] {
      var line: [Side] = []
      var end = side
      while let next = meeting[end]?.first(where: { !isUsed[$0] }) {
        isUsed[next] = true
        end = segments[next].0 == end ? segments[next].1 : segments[next].0
        line.append(end)
      }
      return line
    }
    return segments.indices.compactMap { index in
      guard !isUsed[index] else { return nil }
      isUsed[index] = true
      let (start, end) = segments[index]
      let ahead = follow(from: end)
      let behind = follow(from: start)
      return behind.reversed() + [start, end] + ahead
    }
  }
}

extension [Point] {
  /// The polyline without points that lie closer than a tolerance to what remains.
  func simplified(tolerance: Double) -> [Point] {
    guard count > 2 else { return self }
    var keeps = [Bool](repeating: false, count: count)
    keeps[0] = true
    keeps[count - 1] = true
    // A closed line has no chord: it is halved first.
    var spans = first == last ? [(0, count / 2), (count / 2, count - 1)] : [(0, count - 1)]
    if first == last { keeps[count / 2] = true }
    while let (start, end) = spans.popLast() {
      guard end - start > 1 else { continue }
      var farthest = (index: start, distance: tolerance)
      for index in (start + 1)..<end {
        let distance = self[index].distance(toLineFrom: self[start], to: self[end])
        if distance > farthest.distance { farthest = (index, distance) }
      }
      guard farthest.index != start else { continue }
      keeps[farthest.index] = true
      spans += [(start, farthest.index), (farthest.index, end)]
    }
    return zip(self, keeps).compactMap { $1 ? $0 : nil }
  }
}

extension Point {
  var length: Double { (x * x + y * y).squareRoot() }

  func distance(toLineFrom a: Point, to b: Point) -> Double {
    let chord = b - a
    guard chord.length > 0 else { return (self - a).length }
    let offset = self - a
    return abs(chord.x * offset.y - chord.y * offset.x) / chord.length
  }
}
