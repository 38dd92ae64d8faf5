import CGraphvizShim
import ChainGeometry

/// A `LayoutGraph` as dot is to see it: which of its nodes and edges stand for what.
///
/// A labelled edge becomes a node of the label's size between two edges, tied to its sides by
/// ports, so that the formula interrupts its own arrow. Graphviz's own labels stand beside the
/// edge; they cost fewer nodes and serve figures with very many ranks.
struct DotGraph {
  /// How an edge was given to dot; the values are dot's own indices.
  enum Route {
    case single(edge: Int)
    case throughLabel(node: Int, first: Int, second: Int)
    /// Two arcs to a label beside the node; the second is laid out against its arrow.
    case loop(label: Int, first: Int, second: Int)
    case besideLabel(edge: Int)
  }

  enum LabelStyle {
    case interrupting, beside
  }

  let graph: LayoutGraph
  let ranking: Ranking
  private let labelStyle: LabelStyle
  private let keepsOrder: Bool
  /// One an edge of `graph`. The nodes of `graph` keep their indices.
  private(set) var routes: [Route] = []

  init(
    _ graph: LayoutGraph, ranking: Ranking, cost: LayoutCost, keepsOrder: Bool,
    in session: borrowing GraphvizSession
  ) {
    self.graph = graph
    self.ranking = ranking
    labelStyle = cost.labelStyle
    self.keepsOrder = keepsOrder
    setDefaults(simplexLimit: cost.simplexLimit, in: session)
    for node in graph.nodes {
      _ = session.addNode(attributes(of: node.size, shape: node.shape))
    }
    routes = graph.edges.indices.map { addEdge($0, in: session) }
    setRanks(in: session)
  }

  private func setDefaults(simplexLimit: String?, in session: borrowing GraphvizSession) {
    // With labels beside edges dot doubles the ranks and halves their distance.
    let doubling = labelStyle == .beside && graph.hasLabels ? 2.0 : 1
    session.setDefaults(
      CGV_GRAPH,
      [
        "rankdir": graph.direction.rankdir, "splines": "true",
        "nodesep": inches(graph.nodeSeparation),
        "ranksep": inches(doubling * graph.rankSeparationForFans),
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
    let isReversed = ranking.isReversed[index]
    let (tail, head) =
      isReversed ? (edge.to.value, edge.from.value) : (edge.from.value, edge.to.value)
    let weight = ranking.weights[index]
    let arrow = isReversed ? "back" : "forward"
    guard let label = edge.label else {
      // Where other edges have a rank for their labels, this one passes it.
      let length = graph.hasLabels && labelStyle == .interrupting && tail != head ? "2" : "1"
      let single = session.addEdge(
        from: tail, to: head, ["weight": String(weight.whole), "dir": arrow, "minlen": length])
      return .single(edge: single)
    }
    guard labelStyle == .interrupting else {
      let single = session.addEdge(
        from: tail, to: head, ["weight": String(weight.whole), "dir": arrow])
      let size = label.roundedUp
      session.setLabel(ofEdge: single, width: size.width, height: size.height)
      return .besideLabel(edge: single)
    }
    let node = session.addNode(attributes(of: label, shape: .box))
    if tail == head {
      return addLoop(around: tail, through: node, in: session)
    }
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
    return .throughLabel(node: node, first: first, second: second)
  }

  private func addLoop(
    around tail: Int, through node: Int, in session: borrowing GraphvizSession
  ) -> Route {
    let (near, far) = graph.direction.flanks
    let first = session.addEdge(from: tail, to: node, ["headport": near, "dir": "none"])
    let second = session.addEdge(from: tail, to: node, ["headport": far, "dir": "back"])
    return .loop(label: node, first: first, second: second)
  }

  private func setRanks(in session: borrowing GraphvizSession) {
    let first = ranking.ranks.indices.filter { ranking.ranks[$0] == .first }
    session.setRank("min", nodes: first)
    session.setRank("max", nodes: ranking.ranks.indices.filter { ranking.ranks[$0] == .last })
    guard keepsOrder else { return }
    // Edges within a rank keep its order, but pull its nodes together, which bends some arrows.
    for (node, next) in zip(first, first.dropFirst()) {
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

extension Size {
  /// Graphviz keeps some sizes as whole points.
  var roundedUp: Size {
    Size(width: max(1, width.rounded(.up)), height: max(1, height.rounded(.up)))
  }
}

private func inches(_ points: Double) -> String { String(points / 72) }
