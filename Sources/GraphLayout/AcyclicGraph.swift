/// The arrows of a graph with some turned round, so that no cycle remains.
///
/// Self loops are left out. Everything here is linear in nodes and edges, and nothing recurses.
struct AcyclicGraph {
  struct Arc {
    let tail: Int
    let head: Int
  }

  /// One an edge, self loops too.
  let arcs: [Arc]
  /// Edges whose arc points against their arrow.
  let isReversed: [Bool]
  /// The arcs that leave and enter each node, by their index.
  let outgoing: [[Int]]
  let incoming: [[Int]]
  /// All nodes, tails before heads.
  let order: [Int]

  init(_ graph: LayoutGraph) {
    let count = graph.nodes.count
    let arrows = graph.edges.map { Arc(tail: $0.from.value, head: $0.to.value) }
    let leaving = Self.grouped(arrows, count: count) { $0.tail }
    isReversed = Self.backEdges(arrows, outgoing: leaving)
    arcs = zip(arrows, isReversed).map { arrow, isReversed in
      isReversed ? Arc(tail: arrow.head, head: arrow.tail) : arrow
    }
    outgoing = Self.grouped(arcs, count: count) { $0.tail }
    incoming = Self.grouped(arcs, count: count) { $0.head }
    order = Self.topologicalOrder(arcs, outgoing: outgoing, incoming: incoming)
  }

  private init(arcs: [Arc], isReversed: [Bool], outgoing: [[Int]], incoming: [[Int]], order: [Int])
  {
    self.arcs = arcs
    self.isReversed = isReversed
    self.outgoing = outgoing
    self.incoming = incoming
    self.order = order
  }

  /// The same graph seen from its other end.
  var backwards: AcyclicGraph {
    AcyclicGraph(
      arcs: arcs.map { Arc(tail: $0.head, head: $0.tail) }, isReversed: isReversed.map { !$0 },
      outgoing: incoming, incoming: outgoing, order: order.reversed())
  }

  /// The number of arcs on the longest path that ends in each node.
  var levels: [Int] {
    var levels = [Int](repeating: 0, count: order.count)
    for node in order {
      for arc in outgoing[node] {
        levels[arcs[arc].head] = max(levels[arcs[arc].head], levels[node] + 1)
      }
    }
    return levels
  }

  /// Whether each node is one of `nodes` or can be reached from one.
  func reached(from nodes: [Bool]) -> [Bool] {
    var reached = nodes
    for node in order where reached[node] {
      for arc in outgoing[node] {
        reached[arcs[arc].head] = true
      }
    }
    return reached
  }

  private static func grouped(_ arcs: [Arc], count: Int, by end: (Arc) -> Int) -> [[Int]] {
    var result = [[Int]](repeating: [], count: count)
    for (index, arc) in arcs.enumerated() where arc.tail != arc.head {
      result[end(arc)].append(index)
    }
    return result
  }

  /// Edges that lead back to a node whose search has not ended, depth first in node order.
  private static func backEdges(_ arrows: [Arc], outgoing: [[Int]]) -> [Bool] {
    enum State { case unseen, open, done }
    var states = [State](repeating: .unseen, count: outgoing.count)
    var isBack = [Bool](repeating: false, count: arrows.count)
    for root in outgoing.indices where states[root] == .unseen {
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
        let head = arrows[edge].head
        switch states[head] {
        case .unseen:
          states[head] = .open
          path.append((head, 0))
        case .open:
          isBack[edge] = true
        case .done:
          break
        }
      }
    }
    return isBack
  }

  private static func topologicalOrder(
    _ arcs: [Arc], outgoing: [[Int]], incoming: [[Int]]
  ) -> [Int] {
    var waiting = incoming.map(\.count)
    var order = outgoing.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for arc in outgoing[order[next]] {
        waiting[arcs[arc].head] -= 1
        if waiting[arcs[arc].head] == 0 { order.append(arcs[arc].head) }
      }
      next += 1
    }
    return order
  }
}
