/// What can be said about a graph's ranks before it is laid out. Linear in nodes and edges.
struct Ranking {
  /// Edges to be laid out against their arrow, so that no cycle remains. Self loops are none.
  let isReversed: [Bool]
  /// The wishes that can be fulfilled.
  let ranks: [LayoutGraph.Rank]
  /// How much each edge is to be straight.
  let weights: [EdgeWeight]
  /// How many ranks of nodes there are.
  let rankCount: Int
  /// Ranks spanned by the edges in sum; Graphviz's time grows with its power 2.5.
  let spanSum: Int
  /// Whether an edge passes by a rank.
  let hasSkippingEdges: Bool

  init(_ graph: LayoutGraph) {
    let reversed = Self.backEdges(graph)
    let arcs = graph.edges.indices.map { index in
      let edge = graph.edges[index]
      return reversed[index]
        ? Arc(tail: edge.to.value, head: edge.from.value)
        : Arc(tail: edge.from.value, head: edge.to.value)
    }
    isReversed = reversed
    ranks = Self.fulfillable(graph)
    let order = Self.topologicalOrder(nodeCount: graph.nodes.count, arcs: arcs)
    let outgoing = Self.arcsByTail(nodeCount: graph.nodes.count, arcs: arcs)
    var levels = [Int](repeating: 0, count: graph.nodes.count)
    for node in order {
      for arc in outgoing[node] where arcs[arc].head != node {
        levels[arcs[arc].head] = max(levels[arcs[arc].head], levels[node] + 1)
      }
    }
    let longest = levels.max() ?? 0
    let isOnMainChain = Self.mainChain(
      arcs: arcs, order: order, outgoing: outgoing, levels: levels, longest: longest)
    let incoming = Self.arcsByTail(
      nodeCount: graph.nodes.count, arcs: arcs.map { Arc(tail: $0.head, head: $0.tail) })
    weights = graph.edges.indices.map { index in
      EdgeWeight(
        wish: graph.edges[index].weight, isOnMainChain: isOnMainChain[index],
        isOnlyOutgoing: outgoing[arcs[index].tail].count == 1,
        isOnlyIncoming: incoming[arcs[index].head].count == 1)
    }
    rankCount = graph.nodes.isEmpty ? 0 : longest + 1

    for node in levels.indices {
      let heads = outgoing[node].map { levels[arcs[$0].head] }
      if ranks[node] == .last {
        levels[node] = longest
      } else if ranks[node] == .free, levels[node] == 0, let nearest = heads.min() {
        // A source that may stand anywhere stands next to what it feeds.
        levels[node] = max(0, nearest - 1)
      }
    }
    let spans = arcs.map { levels[$0.head] - levels[$0.tail] }
    spanSum = spans.reduce(0, +)
    hasSkippingEdges = spans.contains { $0 > 1 }
  }

  private struct Arc {
    let tail: Int
    let head: Int
  }

  private static func fulfillable(_ graph: LayoutGraph) -> [LayoutGraph.Rank] {
    var ranks = graph.nodes.map(\.rank)
    for edge in graph.edges where edge.from != edge.to {
      if ranks[edge.to.value] == .first { ranks[edge.to.value] = .free }
      if ranks[edge.from.value] == .last { ranks[edge.from.value] = .free }
    }
    return ranks
  }

  /// Edges that lead back to a node whose search has not ended, depth first in node order.
  private static func backEdges(_ graph: LayoutGraph) -> [Bool] {
    enum State { case unseen, open, done }
    let outgoing = arcsByTail(
      nodeCount: graph.nodes.count,
      arcs: graph.edges.map { Arc(tail: $0.from.value, head: $0.to.value) })
    var states = [State](repeating: .unseen, count: graph.nodes.count)
    var isBack = [Bool](repeating: false, count: graph.edges.count)
    for root in graph.nodes.indices where states[root] == .unseen {
      states[root] = .open
      var path = [(node: root, next: 0)]
      while let (node, next) = path.last {
        guard next < outgoing[node].count else {
          states[node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let edge = outgoing[node][next]
        let head = graph.edges[edge].to.value
        switch states[head] {
        case .unseen:
          states[head] = .open
          path.append((head, 0))
        case .open:
          isBack[edge] = head != node
        case .done:
          break
        }
      }
    }
    return isBack
  }

  private static func arcsByTail(nodeCount: Int, arcs: [Arc]) -> [[Int]] {
    var result = [[Int]](repeating: [], count: nodeCount)
    for (index, arc) in arcs.enumerated() {
      result[arc.tail].append(index)
    }
    return result
  }

  private static func topologicalOrder(nodeCount: Int, arcs: [Arc]) -> [Int] {
    let outgoing = arcsByTail(nodeCount: nodeCount, arcs: arcs)
    var waiting = [Int](repeating: 0, count: nodeCount)
    for arc in arcs where arc.head != arc.tail {
      waiting[arc.head] += 1
    }
    var order = (0..<nodeCount).filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for arc in outgoing[order[next]] where arcs[arc].head != order[next] {
        waiting[arcs[arc].head] -= 1
        if waiting[arcs[arc].head] == 0 { order.append(arcs[arc].head) }
      }
      next += 1
    }
    return order
  }

  /// Edges that every longest path runs through: what the eye follows, to be drawn straight.
  ///
  /// In a diamond neither side is among them, so that it stays symmetric. A longest path crosses
  /// each level once, so an edge lies on all of them exactly if it is the only edge of longest
  /// paths that leaves its level.
  private static func mainChain(
    arcs: [Arc], order: [Int], outgoing: [[Int]], levels: [Int], longest: Int
  ) -> [Bool] {
    var heights = [Int](repeating: 0, count: levels.count)
    for node in order.reversed() {
      for arc in outgoing[node] where arcs[arc].head != node {
        heights[node] = max(heights[node], heights[arcs[arc].head] + 1)
      }
    }
    let isCritical = arcs.map { arc in
      arc.head != arc.tail && levels[arc.tail] + 1 + heights[arc.head] == longest
    }
    var criticalByLevel = [Int](repeating: 0, count: longest + 1)
    for (arc, critical) in zip(arcs, isCritical) where critical {
      criticalByLevel[levels[arc.tail]] += 1
    }
    return zip(arcs, isCritical).map { $1 && criticalByLevel[levels[$0.tail]] == 1 }
  }
}

/// How heavily dot weighs the straightness of an edge.
struct EdgeWeight {
  /// Of the half before the label, and of the half behind it.
  let toLabel: Int
  let fromLabel: Int
  /// Of the edge where nothing interrupts it.
  var whole: Int { max(toLabel, fromLabel) }

  init(wish: Int, isOnMainChain: Bool, isOnlyOutgoing: Bool, isOnlyIncoming: Bool) {
    // Heavy against the edges of weight 1 that keep the order of a rank.
    let weight = 4 * min(max(wish, 1), 100) * (isOnMainChain ? 8 : 1)
    // A half that shares its node with no other has no reason to bend; one in a fan has. Without
    // this difference both ways to lay out a diamond would be equally good.
    toLabel = weight * (isOnlyOutgoing ? 2 : 1)
    fromLabel = weight * (isOnlyIncoming ? 2 : 1)
  }
}
