package import ExpressionGraph

/// What an evaluation takes as given.
package struct Environment: Sendable {
  /// Values of inputs, and of any other node that is held as an input: a definition below the bar
  /// of ∂f/∂x has the value found here, not that of its body.
  package var values: [NodeID: Tensor]
  /// Lengths of symbolic dimensions.
  package var sizes: [String: Int]
  /// What stands in for functions without a definition.
  package var functions: [AbstractFunction: StandIn]

  package init(
    values: [NodeID: Tensor] = [:], sizes: [String: Int] = [:],
    functions: [AbstractFunction: StandIn] = [:]
  ) {
    self.values = values
    self.sizes = sizes
    self.functions = functions
  }
}

extension Dimension {
  /// The length with its symbols replaced; nil if one is unknown, or the length is negative or
  /// does not fit.
  package func length(_ sizes: [String: Int]) -> Int? {
    var total = 0
    for term in terms {
      var product = term.coefficient
      for symbol in term.monomial.symbols {
        guard let size = sizes[symbol] else { return nil }
        let (next, overflow) = product.multipliedReportingOverflow(by: size)
        guard !overflow else { return nil }
        product = next
      }
      let (sum, overflow) = total.addingReportingOverflow(product)
      guard !overflow else { return nil }
      total = sum
    }
    return total >= 0 ? total : nil
  }
}

extension Shape {
  /// The lengths of the axes with symbols replaced; nil if one is unknown.
  package func lengths(_ sizes: [String: Int]) -> [Int]? {
    let lengths = dimensions.compactMap { $0.length(sizes) }
    return lengths.count == order ? lengths : nil
  }
}

/// The product of lengths; nil where it exceeds `limit`.
func entryCount(_ lengths: [Int], limit: Int) -> Int? {
  guard !lengths.contains(0) else { return 0 }
  var count = 1
  for length in lengths {
    let (product, overflow) = count.multipliedReportingOverflow(by: length)
    guard !overflow, product <= limit else { return nil }
    count = product
  }
  return count
}

/// How far apart in a row-major array neighbours along each axis are.
func rowMajorStrides(_ lengths: [Int]) -> [Int] {
  var strides = Array(repeating: 1, count: lengths.count)
  for axis in lengths.indices.dropLast().reversed() {
    strides[axis] = strides[axis + 1] * lengths[axis + 1]
  }
  return strides
}
