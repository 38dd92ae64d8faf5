import ExpressionGraph

/// Definitions drawn as one box each, with everything that serves nothing else inside.
///
/// Where collapsed definitions stand in a chain and compute alike, each from the one before it, the
/// last is drawn for all of them.
struct Collapse {
  /// Nodes that get no box of their own.
  private(set) var hidden = Set<NodeID>()
  /// How many definitions in a chain each box stands for.
  private(set) var repeats: [NodeID: Int] = [:]

  /// - Parameter shown: the nodes that would get a box of their own.
  init(
    _ collapsed: [NodeID], outputs: [NodeID], queried: Set<NodeID>, shown: Set<NodeID>,
    in graph: ExpressionGraph
  ) {
    guard !collapsed.isEmpty else { return }
    let reachable = graph.nodes(below: outputs)
    var boxes = Set(collapsed)
    for box in boxes { repeats[box] = 1 }
    for box in collapsed.sorted() {
      guard let before = Self.predecessor(of: box, among: boxes, in: graph),
        Self.isOnlyUsed(before, below: box, of: reachable, outputs, in: graph),
        !queried.contains(before),
        Self.signature(of: box, until: before, in: graph)
          == Self.signature(
            of: before, until: Self.predecessor(of: before, among: Set(collapsed), in: graph),
            in: graph)
      else { continue }
      repeats[box] = (repeats[before] ?? 1) + 1
      repeats[before] = nil
      boxes.remove(before)
    }
    hide(reachable, outputs: outputs, queried: queried, boxes: boxes, shown: shown, in: graph)
  }

  /// Hides what only one box uses, from the outputs down.
  private mutating func hide(
    _ reachable: [NodeID], outputs: [NodeID], queried: Set<NodeID>, boxes: Set<NodeID>,
    shown: Set<NodeID>, in graph: ExpressionGraph
  ) {
    // The box that all users of a node belong to; nil once two users belong to different ones.
    var owners: [NodeID: NodeID?] = [:]
    for output in outputs { owners[output] = .some(nil) }
    for node in reachable.reversed() {
      let isFree = outputs.contains(node) || queried.contains(node) || boxes.contains(node)
      let owner = isFree ? nil : owners[node] ?? nil
      let isVariable = if case .variable = graph.operation(of: node) { true } else { false }
      if owner != nil, shown.contains(node), !isVariable { hidden.insert(node) }
      let isOpen = shown.contains(node) && !hidden.contains(node)
      let own = boxes.contains(node) ? node : isOpen ? nil : owner
      for operand in graph.operands(of: node) {
        if let known = owners[operand] {
          if known != own { owners[operand] = .some(nil) }
        } else {
          owners[operand] = .some(own)
        }
      }
    }
  }

  /// The collapsed definition that a definition is computed from; nil if there are several or none.
  private static func predecessor(
    of box: NodeID, among boxes: Set<NodeID>, in graph: ExpressionGraph
  ) -> NodeID? {
    let found = graph.nodes(below: [graph.operand(of: box)], isLeaf: boxes.contains)
      .filter(boxes.contains)
    return found.count == 1 ? found[0] : nil
  }

  /// Whether every way from a node to the outputs leads through a box.
  private static func isOnlyUsed(
    _ node: NodeID, below box: NodeID, of reachable: [NodeID], _ outputs: [NodeID],
    in graph: ExpressionGraph
  ) -> Bool {
    !graph.nodes(below: outputs, isLeaf: { $0 == box }).contains(node)
  }

  /// The operations between a definition and the one before it; variables and names are alike.
  private static func signature(
    of box: NodeID, until before: NodeID?, in graph: ExpressionGraph
  ) -> [Operation?] {
    graph.nodes(below: [graph.operand(of: box)], isLeaf: { $0 == before }).compactMap { node in
      if node == before { return nil }
      switch graph.operation(of: node) {
      case .variable: return nil
      case .definition: return .some(nil)
      case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
        .matrixFunction, .literal, .slice, .selector, .choice, .application, .reshape, .join,
        .triangle:
        return .some(graph.operation(of: node))
      }
    }
  }
}
