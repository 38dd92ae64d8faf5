import ChainGeometry

extension GraphDrawing {
  /// Moves the tips of arrows that end on one side of a box apart along that side, so that each is
  /// seen to arrive.
  ///
  /// Only the last piece of a curve bends with its tip, by a few points.
  mutating func spreadTips(for graph: LayoutGraph) {
    var arrivals: [Int: [Int]] = [:]
    for (index, edge) in graph.edges.enumerated() where edge.from != edge.to {
      if graph.nodes[edge.to.value].shape == .box {
        arrivals[edge.to.value, default: []].append(index)
      }
    }
    for node in graph.nodes.indices {
      guard let arriving = arrivals[node], arriving.count > 1 else { continue }
      for side in Side.allCases { spread(arriving, on: side, of: nodes[node]) }
    }
  }

  private mutating func spread(_ arriving: [Int], on side: Side, of box: Rectangle) {
    let tips = arriving.compactMap { edge -> (edge: Int, place: Double)? in
      guard let tip = edges[edge].tip, side.isNear(tip, of: box) else { return nil }
      return (edge, side.place(of: tip))
    }.sorted { $0.place != $1.place ? $0.place < $1.place : $0.edge < $1.edge }
    let spread = apart(tips.map(\.place), within: side.reach(of: box))
    for (tip, place) in zip(tips, spread) where place != tip.place {
      edges[tip.edge].moveTip(by: side.shift(place - tip.place))
    }
  }
}

/// A side of a box, with places along it counted in points.
private enum Side: CaseIterable {
  case left, right, top, bottom

  /// Whether a tip ends on this side; corners belong to none.
  func isNear(_ tip: Point, of box: Rectangle) -> Bool {
    let tolerance = 2.5
    let reach = reach(of: box)
    guard reach.contains(place(of: tip)) else { return false }
    switch self {
    case .left: return abs(tip.x - box.minX) < tolerance
    case .right: return abs(tip.x - box.maxX) < tolerance
    case .top: return abs(tip.y - box.minY) < tolerance
    case .bottom: return abs(tip.y - box.maxY) < tolerance
    }
  }

  func place(of point: Point) -> Double {
    switch self {
    case .left, .right: point.y
    case .top, .bottom: point.x
    }
  }

  func shift(_ distance: Double) -> Point {
    switch self {
    case .left, .right: Point(x: 0, y: distance)
    case .top, .bottom: Point(x: distance, y: 0)
    }
  }

  /// The straight part of the side.
  func reach(of box: Rectangle) -> ClosedRange<Double> {
    let corner = 5.0
    let (low, high) = self == .left || self == .right ? (box.minY, box.maxY) : (box.minX, box.maxX)
    return low + corner < high - corner ? low + corner...high - corner : low...high
  }
}

/// Ascending places moved as little as it takes to stand apart, within a range.
private func apart(_ places: [Double], within range: ClosedRange<Double>) -> [Double] {
  guard places.count > 1 else { return places }
  let room = range.upperBound - range.lowerBound
  let gap = min(11, room / Double(places.count - 1))
  var moved = places
  for index in moved.indices.dropFirst() {
    moved[index] = max(moved[index], moved[index - 1] + gap)
  }
  // Moved both ways alike, then back within the range.
  let excess = zip(moved, places).reduce(0) { $0 + $1.0 - $1.1 } / Double(places.count)
  guard excess > 0 else { return places }
  moved = moved.map { $0 - excess }
  let low = max(0, range.lowerBound - moved[0])
  let high = max(0, moved[moved.count - 1] - range.upperBound)
  return moved.map { $0 + low - high }
}

extension GraphDrawing.Edge {
  /// The point of the arrowhead.
  fileprivate var tip: Point? {
    guard let end = curves.last?.last else { return nil }
    return arrowhead.max { distance(end, $0) < distance(end, $1) }
  }

  fileprivate mutating func moveTip(by shift: Point) {
    guard let last = curves.indices.last, curves[last].count >= 4 else { return }
    let end = curves[last].count - 1
    for point in [end - 1, end] { curves[last][point] = curves[last][point] + shift }
    arrowhead = arrowhead.map { $0 + shift }
  }
}

private func distance(_ a: Point, _ b: Point) -> Double {
  (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
}
