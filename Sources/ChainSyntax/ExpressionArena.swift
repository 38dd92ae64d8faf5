package import ChainDiagnostics

/// All expressions of one figure.
///
/// Operands stand before the node that uses them, and the nodes of one expression stand side by
/// side: a loop over indices visits a tree bottom up without recursion, and nothing is freed
/// recursively.
package struct ExpressionArena: Sendable {
  /// Deepest tree that is built: brackets, arguments, signs, powers and indices all count.
  package static let depthLimit = 256

  package private(set) var nodes: [ExpressionSyntax] = []

  package init() {}

  package subscript(_ id: ExpressionID) -> ExpressionSyntax { nodes[Int(id.index)] }

  /// Adds a node over operands that are already here; O(operands).
  package mutating func append(
    _ kind: ExpressionSyntax.Kind, range: SourceRange
  ) -> ExpressionID {
    let depth = 1 + deepestOperand(of: kind)
    nodes.append(ExpressionSyntax(kind: kind, range: range, depth: depth))
    return ExpressionID(nodes.count - 1)
  }

  private func deepestOperand(of kind: ExpressionSyntax.Kind) -> Int32 {
    let depth = { (id: ExpressionID) in nodes[Int(id.index)].depth }
    switch kind {
    case .missing, .number, .name, .string: return 0
    case .negation(let operand), .transpose(let operand), .norm(let operand, _),
      .root(let operand):
      return depth(operand)
    case .power(let left, let right, _), .comparison(_, let left, let right):
      return max(depth(left), depth(right))
    case .sum(let terms): return terms.reduce(0) { max($0, depth($1.expression)) }
    case .product(let factors): return factors.reduce(0) { max($0, depth($1.expression)) }
    case .application(let head, let arguments):
      return arguments.reduce(depth(head)) { max($0, depth($1.value)) }
    case .index(let operand, let subscripts):
      return subscripts.reduce(depth(operand)) { max($0, $1.operands.map(depth).max() ?? 0) }
    case .literal(let rows):
      return rows.reduce(0) { $1.reduce($0) { max($0, depth($1)) } }
    }
  }
}

extension SubscriptSyntax {
  /// The expressions in it, left to right.
  package var operands: [ExpressionID] {
    switch self {
    case .at(let index): return [index]
    case .slice(let from, let to, _): return [from, to].compactMap(\.self)
    }
  }
}
