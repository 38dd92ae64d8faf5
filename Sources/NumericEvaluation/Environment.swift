package import ExpressionGraph

/// Where expressions are evaluated.
package struct Environment: Sendable {
  /// Values of variables, and of any other node that is held as an input.
  package var values: [NodeID: Tensor]
  /// Lengths of symbolic dimensions.
  package var sizes: [String: Int]

  package init(values: [NodeID: Tensor] = [:], sizes: [String: Int] = [:]) {
    self.values = values
    self.sizes = sizes
  }

  /// A dimension's length, if every symbol in it has one and it is not negative.
  package func length(of dimension: Dimension) -> Int? {
    let known = dimension.known ?? dimension.substituting { sizes[$0].map { Dimension($0) } }.known
    return known.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// A shape's lengths, if all are known.
  package func lengths(of shape: Shape) -> [Int]? {
    let lengths = shape.dimensions.compactMap(length(of:))
    return lengths.count == shape.order ? lengths : nil
  }
}
