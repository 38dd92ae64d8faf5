package import ExpressionGraph
import TensorCalculus

/// What a derivative owes to what is declared of inputs.
package struct UsedFacts: Sendable {
  /// The matrices whose declaration gave the derivative its form.
  package let inputs: [NodeID]
  /// The derivative for matrices of any kind.
  package let general: NodeID
}

extension ExpressionGraph {
  /// Finds which declarations make a derivative shorter, by simplifying it without each.
  ///
  /// One that only turns a matrix has no need to be told.
  ///
  /// - Parameter finished: the derivative of the function by the input, simplified with all of them.
  /// - Returns: nil where it rests on none, or where there are too many to try.
  mutating func usedFacts(
    in finished: NodeID, of function: NodeID, by input: NodeID
  ) -> UsedFacts? {
    let mostTried = 4
    guard variables(below: [function]).contains(where: isDeclaredMatrix) else { return nil }
    let derivative = derivative(of: function, by: input)
    let declared = variables(below: [derivative]).filter(isDeclaredMatrix)
    guard (1...mostTried).contains(declared.count) else { return nil }
    let leaves = leafCount(of: finished)
    let general = simplified(derivative, by: Simplifier())
    guard general.leaves != leaves else { return nil }
    // Without the only one there is none.
    guard declared.count > 1 else { return UsedFacts(inputs: declared, general: general.node) }
    let used = declared.filter {
      simplified(derivative, by: Simplifier(facts: true, except: $0)).leaves != leaves
    }
    return used.isEmpty ? nil : UsedFacts(inputs: used, general: general.node)
  }

  private mutating func simplified(
    _ derivative: NodeID, by simplifier: Simplifier
  ) -> (node: NodeID, leaves: Int) {
    var simplifier = simplifier
    let node = simplifier.simplified(derivative, in: &self)
    return (node, leafCount(of: node))
  }

  /// How many names and numbers an expression is written with, up to a million.
  private func leafCount(of root: NodeID) -> Int {
    var counts: [NodeID: Int] = [:]
    for node in nodes(below: [root]) {
      let below = operands(of: node).reduce(0) { min($0 + (counts[$1] ?? 0), 1_000_000) }
      counts[node] = max(below, 1)
    }
    return counts[root] ?? 0
  }

  /// Whether an input is declared its own transpose, or the inverse of it.
  private func isDeclaredMatrix(_ node: NodeID) -> Bool {
    guard case .variable(let id) = operation(of: node), self[id].shape.order == 2 else {
      return false
    }
    let kinds: Properties = [.symmetric, .positiveDefinite, .diagonal, .orthogonal]
    return !self[id].properties.isDisjoint(with: kinds)
  }

  /// Whether an input's columns are declared orthonormal.
  package func isDeclaredOrthogonal(_ input: NodeID) -> Bool {
    guard case .variable(let id) = operation(of: input) else { return false }
    return self[id].properties.contains(.orthogonal)
  }
}
