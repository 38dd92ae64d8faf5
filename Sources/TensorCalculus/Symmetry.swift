import ExpressionGraph

/// Which matrices are their own transposes, by how they are built or by declaration, and a form of
/// products in which that shows.
extension Simplifier {
  /// The term with its factors in order and its labels numbered by first use; the axes of a
  /// symmetric factor in ascending order. Equal products mostly become equal terms.
  mutating func canonical(_ term: Term, in graph: ExpressionGraph) -> Term {
    let mostRounds = 4
    let symmetric = term.factors.map { factor in
      factor.labels.count == 2 && factor.labels[0] != factor.labels[1]
        && isSymmetric(factor.node, in: graph)
    }
    guard term.factors.count > 1 || symmetric.contains(true) else {
      return ordered(term, graph)
    }
    let nodes = Set(zip(term.factors, symmetric).filter(\.1).map(\.0.node))
    var result = term
    for _ in 0..<mostRounds {
      let before = result
      for position in result.factors.indices where nodes.contains(result.factors[position].node) {
        if result.factors[position].labels[0] != result.factors[position].labels[1] {
          result.factors[position].labels.sort()
        }
      }
      result = ordered(result, graph)
      if result == before { break }
    }
    return result
  }

  /// Whether a matrix is its own transpose. What was found is kept; a loop, so that no depth
  /// overflows the stack.
  mutating func isSymmetric(_ root: NodeID, in graph: ExpressionGraph) -> Bool {
    if let known = symmetries[root] { return known }
    guard graph.shape(of: root).isSquare else { return false }
    let nodes = graph.nodes(below: [root]) { node in
      symmetries[node] != nil || !graph.shape(of: node).isSquare
    }
    for node in nodes where symmetries[node] == nil {
      symmetries[node] = graph.shape(of: node).isSquare && judged(node, graph)
    }
    return symmetries[root] ?? false
  }

  private mutating func judged(_ node: NodeID, _ graph: ExpressionGraph) -> Bool {
    let operands = graph.operands(of: node)
    switch graph.operation(of: node) {
    case .variable(let id):
      return facts && !graph[id].properties.isDisjoint(with: .symmetricKinds)
    case .matrixFunction, .elementwise:
      return operands.allSatisfy { symmetries[$0] ?? false }
    case .product: return isOwnTranspose(graph.term(of: node), graph)
    case .sum(let id):
      if operands.allSatisfy({ symmetries[$0] ?? false }) { return true }
      let terms = zip(graph[id].coefficients, operands).map { coefficient, operand in
        var term = graph.term(of: operand)
        term.coefficient = term.coefficient * coefficient
        return term
      }
      let plain = Set(terms.map { canonical($0, in: graph) })
      return terms.allSatisfy { plain.contains(canonical($0.transposed, in: graph)) }
    case .number, .pi, .dimension, .reduction, .vectorFunction, .literal, .slice, .selector,
      .reshape, .join, .triangle, .choice, .application, .definition:
      return false
    }
  }

  private mutating func isOwnTranspose(_ term: Term, _ graph: ExpressionGraph) -> Bool {
    canonical(term, in: graph) == canonical(term.transposed, in: graph)
  }
}

extension Term {
  /// The axes in reverse order.
  var transposed: Term {
    var result = self
    result.output.reverse()
    return result
  }
}

extension Properties {
  /// Those that make a matrix its own transpose.
  static let symmetricKinds: Properties = [.symmetric, .positiveDefinite, .diagonal]
}
