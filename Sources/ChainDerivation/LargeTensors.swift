package import ExpressionGraph
import NumericEvaluation
import TensorCalculus

/// Tensors too large to be written out: what is known of them is kept as a formula.
///
/// The Jacobian of a layer of 784 × 128 weights has 12.8 million entries, of which 100,352 are not
/// zero; its norm is a sum over those.
struct LargeTensors {
  /// Tensors of more entries than this are not written out where there is another way.
  static let limit = 1_000_000

  private let sizes: [String: Int]
  /// The square of the norm of each large tensor that has a way to it.
  private(set) var squaredNorms: [NodeID: NodeID] = [:]

  init(sizes: [String: Int]) {
    self.sizes = sizes
  }

  /// What is to be evaluated for the sake of these nodes: of the large ones the norm.
  mutating func roots(for nodes: [NodeID], in graph: inout ExpressionGraph) -> [NodeID] {
    nodes.map { node in
      if let known = squaredNorms[node] { return known }
      guard isLarge(node, in: graph), let norm = squaredNorm(of: node, in: &graph) else {
        return node
      }
      squaredNorms[node] = norm
      return norm
    }
  }

  /// How a derivative is compared with central differences: a large one along directions alone.
  func check(
    of query: DerivativeQuery, _ total: Total, in graph: inout ExpressionGraph
  ) -> CheckRequest {
    let last = query.inputs[query.inputs.count - 1]
    var request = CheckRequest(
      function: total.function, input: last, derivative: total.derivative,
      held: Array(query.inputs.dropLast()))
    if isLarge(total.derivative, in: graph) {
      let part = graph.directional(total.derivative, by: last)
      request.derivative = part.derivative
      request.direction = part.direction
    }
    return request
  }

  func isLarge(_ node: NodeID, in graph: ExpressionGraph) -> Bool {
    let lengths = graph.shape(of: node).lengths(sizes) ?? []
    return lengths.reduce(1.0) { $0 * Double($1) } > Double(Self.limit)
  }

  /// ⟨T, T⟩ for a sum T of products of small factors; nil for any other.
  private func squaredNorm(of node: NodeID, in graph: inout ExpressionGraph) -> NodeID? {
    let parts = graph.summands(of: node)
    let isCompact = parts.allSatisfy { part in
      graph.term(of: part.node).factors.allSatisfy { !isLarge($0.node, in: graph) }
    }
    guard isCompact else { return nil }
    let axes = graph.shape(of: node).order
    let products = parts.flatMap { first in
      parts.map { second in
        (
          coefficient: first.coefficient * second.coefficient,
          node: graph.composed(first.node, second.node, axes: axes)
        )
      }
    }
    return graph.sum(products)
  }
}

extension ExpressionGraph {
  /// A node as a linear combination.
  func summands(of node: NodeID) -> [(coefficient: Number, node: NodeID)] {
    guard case .sum(let id) = operation(of: node) else { return [(.one, node)] }
    return zip(self[id].coefficients, operands(of: node)).map { ($0, $1) }
  }

  /// A derivative times a direction, which is a variable of the input's shape.
  mutating func directional(
    _ derivative: NodeID, by input: NodeID
  ) -> (derivative: NodeID, direction: NodeID) {
    let shape = shape(of: input)
    // No name of the language holds a blank.
    let direction = variable(Variable(name: "a direction", shape: shape))
    let parts = summands(of: derivative).map { part in
      (
        coefficient: part.coefficient,
        node: composed(part.node, direction, axes: shape.order)
      )
    }
    return (sum(parts), direction)
  }
}

/// A tensor by its shape and norm alone.
package struct TensorSummary: Sendable {
  package let shape: [Int]
  /// The square root of the sum of the squares of all entries.
  package let norm: Double
}

extension Derivation {
  /// Shape and norm at the point of a tensor that was not written out.
  package func summary(of node: NodeID) -> TensorSummary? {
    guard let squaredNorm = squaredNorms[node].flatMap({ evaluation?[$0]?.scalar }),
      let shape = graph.shape(of: node).lengths(sizes)
    else { return nil }
    return TensorSummary(shape: shape, norm: squaredNorm.squareRoot())
  }
}
