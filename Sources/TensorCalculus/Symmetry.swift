package import ExpressionGraph

/// Which matrices are their own transposes, by how they are built or by declaration.
extension Simplifier {
  /// Whether a simplified matrix is its own transpose.
  ///
  /// What was found is kept; a loop, so that no depth overflows the stack.
  package mutating func isSymmetric(_ root: NodeID, in graph: ExpressionGraph) -> Bool {
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
      return trusts(node) && !graph[id].properties.isDisjoint(with: .symmetricKinds)
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
