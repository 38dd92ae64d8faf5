import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

extension Elaborator {
  /// Values of one space, scalars aside, which broadcast.
  struct Agreement {
    var values: [Value]
    let space: Space
  }

  /// Brings operands of an operation that works entry by entry to one space; `action` says in an
  /// error what was tried: `add`, `multiply entry by entry`.
  mutating func agree(
    _ operands: [Operand], to action: String, in scope: Scope
  ) -> Agreement? {
    guard let model = operands.first(where: { $0.value.contextual == nil && !isScalar($0.value) })
    else { return agreeWithoutModel(operands, in: scope) }
    let space = space(of: model.value)
    var values: [Value] = []
    for operand in operands {
      guard let value = fit(operand, model, space, to: action, in: scope) else { return nil }
      values.append(value)
    }
    return Agreement(values: values, space: space)
  }

  /// Scalars agree; constants sized by context agree with their like and stay so.
  private mutating func agreeWithoutModel(_ operands: [Operand], in scope: Scope) -> Agreement? {
    let kinds = Set(operands.map { $0.value.contextual })
    if kinds.count > 1, let culprit = operands.first(where: { $0.value.contextual != nil }) {
      return fail(.unsized(culprit.range), in: scope)
    }
    return Agreement(values: operands.map(\.value), space: .scalar)
  }

  private mutating func fit(
    _ operand: Operand, _ model: Operand, _ space: Space, to action: String, in scope: Scope
  ) -> Value? {
    if operand.value.contextual != nil { return sized(operand, as: space, in: scope) }
    if isScalar(operand.value) {
      guard wishesByUse, let open = operand.value.open else { return operand.value }
      return wish(open, space)
    }
    guard self.space(of: operand.value) == space else {
      let (first, second) = model.range < operand.range ? (model, operand) : (operand, model)
      return mismatch(first, second, to: action, in: scope)
    }
    return operand.value
  }

  /// Takes note that the input should have this shape; what needs it waits for the next pass.
  mutating func wish<Result>(_ open: OpenShape, _ space: Space) -> Result? {
    if wishes[open.input] == nil {
      let isVector = space.shape.order == 1
      wishes[open.input] = Space(
        shape: open.isTransposed && space.shape.order == 2
          ? Shape(space.shape.dimensions.reversed()) : space.shape,
        isRow: isVector && space.isRow != open.isTransposed)
    }
    return nil
  }

  /// Reports that two operands do not go together.
  mutating func mismatch<Result>(
    _ first: Operand, _ second: Operand, to action: String, in scope: Scope
  ) -> Result? {
    let left = space(of: first.value)
    let right = space(of: second.value)
    return fail(
      .shapeMismatch(
        action, (first.range, left, sizedInput(first.value)),
        (second.range, right, sizedInput(second.value)),
        isTransposed: left.shape == right.shape && left.shape.order == 1),
      in: scope)
  }

  /// The declared input that a value is, if it is one.
  private func sizedInput(_ value: Value) -> SizedInput? {
    guard let index = inputs.firstIndex(where: { $0.node == value.node }) else { return nil }
    let source = names.inputs[index]
    guard let space = source.space else { return nil }
    let isFree = source.properties.isEmpty && space.dimensions.count == shape(of: value).order
    return SizedInput(name: spelling(source.name.id), range: space.range, isFree: isFree)
  }
}

extension Elaborator {
  /// A constant sized by its context, now that the space is known.
  mutating func sized(_ operand: Operand, as space: Space, in scope: Scope) -> Value? {
    let value = operand.value
    switch value.contextual {
    case nil: return value
    case .identity:
      guard space.shape.order == 2, space.shape.dimensions[0] == space.shape.dimensions[1] else {
        return fail(.notSquare("the identity", space, operand.range), in: scope)
      }
      return Value(identity(space.shape.dimensions[0], scaledBy: value.node))
    case .vector:
      guard space.shape.order == 1, space.isRow == value.isRow else {
        return fail(.unsized(operand.range), in: scope)
      }
      return Value(graph.broadcast(value.node, to: space.shape), isRow: space.isRow)
    case .matrix:
      return Value(graph.broadcast(value.node, to: space.shape), isRow: space.isRow)
    }
  }

  /// The identity matrix times a scalar.
  mutating func identity(_ length: Dimension, scaledBy scalar: NodeID? = nil) -> NodeID {
    let label = Label(0)
    var pattern = ProductPattern(factors: [], output: [label, label], extents: [length])
    guard let scalar, graph.constant(scalar) != .one else { return graph.product(pattern, []) }
    if let number = graph.constant(scalar) {
      pattern.coefficient = number
      return graph.product(pattern, [])
    }
    pattern.factors = [.init(labels: [])]
    return graph.product(pattern, [scalar])
  }
}
