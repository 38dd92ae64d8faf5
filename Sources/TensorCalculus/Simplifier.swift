package import ExpressionGraph

/// Brings finished derivatives to the form a textbook prints, without changing their value.
///
/// Terms are flattened and like terms collected, constants folded exactly, powers of one base
/// combined, deltas and one-hot vectors eliminated, common factors taken out where that shortens.
/// A sum stays a factor of a product: nothing is multiplied out. Combining powers of one base may
/// remove a singularity; the function is continuous where it is defined, so the limit of the
/// derivative is its derivative there. Each node is simplified once however often it is shared.
package struct Simplifier: Sendable {
  var images = NodeMap()
  /// The first sum built of a set of terms stands for every order of them.
  var canonicalSums: [SumKey: NodeID] = [:]
  var primitives: [NodeID: Primitive] = [:]
  var costs: [NodeID: Int] = [:]
  /// Which matrices are known to be, or not to be, their own transposes.
  var symmetries: [NodeID: Bool] = [:]
  /// How many products being spread over a sum the present one lies within.
  var spreadDepth = 0
  /// Whether what the user declares of inputs counts.
  package let facts: Bool
  /// An input of which nothing is taken as declared.
  private let exception: NodeID?

  struct SumKey: Hashable, Sendable {
    let units: [NodeID]
    let coefficients: [Number]

    init(_ terms: [(coefficient: Number, unit: NodeID)]) {
      let sorted = terms.sorted { $0.unit < $1.unit }
      units = sorted.map(\.unit)
      coefficients = sorted.map(\.coefficient)
    }
  }

  /// Products of more factors than this stay factors of what they are multiplied with.
  static let widestInlinedProduct = 32
  /// Sums of more terms than this stay terms of what they are added to.
  static let widestInlinedSum = 64
  /// Tensors of at most this many entries are written out where they are sparse.
  static let largestWrittenTensor = 16
  /// Of matrices that are sums of rows or columns, or pick entries, so many.
  static let largestSparseTensor = 64

  /// - Parameters:
  ///   - facts: whether declared properties count, which is right after the last differentiation
  ///     only: before it a symmetric matrix is any matrix.
  ///   - exception: an input whose declaration does not count.
  package init(facts: Bool = false, except exception: NodeID? = nil) {
    self.facts = facts
    self.exception = exception
  }

  /// Whether what is declared of an input counts.
  func trusts(_ input: NodeID) -> Bool { facts && input != exception }

  /// The simplified form of a node.
  ///
  /// Definitions are names: what they stand for is left alone.
  ///
  /// Complexity: linear in the size of the expression, times the width of its products.
  package mutating func simplified(
    _ root: NodeID, in graph: inout ExpressionGraph
  ) -> NodeID {
    for node in graph.nodes(below: [root], isLeaf: { isSettled($0, in: graph) })
    where images[node] == nil {
      let operands = graph.operands(of: node).map { images[$0] ?? $0 }
      let image = rebuilt(node, over: operands, in: &graph)
      images.set(node, to: image)
      images.set(image, to: image)
    }
    return standingAlone(images[root] ?? root, in: &graph)
  }

  /// What picks entries, which is only written out once nothing picks from it any more.
  private mutating func standingAlone(
    _ node: NodeID, in graph: inout ExpressionGraph
  ) -> NodeID {
    switch graph.operation(of: node) {
    case .selector:
      if let written = writtenOut(graph.opaqueTerm(of: node), in: &graph) { return written }
    case .sum:
      let terms = collect([(.one, node)], in: &graph)
      if let written = writtenOut(terms, graph.shape(of: node), in: &graph) { return written }
    case .variable, .number, .pi, .dimension, .product, .elementwise, .reduction, .vectorFunction,
      .matrixFunction, .literal, .slice, .reshape, .join, .triangle, .choice, .application,
      .definition:
      break
    }
    return blocks(ofRange: node, in: &graph) ?? node
  }

  /// What was made of a node that was simplified; nil of any other.
  package func image(of node: NodeID) -> NodeID? { images[node] }

  private func isSettled(_ node: NodeID, in graph: ExpressionGraph) -> Bool {
    if images[node] != nil { return true }
    if case .definition = graph.operation(of: node) { return true }
    return false
  }

  /// The node's operation over other operands, which are simplified already.
  package mutating func rebuilt(
    _ node: NodeID, over operands: [NodeID], in graph: inout ExpressionGraph
  ) -> NodeID {
    let operation = graph.operation(of: node)
    switch operation {
    // A definition over a simplified body would be another definition of the same name.
    case .variable, .number, .pi, .dimension, .selector, .triangle, .definition: return node
    case .sum(let id):
      return sum(zip(graph[id].coefficients, operands).map { ($0, $1) }, in: &graph)
    case .product:
      var term = graph.term(of: node)
      for position in operands.indices { term.factors[position].node = operands[position] }
      return product(term, in: &graph)
    case .elementwise(let function): return elementwise(function, operands, in: &graph)
    case .reduction(let reduction): return self.reduction(reduction, operands[0], in: &graph)
    case .literal(let id): return literal(graph[id], operands, in: &graph)
    case .slice(let id): return slice(operands[0], graph[id], in: &graph)
    case .choice(let id): return choice(graph[id], operands, in: &graph)
    case .matrixFunction(let function):
      return matrixFunction(function, operands[0], in: &graph)
    case .reshape(let id): return reshape(operands[0], graph[id].target, in: &graph)
    case .join(let id): return join(operands, axis: graph[id].axis, in: &graph)
    case .vectorFunction, .application: return graph.node(operation, operands)
    }
  }

  /// How many operations the node's text has; shared parts count each time, up to a million.
  mutating func cost(of root: NodeID, in graph: ExpressionGraph) -> Int {
    for node in graph.nodes(below: [root], isLeaf: { costs[$0] != nil }) where costs[node] == nil {
      let below = graph.operands(of: node).reduce(0) { min($0 + (costs[$1] ?? 0), 1_000_000) }
      costs[node] = below + ownCost(of: node, in: graph)
    }
    return costs[root] ?? 0
  }

  private func ownCost(of node: NodeID, in graph: ExpressionGraph) -> Int {
    switch graph.operation(of: node) {
    case .variable, .number, .pi, .dimension, .selector, .triangle: return 0
    case .definition: return -(costs[graph.operand(of: node)] ?? 0)
    case .sum(let id):
      return graph[id].coefficients.reduce(-1) { $0 + ($1.magnitude.isOne ? 1 : 2) }
    case .product(let id):
      let pattern = graph[id]
      let powers =
        pattern.factors.filter { !$0.exponent.magnitude.isOne }.count
        + pattern.sizes.filter { abs($0.exponent) > 1 }.count
      let isIdentity =
        pattern.factors.isEmpty && Set(pattern.output).count < pattern.output.count
      let allBelow = !isIdentity && pattern.factors.allSatisfy(\.exponent.isNegative)
      let scale = pattern.coefficient.isOne && !allBelow ? 0 : 1
      let factors = pattern.factors.count + pattern.sizes.count + (isIdentity ? 1 : 0)
      return max(factors + scale - 1, 0) + powers
    case .elementwise, .reduction, .vectorFunction, .matrixFunction, .reshape, .choice,
      .application:
      return 1
    case .literal, .slice, .join: return 0
    }
  }
}
