/// What is decided and known about a graph's ranks before dot is asked.
struct Ranking {
  /// Edges to be laid out against their arrow.
  let isReversed: [Bool]
  /// Nodes whose wish to be first is fulfilled, in order.
  let first: [Int]
  /// Nodes to share the first rank, and the last: those that wish it and can, and those that would
  /// otherwise stand beyond them.
  ///
  /// dot's own `min` and `max` are not used. They make it search for components once more, behind
  /// a step that leaves the number 1 as mark on all nodes; version 2.42 numbers its searches from
  /// 1 to 255 and round again, so about every hundredth layout of a process would crash.
  let firstRank: [Int]
  let lastRank: [Int]
  /// How much each edge is to be straight.
  let weights: [EdgeWeight]
  /// How many ranks of nodes there are.
  let rankCount: Int
  /// Ranks spanned by the edges in sum, nearly; Graphviz's time grows with its power 2.5.
  let spanSum: Int
  /// Whether an edge passes by a rank.
  let hasSkippingEdges: Bool

  init(_ graph: LayoutGraph) {
    let acyclic = AcyclicGraph(graph)
    isReversed = acyclic.isReversed

    let isFirst = Self.fulfilled(graph, .first) { $0.to }
    let isLast = Self.fulfilled(graph, .last) { $0.from }
    first = isFirst.indices.filter { isFirst[$0] }
    let fromFirst = Placing(acyclic, ends: isFirst)
    let fromLast = Placing(acyclic.backwards, ends: isLast)
    let isInFirstRank = fromFirst.isInEndRank
    firstRank = isInFirstRank.indices.filter { isInFirstRank[$0] }
    lastRank = isFirst.indices.filter { fromLast.isInEndRank[$0] && !isInFirstRank[$0] }

    let longest = acyclic.levels.max() ?? 0
    rankCount = graph.nodes.isEmpty ? 0 : longest + 1
    var levels = fromFirst.levels
    for node in lastRank {
      levels[node] = longest
    }
    let spans = acyclic.arcs.map { levels[$0.head] - levels[$0.tail] }
    spanSum = spans.reduce(0, +)
    hasSkippingEdges = spans.contains { $0 > 1 }

    let isOnMainChain = Self.mainChain(acyclic)
    weights = graph.edges.indices.map { index in
      EdgeWeight(
        wish: graph.edges[index].weight, isOnMainChain: isOnMainChain[index],
        isOnlyOutgoing: acyclic.outgoing[acyclic.arcs[index].tail].count == 1,
        isOnlyIncoming: acyclic.incoming[acyclic.arcs[index].head].count == 1)
    }
  }

  private static func fulfilled(
    _ graph: LayoutGraph, _ wish: LayoutGraph.Rank,
    entering end: (LayoutGraph.Edge) -> LayoutGraph.NodeIndex
  ) -> [Bool] {
    var result = graph.nodes.map { $0.rank == wish }
    for edge in graph.edges where edge.from != edge.to {
      result[end(edge).value] = false
    }
    return result
  }

  /// Edges that every longest path runs through: what the eye follows, to be drawn straight.
  ///
  /// In a diamond neither side is among them, so that it stays symmetric. A longest path crosses
  /// each level once, so an edge lies on all of them exactly if it is the only edge of longest
  /// paths that leaves its level.
  private static func mainChain(_ acyclic: AcyclicGraph) -> [Bool] {
    let levels = acyclic.levels
    let heights = acyclic.backwards.levels
    let longest = levels.max() ?? 0
    let isCritical = acyclic.arcs.map { arc in
      arc.tail != arc.head && levels[arc.tail] + 1 + heights[arc.head] == longest
    }
    var criticalByLevel = [Int](repeating: 0, count: longest + 1)
    for (arc, isCritical) in zip(acyclic.arcs, isCritical) where isCritical {
      criticalByLevel[levels[arc.tail]] += 1
    }
    return zip(acyclic.arcs, isCritical).map { $1 && criticalByLevel[levels[$0.tail]] == 1 }
  }
}

/// Levels counted from nodes that are to stand at one end of the figure.
private struct Placing {
  /// Nodes that the ends lead to stand as near to them as they can; the others, such as parameters,
  /// as near as they can to what they feed.
  let levels: [Int]
  /// The ends, and the nodes that dot could otherwise place beyond them; none without ends.
  ///
  /// All nodes stand behind them: each is at the end of a path, as long as its level, from a node
  /// of level 0, and those are all here.
  let isInEndRank: [Bool]

  init(_ acyclic: AcyclicGraph, ends: [Bool]) {
    let isReached = acyclic.reached(from: ends)
    var levels = acyclic.levels
    for node in acyclic.order.reversed() where !isReached[node] {
      let heads = acyclic.outgoing[node].map { levels[acyclic.arcs[$0].head] }
      levels[node] = heads.min().map { $0 - 1 } ?? levels[node]
    }
    let hasEnds = ends.contains(true)
    isInEndRank = ends.indices.map { node in
      hasEnds && (ends[node] || levels[node] == 0 && !acyclic.outgoing[node].isEmpty)
    }
    self.levels = levels
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
