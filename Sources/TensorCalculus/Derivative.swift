package import ExpressionGraph

extension ExpressionGraph {
  /// The derivative of a node by one it depends on, not simplified: shape (output's axes) +
  /// (input's axes).
  ///
  /// Forward from a scalar input, backward from the output otherwise.
  package mutating func derivative(of output: NodeID, by input: NodeID) -> NodeID {
    let accumulated =
      isScalar(input)
      ? tangents(of: [output], by: input)[output] : adjoints(of: output, by: [input])[input]
    return accumulated ?? zero(shape(of: output) + shape(of: input))
  }

  /// The derivative by several inputs in turn, simplified after each.
  package mutating func derivative(
    of output: NodeID, by inputs: [NodeID], simplifier: inout Simplifier
  ) -> NodeID {
    inputs.reduce(output) { function, input in
      simplifier.simplified(derivative(of: function, by: input), in: &self)
    }
  }
}
