import ChainGeometry

/// The outlines of the table `glyf`: parabolas, and glyphs composed of others.
struct TrueTypeOutlines {
  private let glyphs: FontTable
  private let offsets: FontTable
  private let hasLongOffsets: Bool

  /// Nil where the font has no such outlines.
  init?(glyf: FontTable, loca: FontTable, head: FontTable) {
    guard !glyf.isEmpty, !loca.isEmpty else { return nil }
    glyphs = glyf
    offsets = loca
    hasLongOffsets = head.u16(50) != 0
  }

  private func data(of glyph: Int) -> FontTable {
    func offset(_ index: Int) -> Int {
      hasLongOffsets ? offsets.u32(4 * index) : 2 * offsets.u16(2 * index)
    }
    let start = offset(glyph)
    return glyphs.part(from: start, length: offset(glyph + 1) - start)
  }

  /// Draws a glyph whose left edge is where the metrics say.
  func draw(_ glyph: UInt32, leftBearing: Int, with pen: inout GlyphPen) {
    let table = data(of: Int(glyph))
    guard !table.isEmpty else { return }
    let shift = Point(x: Double(leftBearing - table.i16(2)), y: 0)
    var budget = 1000
    for contour in contours(of: Int(glyph), depth: 0, &budget) {
      draw(contour.map { CurvePoint(at: $0.place + shift, isOn: $0.isOn) }, with: &pen)
    }
  }

  /// The box that the font states.
  func box(of glyph: UInt32, leftBearing: Int) -> Rectangle? {
    let table = data(of: Int(glyph))
    guard !table.isEmpty else { return nil }
    return Rectangle(
      minX: Double(leftBearing), minY: Double(table.i16(4)),
      maxX: Double(leftBearing + table.i16(6) - table.i16(2)), maxY: Double(table.i16(8)))
  }
}

/// A point on the curve, or one that bends it.
private struct CurvePoint {
  let place: Point
  let isOn: Bool

  init(at place: Point, isOn: Bool) {
    self.place = place
    self.isOn = isOn
  }
}

extension TrueTypeOutlines {
  private func contours(of glyph: Int, depth: Int, _ budget: inout Int) -> [[CurvePoint]] {
    let table = data(of: glyph)
    budget -= 1
    guard !table.isEmpty, depth < 8, budget > 0 else { return [] }
    let count = table.i16(0)
    return count >= 0
      ? simpleContours(table, count) : composedContours(table, depth: depth, &budget)
  }

  private func simpleContours(_ table: FontTable, _ count: Int) -> [[CurvePoint]] {
    guard count > 0 else { return [] }
    let ends = (0..<count).map { table.u16(10 + 2 * $0) }
    let pointCount = (ends.last ?? 0) + 1
    var place = 10 + 2 * count
    place += 2 + table.u16(place)
    var flags: [Int] = []
    while flags.count < pointCount, place < table.count {
      let flag = table.u8(place)
      place += 1
      flags.append(flag)
      guard flag & 8 != 0 else { continue }
      flags += [Int](repeating: flag, count: table.u8(place))
      place += 1
    }
    guard flags.count >= pointCount else { return [] }
    /// A coordinate is one byte with its sign in the flags, the last one's again, or two bytes.
    func coordinates(short: Int, same: Int) -> [Double] {
      var value = 0
      return flags.prefix(pointCount).map { flag in
        if flag & short != 0 {
          value += flag & same != 0 ? table.u8(place) : -table.u8(place)
          place += 1
        } else if flag & same == 0 {
          value += table.i16(place)
          place += 2
        }
        return Double(value)
      }
    }
    let x = coordinates(short: 2, same: 16)
    let y = coordinates(short: 4, same: 32)
    var contours: [[CurvePoint]] = []
    var start = 0
    for end in ends where end >= start && end < pointCount {
      contours.append(
        (start...end).map { CurvePoint(at: Point(x: x[$0], y: y[$0]), isOn: flags[$0] & 1 != 0) })
      start = end + 1
    }
    return contours
  }

  private func composedContours(
    _ table: FontTable, depth: Int, _ budget: inout Int
  ) -> [[CurvePoint]] {
    var contours: [[CurvePoint]] = []
    var place = 10
    var flags = 0x20
    func fraction() -> Double {
      defer { place += 2 }
      return Double(table.i16(place)) / 16384
    }
    while flags & 0x20 != 0, place < table.count {
      flags = table.u16(place)
      let glyph = table.u16(place + 2)
      place += 4
      var shift = Point(x: 0, y: 0)
      let hasWords = flags & 1 != 0
      // Parts that are joined at points, which hardly a font has, stay where they are.
      if flags & 2 != 0 {
        shift =
          hasWords
          ? Point(x: Double(table.i16(place)), y: Double(table.i16(place + 2)))
          : Point(
            x: Double(Int8(truncatingIfNeeded: table.u8(place))),
            y: Double(Int8(truncatingIfNeeded: table.u8(place + 1))))
      }
      place += hasWords ? 4 : 2
      var (xx, xy, yx, yy) = (1.0, 0.0, 0.0, 1.0)
      if flags & 8 != 0 {
        xx = fraction()
        yy = xx
      } else if flags & 0x40 != 0 {
        xx = fraction()
        yy = fraction()
      } else if flags & 0x80 != 0 {
        xx = fraction()
        xy = fraction()
        yx = fraction()
        yy = fraction()
      }
      for contour in self.contours(of: glyph, depth: depth + 1, &budget) {
        contours.append(
          contour.map { point in
            let (x, y) = (point.place.x, point.place.y)
            return CurvePoint(
              at: shift + Point(x: xx * x + yx * y, y: xy * x + yy * y), isOn: point.isOn)
          })
      }
    }
    return contours
  }

  /// Two points in a row that bend the curve have one on it halfway between them.
  private func draw(_ points: [CurvePoint], with pen: inout GlyphPen) {
    guard let first = points.first, let last = points.last else { return }
    let start =
      first.isOn ? first.place : last.isOn ? last.place : 0.5 * (first.place + last.place)
    pen.move(to: start)
    var bend: Point?
    for point in first.isOn ? points.dropFirst() : points[...] {
      if point.isOn {
        if let bend { pen.quadratic(bend, to: point.place) } else { pen.line(to: point.place) }
        bend = nil
      } else {
        if let bend { pen.quadratic(bend, to: 0.5 * (bend + point.place)) }
        bend = point.place
      }
    }
    if let bend { pen.quadratic(bend, to: start) }
    pen.close()
  }
}
