import ChainGeometry
import ChainScene
import ChainTheme

/// Draws an arrow: one line, or a parallel strand for each path that runs along it.
struct Arrow {
  private let pen: Pen

  init(pen: Pen) { self.pen = pen }

  func elements(_ edge: EdgeContent, curves: [[Point]], head: [Point]) -> [SceneElement] {
    let strokes = strokes(of: edge)
    let spacing = 2.6 * pen.lineWidth
    var elements: [SceneElement] = []
    for (index, stroke) in strokes.enumerated() {
      let offset = (Double(index) - Double(strokes.count - 1) / 2) * spacing
      for curve in curves where curve.count >= 4 {
        elements.append(.path(path(shifted(curve, by: offset)), stroke: stroke, fill: nil))
      }
    }
    let reach = Double(strokes.count - 1) * spacing / 2 + 2.8 * pen.lineWidth
    if let tip = arrowhead(curves: curves, head: head, halfWidth: reach) {
      elements.append(.path(tip, stroke: nil, fill: pen.color(of: edge)))
    }
    return elements
  }

  private func strokes(of edge: EdgeContent) -> [Stroke] {
    let width = 1.35 * pen.lineWidth
    if edge.isZero {
      let dash = [2.5 * width, 2 * width]
      return [Stroke(color: pen.theme.muted, width: pen.lineWidth, dash: dash)]
    }
    if edge.isConstant { return [Stroke(color: pen.theme.muted, width: pen.hairline)] }
    if edge.paths.isEmpty { return [Stroke(color: pen.theme.text, width: pen.lineWidth)] }
    return edge.paths.map { path in
      let dash = pen.theme.dashes[path.index % pen.theme.dashes.count].map { $0 * width }
      return Stroke(color: pen.theme.color(of: .path(path)), width: width, dash: dash)
    }
  }

  /// A triangle in the place of the layout's arrowhead, as wide as the strands it ends.
  private func arrowhead(curves: [[Point]], head: [Point], halfWidth: Double) -> Path? {
    // The curve that ends nearest to the head, since pieces that bridge a label come last.
    let ends = curves.compactMap(\.last)
    guard let first = head.first,
      let end = ends.min(by: { $0.squaredDistance(to: first) < $1.squaredDistance(to: first) }),
      let tip = head.max(by: { end.squaredDistance(to: $0) < end.squaredDistance(to: $1) })
    else { return nil }
    let along = tip - end
    let length = along.length
    guard length > 0 else { return nil }
    let across = (halfWidth / length) * Point(x: -along.y, y: along.x)
    return Path([.move(tip), .line(end + across), .line(end - across), .close])
  }

  private func path(_ curve: [Point]) -> Path {
    var segments: [Path.Segment] = [.move(curve[0])]
    for start in stride(from: 1, to: curve.count - 2, by: 3) {
      segments.append(.cubic(curve[start], curve[start + 1], curve[start + 2]))
    }
    return Path(segments)
  }
}

/// A curve beside a Bézier curve of 1 + 3k points, at a distance in points that is small beside
/// its radius: every control point moves along the normal at the end it belongs to.
func shifted(_ curve: [Point], by distance: Double) -> [Point] {
  guard distance != 0 else { return curve }
  return curve.indices.map { index in
    // Control points 3k − 1 and 3k + 1 belong to the end point 3k.
    let end = (index + 1) / 3 * 3
    return curve[index] + distance * normal(of: curve, at: end)
  }
}

/// The unit normal to the right of the direction of travel, y downwards.
private func normal(of curve: [Point], at end: Int) -> Point {
  let before = curve[..<end].last { $0.squaredDistance(to: curve[end]) > 1e-12 }
  let after = curve[(end + 1)...].first { $0.squaredDistance(to: curve[end]) > 1e-12 }
  let along = (after ?? curve[end]) - (before ?? curve[end])
  let length = along.length
  return length > 0 ? (1 / length) * Point(x: -along.y, y: along.x) : Point(x: 0, y: 0)
}

extension Point {
  var length: Double { (x * x + y * y).squareRoot() }

  func squaredDistance(to other: Point) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}
