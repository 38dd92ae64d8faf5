extension ExpressionGraph {
  package mutating func number(_ value: Number) -> NodeID { node(.number(intern(value))) }

  package mutating func number(_ value: Int) -> NodeID { number(Number(value)) }

  /// The value of a constant node.
  package func constant(_ node: NodeID) -> Number? {
    if case .number(let id) = operation(of: node) { self[id] } else { nil }
  }

  package mutating func variable(_ variable: Variable) -> NodeID {
    node(.variable(intern(variable)))
  }

  package mutating func define(_ definition: Definition, as body: NodeID) -> NodeID {
    unary(.definition(intern(definition)), body)
  }

  package mutating func elementwise(_ function: ElementwiseFunction, _ operand: NodeID) -> NodeID {
    unary(.elementwise(function), operand)
  }

  /// The linear combination, as written: nothing is collected or dropped.
  package mutating func sum(_ terms: [(coefficient: Number, node: NodeID)]) -> NodeID {
    let pattern = intern(SumPattern(coefficients: terms.map(\.coefficient)))
    return node(.sum(pattern), terms.map(\.node))
  }

  package mutating func product(_ pattern: ProductPattern, _ operands: [NodeID]) -> NodeID {
    node(.product(intern(pattern)), operands)
  }

  /// The product of scalars with constant exponents, as written.
  package mutating func scalarProduct(
    coefficient: Number = .one, _ factors: [(node: NodeID, exponent: Number)]
  ) -> NodeID {
    product(
      ProductPattern(
        coefficient: coefficient,
        factors: factors.map { .init(labels: [], exponent: $0.exponent) }),
      factors.map(\.node))
  }

  /// Entry by entry, for operands of one shape (or scalars, which are broadcast):
  /// `coefficient · Π operand^exponent`.
  package mutating func hadamard(
    coefficient: Number = .one, _ factors: [(node: NodeID, exponent: Number)], shape: Shape
  ) -> NodeID {
    let labels = (0..<shape.order).map(Label.init)
    return product(
      ProductPattern(
        coefficient: coefficient,
        factors: factors.map {
          .init(labels: isScalar($0.node) ? [] : labels, exponent: $0.exponent)
        },
        output: labels, extents: shape.dimensions),
      factors.map(\.node))
  }

  /// A scalar at every entry of a shape; the scalar itself if the shape is scalar.
  package mutating func broadcast(_ scalar: NodeID, to shape: Shape) -> NodeID {
    shape.isScalar || !isScalar(scalar)
      ? scalar : hadamard([(scalar, .one)], shape: shape)
  }

  /// The tensor that is zero everywhere.
  package mutating func zero(_ shape: Shape) -> NodeID {
    if shape.isScalar { return number(.zero) }
    let labels = (0..<shape.order).map(Label.init)
    return product(
      ProductPattern(
        coefficient: .zero, factors: [], output: labels, extents: shape.dimensions), [])
  }

  /// A vector (`rows` entries) or a matrix, from scalars row by row.
  package mutating func literal(_ entries: [NodeID], shape: Shape) -> NodeID {
    node(.literal(intern(shape)), entries)
  }

  package mutating func slice(_ operand: NodeID, _ axes: [SlicePattern.Axis]) -> NodeID {
    let pattern = SlicePattern(axes: axes, source: shape(of: operand))
    return unary(.slice(intern(pattern)), operand)
  }

  package mutating func matrixFunction(
    _ function: MatrixFunction, _ operand: NodeID
  ) -> NodeID {
    unary(.matrixFunction(function), operand)
  }

  /// The entries down the columns in another shape with as many.
  package mutating func reshape(_ operand: NodeID, to shape: Shape) -> NodeID {
    let source = self.shape(of: operand)
    if source == shape { return operand }
    return unary(.reshape(intern(ReshapePattern(source: source, target: shape))), operand)
  }

  /// The parts one behind the other along an axis; a single part itself.
  package mutating func join(_ parts: [NodeID], axis: Int) -> NodeID {
    if parts.count == 1 { return parts[0] }
    return node(.join(intern(JoinPattern(axis: axis, parts: parts.map(shape(of:))))), parts)
  }

  /// The 0/1 matrix with ones on the diagonal and above, or below.
  package mutating func triangle(isUpper: Bool, shape: Shape) -> NodeID {
    node(.triangle(intern(TrianglePattern(isUpper: isUpper, shape: shape))))
  }

  /// One entry of a tensor; zero-based.
  package mutating func entry(_ operand: NodeID, at position: [Int]) -> NodeID {
    position.isEmpty ? operand : slice(operand, position.map { .index($0) })
  }

  package mutating func application(
    _ function: AbstractFunction, derivatives: [Int] = [], to arguments: [NodeID]
  ) -> NodeID {
    node(
      .application(intern(ApplicationPattern(function: function, derivatives: derivatives))),
      arguments)
  }
}
