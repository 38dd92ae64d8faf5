package import ExpressionGraph
package import NumericEvaluation
package import TensorCalculus

extension ExpressionGraph {
  /// Graphs of more nodes than this are compared at a sample of their nodes.
  private static let mostGuarded = 400

  /// A node that a simplifier gave another value, if there is one; for debug builds and tests.
  package func brokenRewrite(of simplifier: Simplifier) -> BrokenRewrite? {
    let nodes = (0..<count).map { NodeID(index: Int32($0)) }
    let pairs = nodes.compactMap { node -> (before: NodeID, after: NodeID)? in
      guard let image = simplifier.image(of: node), image != node else { return nil }
      return (node, image)
    }
    // Nodes low in a large graph have few others below them.
    let sample = count > Self.mostGuarded ? pairs.prefix(Self.mostGuarded / 8) : pairs[...]
    return firstBroken(of: Array(sample), facts: simplifier.facts)
  }
}
