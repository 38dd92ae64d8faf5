extension ExpressionGraph {
  /// The nodes that the roots depend on, themselves included, in topological order: ascending.
  ///
  /// A node for which `isLeaf` holds is listed but not entered. Costs time linear in the size of
  /// what is listed (and its logarithm for sorting), not of the whole graph.
  package func nodes(
    below roots: [NodeID], isLeaf: (NodeID) -> Bool = { _ in false }
  ) -> [NodeID] {
    let highest = roots.max().map { Int($0.index) } ?? 0
    var marks = NodeSet()
    var pending = roots
    var found: [NodeID] = []
    while let node = pending.popLast() {
      guard marks.insert(node) else { continue }
      found.append(node)
      if isLeaf(node) { continue }
      if found.count > 64, found.count > highest / 16 {
        return sweep(from: highest, through: found + pending, isLeaf: isLeaf)
      }
      for position in 0..<operandCount(of: node) { pending.append(operand(of: node, at: position)) }
    }
    return found.sorted()
  }

  /// What lies below some nodes that are a good part of all: one pass downwards through the arena,
  /// without a stack and without sorting.
  private func sweep(
    from highest: Int, through some: [NodeID], isLeaf: (NodeID) -> Bool
  ) -> [NodeID] {
    var isReached = Array(repeating: false, count: highest + 1)
    for node in some { isReached[Int(node.index)] = true }
    var found: [NodeID] = []
    for index in (0...highest).reversed() where isReached[index] {
      let node = NodeID(index: Int32(index))
      found.append(node)
      if isLeaf(node) { continue }
      for position in 0..<operandCount(of: node) {
        isReached[Int(operand(of: node, at: position).index)] = true
      }
    }
    return found.reversed()
  }

  /// Every input below the roots, in order of first appearance in the graph.
  package func variables(below roots: [NodeID]) -> [NodeID] {
    nodes(below: roots).filter { if case .variable = operation(of: $0) { true } else { false } }
  }

  /// The node with the definitions' names taken away: each replaced by what it stands for.
  ///
  /// Costs time linear in the expression.
  package mutating func inlined(_ root: NodeID, keeping kept: Set<NodeID> = []) -> NodeID {
    rebuilt(root, isLeaf: kept.contains) { graph, node, operands in
      if case .definition = graph.operation(of: node) { return operands.first }
      return nil
    }
  }

  /// The root rebuilt bottom up.
  ///
  /// `replace` sees a node with its rebuilt operands and answers what stands in its place, or nil
  /// to keep the operation over the rebuilt operands.
  package mutating func rebuilt(
    _ root: NodeID, isLeaf: (NodeID) -> Bool,
    replace: (inout ExpressionGraph, NodeID, [NodeID]) -> NodeID?
  ) -> NodeID {
    let order = nodes(below: [root], isLeaf: isLeaf)
    var image = NodeMap(for: order)
    for node in order {
      if isLeaf(node) {
        image.set(node, to: replace(&self, node, []) ?? node)
        continue
      }
      let operands = self.operands(of: node).map { image[$0] ?? $0 }
      let made = replace(&self, node, operands) ?? self.node(operation(of: node), operands)
      image.set(node, to: made)
    }
    return image[root] ?? root
  }
}
