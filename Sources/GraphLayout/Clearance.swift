import ChainGeometry

extension GraphDrawing {
  /// Whether labels meet no other label, no node and no foreign arrow, and arrows no foreign node.
  ///
  /// Touching is allowed. Quadratic in the number of edges.
  func isClear(for graph: LayoutGraph) -> Bool {
    let labels = edges.indices.compactMap { index in
      edges[index].labelBox.map { (edge: index, box: $0) }
    }
    for (place, label) in labels.enumerated() {
      if labels[..<place].contains(where: { $0.box.intersects(label.box) }) { return false }
      if nodes.contains(where: { $0.intersects(label.box) }) { return false }
    }
    for (index, edge) in edges.enumerated() {
      let reach = edge.reach
      for label in labels where label.edge != index && reach.intersects(label.box) {
        if edge.meets(label.box) { return false }
      }
      let ends = [graph.edges[index].from.value, graph.edges[index].to.value]
      for (node, box) in nodes.enumerated() where reach.intersects(box) && !ends.contains(node) {
        if edge.meets(box) { return false }
      }
    }
    return true
  }

  /// Whether nodes stand in the order given: from left to right, or from top to bottom.
  func isOrdered(_ indices: [Int], across direction: LayoutGraph.Direction) -> Bool {
    zip(indices, indices.dropFirst()).allSatisfy { node, next in
      switch direction {
      case .right, .left: nodes[node].center.y < nodes[next].center.y
      case .up, .down: nodes[node].center.x < nodes[next].center.x
      }
    }
  }
}

extension GraphDrawing.Edge {
  /// A rectangle that the curves and the arrowhead do not leave.
  fileprivate var reach: Rectangle {
    curves.reduce(Rectangle.around(arrowhead)) { $0.union(Rectangle.around($1)) }
  }

  /// Whether a curve or the arrowhead, as the rectangle around it, enters a box.
  fileprivate func meets(_ box: Rectangle) -> Bool {
    Rectangle.around(arrowhead).intersects(box)
      || curves.contains { curve in
        stride(from: 0, to: curve.count - 3, by: 3).contains {
          Cubic(curve[$0], curve[$0 + 1], curve[$0 + 2], curve[$0 + 3]).meets(box)
        }
      }
  }
}

/// One cubic Bézier piece.
private struct Cubic {
  let start: Point
  let control1: Point
  let control2: Point
  let end: Point

  init(_ start: Point, _ control1: Point, _ control2: Point, _ end: Point) {
    self.start = start
    self.control1 = control1
    self.control2 = control2
    self.end = end
  }

  private var hull: Rectangle { .around([start, control1, control2, end]) }

  /// Halves pieces whose hull meets the box until they are a quarter of a point small.
  func meets(_ box: Rectangle) -> Bool {
    var pieces = [self]
    while let piece = pieces.popLast() {
      let hull = piece.hull
      guard hull.intersects(box) else { continue }
      if hull.width < 0.25 && hull.height < 0.25 { return true }
      let (first, second) = piece.halves
      pieces.append(first)
      pieces.append(second)
    }
    return false
  }

  /// De Casteljau's construction at the middle.
  private var halves: (Cubic, Cubic) {
    func middle(_ a: Point, _ b: Point) -> Point { 0.5 * (a + b) }
    let first = middle(start, control1)
    let between = middle(control1, control2)
    let last = middle(control2, end)
    let left = middle(first, between)
    let right = middle(between, last)
    let center = middle(left, right)
    return (Cubic(start, first, left, center), Cubic(center, right, last, end))
  }
}

extension Rectangle {
  /// The least rectangle around points; without points one that adds nothing to a union.
  static func around(_ points: [Point]) -> Rectangle {
    var result = Rectangle(
      minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
    for point in points {
      result.minX = min(result.minX, point.x)
      result.minY = min(result.minY, point.y)
      result.maxX = max(result.maxX, point.x)
      result.maxY = max(result.maxY, point.y)
    }
    return result
  }
}
