extension ExpressionGraph {
  /// The nodes that the roots depend on, themselves included, in topological order: ascending.
  ///
  /// A node for which `isLeaf` holds is listed but not entered. Costs time linear in the size of
  /// what is listed (and its logarithm for sorting), not of the whole graph.
  package func nodes(
    below roots: [NodeID], isLeaf: (NodeID) -> Bool = { _ in false }
  ) -> [NodeID] {
    var marks = Set<NodeID>()
    var pending = roots
    var found: [NodeID] = []
    while let node = pending.popLast() {
      guard marks.insert(node).inserted else { continue }
      found.append(node)
      if !isLeaf(node) { pending.append(contentsOf: operands(of: node)) }
    }
    return found.sorted()
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

  /// The root rebuilt bottom up. `replace` sees a node with its rebuilt operands and answers what
  /// stands in its place, or nil to keep the operation over the rebuilt operands.
  package mutating func rebuilt(
    _ root: NodeID, isLeaf: (NodeID) -> Bool,
    replace: (inout ExpressionGraph, NodeID, [NodeID]) -> NodeID?
  ) -> NodeID {
    var image: [NodeID: NodeID] = [:]
    for node in nodes(below: [root], isLeaf: isLeaf) {
      if isLeaf(node) {
        image[node] = replace(&self, node, []) ?? node
        continue
      }
      let operands = self.operands(of: node).map { image[$0] ?? $0 }
      image[node] = replace(&self, node, operands) ?? self.node(operation(of: node), operands)
    }
    return image[root] ?? root
  }
}
