import ExpressionGraph

/// Operations on values that are known to fit; what fits is checked before.
extension Elaborator {
  /// `coefficient · Π value^exponent`, entry by entry, scalars broadcast.
  mutating func hadamard(
    _ factors: [(value: Value, exponent: Number)], coefficient: Number = .one
  ) -> Value {
    let space = commonSpace(factors.map(\.value))
    let pairs = factors.map { (node: $0.value.node, exponent: $0.exponent) }
    return Value(
      graph.hadamard(coefficient: coefficient, pairs, shape: space.shape), isRow: space.isRow)
  }

  mutating func times(_ left: Value, _ right: Value) -> Value {
    hadamard([(left, .one), (right, .one)])
  }

  mutating func over(_ left: Value, _ right: Value) -> Value {
    hadamard([(left, .one), (right, .minusOne)])
  }

  /// The linear combination, scalars broadcast.
  mutating func linear(_ terms: [(coefficient: Number, value: Value)]) -> Value {
    let space = commonSpace(terms.map(\.value))
    let nodes = terms.map {
      (coefficient: $0.coefficient, node: graph.broadcast($0.value.node, to: space.shape))
    }
    return Value(graph.sum(nodes), isRow: space.isRow)
  }

  mutating func minus(_ left: Value, _ right: Value) -> Value {
    linear([(.one, left), (.minusOne, right)])
  }

  mutating func apply(_ function: ElementwiseFunction, _ value: Value) -> Value {
    var result = value
    result.node = graph.elementwise(function, value.node)
    return result
  }

  /// A function of two arguments, scalars broadcast.
  mutating func apply(
    _ function: ElementwiseFunction, _ left: Value, _ right: Value
  ) -> Value {
    let space = commonSpace([left, right])
    let a = graph.broadcast(left.node, to: space.shape)
    let b = graph.broadcast(right.node, to: space.shape)
    return Value(graph.binary(.elementwise(function), a, b), isRow: space.isRow)
  }

  mutating func number(_ value: Number) -> Value { Value(graph.number(value)) }

  /// The sum of all entries.
  mutating func total(_ value: Value) -> Value { contraction(value, averaged: false) }

  /// The mean of all entries.
  mutating func mean(_ value: Value) -> Value { contraction(value, averaged: true) }

  private mutating func contraction(_ value: Value, averaged: Bool) -> Value {
    let dimensions = shape(of: value).dimensions
    guard !dimensions.isEmpty else { return value }
    let pattern = ProductPattern(
      sizes: averaged ? dimensions.map { .init(dimension: $0, exponent: -1) } : [],
      factors: [.init(labels: dimensions.indices.map(Label.init))], extents: dimensions)
    return Value(graph.product(pattern, [value.node]))
  }

  /// The sum over all entries of a product of two values of one shape.
  mutating func inner(_ left: Value, _ right: Value, coefficient: Number = .one) -> Value {
    let dimensions = shape(of: left).dimensions
    let labels = dimensions.indices.map(Label.init)
    return Value(
      graph.product(
        ProductPattern(
          coefficient: coefficient, factors: [.init(labels: labels), .init(labels: labels)],
          extents: dimensions),
        [left.node, right.node]))
  }

  /// A product with labels given by number; extents follow from the operands.
  mutating func contraction(
    _ operands: [(node: NodeID, labels: [Int])], output: [Int], isRow: Bool = false
  ) -> Value {
    let count = 1 + (operands.flatMap(\.labels) + output).reduce(-1, max)
    var extents = Array(repeating: Dimension(1), count: count)
    for operand in operands {
      for (label, dimension) in zip(operand.labels, graph.shape(of: operand.node).dimensions) {
        extents[label] = dimension
      }
    }
    let pattern = ProductPattern(
      factors: operands.map { .init(labels: $0.labels.map(Label.init)) },
      output: output.map(Label.init), extents: extents)
    return Value(graph.product(pattern, operands.map(\.node)), isRow: isRow)
  }

  /// The space of all that are not scalars; precondition: they agree.
  private func commonSpace(_ values: [Value]) -> Space {
    values.first { !graph.isScalar($0.node) }.map(space(of:)) ?? .scalar
  }
}
