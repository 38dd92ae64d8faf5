import CGraphvizShim
import ChainGeometry

/// A `LayoutGraph` as dot is to see it: which of its nodes and edges stand for what.
///
/// A labelled edge becomes a node of the label's size between two edges, tied to its sides by
/// ports, so that the formula interrupts its own arrow. (Graphviz's own labels stand beside their
/// edges, run into others in large graphs, and took longer in every graph of 150 to 330 nodes.)
/// Several edges between the same nodes that carry no label go through a waypoint each, since dot
/// would draw them as one bundle over whatever stands beside it.
struct DotGraph {
  /// How an edge was given to dot; the values are dot's own indices.
  enum Route {
    case direct(edge: Int)
    /// Two halves that meet in the label, or in a waypoint.
    case through(node: Int, first: Int, second: Int)
    /// Two arcs to a label beside the node; the second is laid out against its arrow.
    case loop(node: Int, first: Int, second: Int)
  }

  let graph: LayoutGraph
  let ranking: Ranking
  private let keepsOrder: Bool
  private let isPlainStrand: [Bool]
  private static let waypoint = Size(width: 1, height: 1)
  /// One an edge of `graph`; its nodes keep their indices.
  private(set) var routes: [Route] = []

  init(
    _ graph: LayoutGraph, ranking: Ranking, cost: LayoutCost, keepsOrder: Bool,
    in session: borrowing GraphvizSession
  ) {
    self.graph = graph
    self.ranking = ranking
    self.keepsOrder = keepsOrder
    isPlainStrand = graph.isPlainStrand
    setDefaults(simplexLimit: cost.simplexLimit, in: session)
    for node in graph.nodes {
      _ = session.addNode(attributes(of: node.size, shape: node.shape))
    }
    routes = graph.edges.indices.map { addEdge($0, in: session) }
    setRanks(in: session)
  }

  private func setDefaults(simplexLimit: String?, in session: borrowing GraphvizSession) {
    session.setDefaults(
      CGV_GRAPH,
      [
        "rankdir": graph.direction.rankdir, "splines": "true",
        "nodesep": inches(graph.nodeSeparation),
        "ranksep": inches(graph.rankSeparationForFans),
      ])
    if let simplexLimit {
      session.setDefaults(CGV_GRAPH, ["nslimit": simplexLimit])
    }
    session.setDefaults(CGV_NODE, ["shape": "box", "fixedsize": "true", "label": ""])
    session.setDefaults(CGV_EDGE, ["arrowsize": "0.7"])
  }

  private func attributes(
    of size: Size, shape: LayoutGraph.Shape
  ) -> KeyValuePairs<String, String> {
    let size = size.roundedUp
    return [
      "width": inches(size.width), "height": inches(size.height),
      "shape": shape == .ellipse ? "ellipse" : "box",
    ]
  }

  private func addEdge(_ index: Int, in session: borrowing GraphvizSession) -> Route {
    let edge = graph.edges[index]
    guard let size = edge.label ?? (isPlainStrand[index] ? Self.waypoint : nil) else {
      return addDirect(index, in: session)
    }
    let middle = session.addText(width: size.roundedUp.width, height: size.roundedUp.height)
    return edge.from == edge.to
      ? addLoop(around: edge.from.value, through: middle, in: session)
      : addHalves(of: index, through: middle, in: session)
  }

  private func addDirect(_ index: Int, in session: borrowing GraphvizSession) -> Route {
    let (tail, head) = ends(index)
    // Where other edges have a rank for their labels, this one passes it.
    let passesLabels = graph.hasMiddleRanks && tail != head
    let edge = session.addEdge(
      from: tail, to: head,
      [
        "weight": String(ranking.weights[index].whole), "minlen": passesLabels ? "2" : "1",
        "dir": ranking.isReversed[index] ? "back" : "forward",
      ])
    return .direct(edge: edge)
  }

  private func addHalves(
    of index: Int, through node: Int, in session: borrowing GraphvizSession
  ) -> Route {
    let (tail, head) = ends(index)
    let isReversed = ranking.isReversed[index]
    let weight = ranking.weights[index]
    let (entry, exit) = graph.direction.ports
    let first = session.addEdge(
      from: tail, to: node,
      [
        "weight": String(weight.toLabel), "headport": entry, "dir": isReversed ? "back" : "none",
      ])
    let second = session.addEdge(
      from: node, to: head,
      [
        "weight": String(weight.fromLabel), "tailport": exit,
        "dir": isReversed ? "none" : "forward",
      ])
    return .through(node: node, first: first, second: second)
  }

  /// The nodes that an edge leaves and enters as dot is to see it.
  private func ends(_ index: Int) -> (tail: Int, head: Int) {
    let (from, to) = (graph.edges[index].from.value, graph.edges[index].to.value)
    return ranking.isReversed[index] ? (to, from) : (from, to)
  }

  private func addLoop(
    around tail: Int, through node: Int, in session: borrowing GraphvizSession
  ) -> Route {
    let (near, far) = graph.direction.flanks
    let first = session.addEdge(from: tail, to: node, ["headport": near, "dir": "none"])
    let second = session.addEdge(from: tail, to: node, ["headport": far, "dir": "back"])
    return .loop(node: node, first: first, second: second)
  }

  private func setRanks(in session: borrowing GraphvizSession) {
    session.setSameRank(ranking.firstRank)
    session.setSameRank(ranking.lastRank)
    guard keepsOrder else { return }
    // Edges within a rank keep its order, but pull its nodes together, which bends some arrows.
    for (node, next) in zip(ranking.first, ranking.first.dropFirst()) {
      _ = session.addEdge(from: node, to: next, ["style": "invis", "weight": "1"])
    }
  }
}

extension LayoutGraph.Direction {
  var rankdir: String {
    switch self {
    case .right: "LR"
    case .left: "RL"
    case .up: "BT"
    case .down: "TB"
    }
  }

  /// The sides of a label at which its arrow enters and leaves, as compass points.
  var ports: (entry: String, exit: String) {
    switch self {
    case .right: ("w", "e")
    case .left: ("e", "w")
    case .up: ("s", "n")
    case .down: ("n", "s")
    }
  }

  /// The other two sides.
  var flanks: (String, String) {
    switch self {
    case .right, .left: ("n", "s")
    case .up, .down: ("w", "e")
    }
  }
}

extension LayoutGraph {
  /// Whether an edge is one of several without label between the same nodes.
  fileprivate var isPlainStrand: [Bool] {
    struct Ends: Hashable {
      let from: NodeIndex
      let to: NodeIndex
    }
    var counts: [Ends: Int] = [:]
    for edge in edges where edge.label == nil {
      counts[Ends(from: edge.from, to: edge.to), default: 0] += 1
    }
    return edges.map { edge in
      edge.label == nil && edge.from != edge.to
        && (counts[Ends(from: edge.from, to: edge.to)] ?? 0) > 1
    }
  }

  /// Whether there are ranks between those of the nodes, for labels or waypoints.
  var hasMiddleRanks: Bool {
    edges.contains { $0.label != nil } || isPlainStrand.contains(true)
  }
}

extension Size {
  /// Graphviz keeps some sizes as whole points.
  var roundedUp: Size {
    Size(width: max(1, width.rounded(.up)), height: max(1, height.rounded(.up)))
  }
}

private func inches(_ points: Double) -> String { String(points / 72) }
