import CGraphvizShim
import ChainGeometry

extension GraphDrawing {
  /// Gathers what dot drew under the nodes and edges it stands for.
  init(_ primitives: Primitives, of dot: DotGraph) throws(LayoutError) {
    let strokes = Strokes(primitives)
    var nodes: [Rectangle] = []
    for (index, node) in dot.graph.nodes.enumerated() {
      guard let box = strokes.box(index, size: node.size) else {
        throw .graphviz("node \(index) was not drawn")
      }
      nodes.append(box)
    }
    var edges: [Edge] = []
    for (index, route) in dot.routes.enumerated() {
      guard let edge = strokes.edge(route, of: dot, index: index) else {
        throw .graphviz("edge \(index) was not drawn")
      }
      edges.append(edge)
    }
    self.init(
      size: Size(width: 0, height: 0), nodes: nodes, edges: edges, warnings: primitives.warnings)
    moveToOrigin()
  }

  /// Lets the picture begin in the upper left corner and sets its size.
  private mutating func moveToOrigin() {
    let points = edges.flatMap { $0.curves.joined() + $0.arrowhead }
    let boxes = nodes + edges.compactMap(\.labelBox)
    let bounds = boxes.reduce(Rectangle.around(points)) { $0.union($1) }.toHalfPoints
    let shift = Point(x: -bounds.minX, y: -bounds.minY)
    size = bounds.size
    nodes = nodes.map { $0.offsetBy(shift) }
    edges = edges.map { edge in
      Edge(
        curves: edge.curves.map { $0.map { $0 + shift } },
        arrowhead: edge.arrowhead.map { $0 + shift }, labelBox: edge.labelBox?.offsetBy(shift))
    }
  }
}

/// Primitives under dot's own indices, y downwards.
private struct Strokes {
  struct Edge {
    var curves: [[Point]] = []
    var arrowhead: [Point] = []
  }

  private var centers: [Int: Point] = [:]
  private var edges: [Int: Edge] = [:]

  init(_ primitives: Primitives) {
    for primitive in primitives.list {
      let range = primitive.first..<primitive.first + primitive.count
      let points = primitives.points[range].map { Point(x: $0.x, y: -$0.y) }
      let index = Int(primitive.index)
      if primitive.object == CGV_NODE {
        centers[index] = Self.center(points, kind: primitive.kind)
      } else if primitive.object == CGV_EDGE {
        edges[index, default: Edge()].add(points, kind: primitive.kind)
      }
    }
  }

  private static func center(_ points: [Point], kind: cgv_kind) -> Point? {
    kind == CGV_ELLIPSE || points.isEmpty ? points.first : Rectangle.around(points).center
  }

  /// The box of one of dot's nodes, which was given to dot with its size rounded up.
  func box(_ node: Int, size: Size) -> Rectangle? {
    centers[node].map { Rectangle(center: $0.onFineGrid, size: size.roundedUp) }
  }

  func edge(_ route: DotGraph.Route, of dot: DotGraph, index: Int) -> GraphDrawing.Edge? {
    let isReversed = dot.ranking.isReversed[index]
    let label = dot.graph.edges[index].label
    switch route {
    case .direct(let edge):
      return joined([edge], reversing: [isReversed])
    case .loop(let node, let first, let second):
      var result = joined([first, second], reversing: [false, true])
      result?.labelBox = label.flatMap { box(node, size: $0) }
      return result
    case .through(let node, let first, let second):
      var result =
        isReversed
        ? joined([second, first], reversing: [true, true])
        : joined([first, second], reversing: [false, false])
      if let label {
        result?.labelBox = box(node, size: label)
      } else {
        result?.bridgeCurves()
      }
      return result
    }
  }

  /// Several of dot's edges as one, in the order and the directions of its arrow.
  private func joined(_ parts: [Int], reversing: [Bool]) -> GraphDrawing.Edge? {
    var result = GraphDrawing.Edge(curves: [], arrowhead: [])
    for (part, isReversed) in zip(parts, reversing) {
      guard let edge = edges[part], !edge.curves.isEmpty else { return nil }
      result.curves += isReversed ? edge.curves.reversed().map { $0.reversed() } : edge.curves
      if !edge.arrowhead.isEmpty { result.arrowhead = edge.arrowhead }
    }
    return result
  }
}

extension Strokes.Edge {
  fileprivate mutating func add(_ points: [Point], kind: cgv_kind) {
    if kind == CGV_CURVE {
      curves.append(points)
    } else if kind == CGV_POLYGON {
      arrowhead = points
    }
  }
}

extension GraphDrawing.Edge {
  /// Makes one curve of several that meet in a waypoint, with straight pieces across it.
  fileprivate mutating func bridgeCurves() {
    guard var bridged = curves.first else { return }
    for next in curves.dropFirst() {
      guard let end = bridged.last, let start = next.first else { continue }
      bridged += [end, start] + next
    }
    curves = [bridged]
  }
}

extension Point {
  /// The nearest point whose coordinates are multiples of 1/1024, so that a box around it keeps
  /// its exact size however it is moved on this grid.
  fileprivate var onFineGrid: Point {
    Point(x: (1024 * x).rounded() / 1024, y: (1024 * y).rounded() / 1024)
  }
}

extension Rectangle {
  /// The least rectangle around this one with corners at half points.
  fileprivate var toHalfPoints: Rectangle {
    Rectangle(
      minX: (2 * minX).rounded(.down) / 2, minY: (2 * minY).rounded(.down) / 2,
      maxX: (2 * maxX).rounded(.up) / 2, maxY: (2 * maxY).rounded(.up) / 2)
  }
}
