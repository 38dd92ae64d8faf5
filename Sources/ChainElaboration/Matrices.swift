import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// Functions of matrices that are products with labels.
extension Elaborator {
  mutating func trace(_ call: Call) -> Value? {
    guard let operands = evaluated(call),
      let operand = sizedOnItsOwn(operands[0], in: call.scope)
    else { return nil }
    if isScalar(operand.value) { return operand.value }
    guard let square = squareOperand(operand, "a trace", in: call.scope) else { return nil }
    return contraction([(square.node, [0, 0])], output: [])
  }

  /// A vector as a diagonal matrix, the diagonal of a matrix as a vector.
  mutating func diagonal(_ call: Call) -> Value? {
    guard let operands = evaluated(call),
      let operand = sizedOnItsOwn(operands[0], in: call.scope)
    else { return nil }
    if let open = operand.value.open { return needsLength(open, operand.range, in: call.scope) }
    switch shape(of: operand.value).order {
    case 0: return operand.value
    case 1: return contraction([(operand.value.node, [0])], output: [0, 0])
    case _:
      guard let square = squareOperand(operand, "a diagonal", in: call.scope) else { return nil }
      return contraction([(square.node, [0, 0])], output: [0])
    }
  }

  mutating func squareOperand(
    _ operand: Operand, _ purpose: String, in scope: Scope
  ) -> Value? {
    let space = space(of: operand.value)
    guard space.shape.order == 2, space.shape.dimensions[0] == space.shape.dimensions[1] else {
      return fail(.notSquare(purpose, space, operand.range), in: scope)
    }
    return operand.value
  }

  /// The sum of the products of corresponding entries; rows and columns alike.
  mutating func dot(_ call: Call) -> Value? {
    guard let pair = vectors(call) else { return nil }
    guard shape(of: pair.left.value) == shape(of: pair.right.value) else {
      return mismatch(pair.left, pair.right, to: "dot", in: call.scope)
    }
    if isScalar(pair.left.value) { return times(pair.left.value, pair.right.value) }
    return inner(pair.left.value, pair.right.value)
  }

  mutating func outer(_ call: Call) -> Value? {
    guard let pair = vectors(call) else { return nil }
    if isScalar(pair.left.value) || isScalar(pair.right.value) {
      return times(pair.left.value, pair.right.value)
    }
    return contraction(
      [(pair.left.value.node, [0]), (pair.right.value.node, [1])], output: [0, 1])
  }

  /// Two arguments of order 1 at most, whatever their orientation.
  private mutating func vectors(_ call: Call) -> (left: Operand, right: Operand)? {
    guard let operands = evaluated(call) else { return nil }
    for operand in operands {
      if operand.value.contextual != nil { return fail(.unsized(operand.range), in: call.scope) }
      guard shape(of: operand.value).order <= 1 else {
        return fail(
          .needsVector(call.name, space(of: operand.value), operand.range), in: call.scope)
      }
    }
    let (left, right) = (operands[0], operands[1])
    if let open = left.value.open, !isScalar(right.value) {
      return wish(open, Space(shape: shape(of: right.value)))
    }
    if let open = right.value.open, !isScalar(left.value) {
      return wish(open, Space(shape: shape(of: left.value)))
    }
    return (left, right)
  }

  mutating func cross(_ call: Call) -> Value? {
    guard let operands = evaluated(call) else { return nil }
    for operand in operands {
      guard operand.value.contextual == nil, shape(of: operand.value).known == [3] else {
        return fail(
          .needsThreeEntries(space(of: operand.value), operand.range), in: call.scope)
      }
    }
    let (a, b) = (operands[0].value, operands[1].value)
    let entries = [(1, 2), (2, 0), (0, 1)].map { i, j -> NodeID in
      let positive = times(entry(a, i), entry(b, j))
      let negative = times(entry(a, j), entry(b, i))
      return minus(positive, negative).node
    }
    return Value(graph.literal(entries, shape: Shape([Dimension(3)])), isRow: a.isRow)
  }

  private mutating func entry(_ vector: Value, _ position: Int) -> Value {
    Value(graph.entry(vector.node, at: [position]))
  }

  /// `transpose(X)`, or `transpose(T, [2, 1, 3])`: axis k of the result is axis p[k] of T.
  mutating func transpose(_ call: Call) -> Value? {
    guard let value = value(of: call.arguments[0].value, in: call.scope) else { return nil }
    let operand = Operand(value, range(of: call.arguments[0].value))
    guard call.arguments.count == 2 else { return transposed(operand, in: call.scope) }
    let order = space(of: value).dimensions.count
    guard let permutation = wholeNumbers(call.arguments[1].value, in: call.scope) else {
      return nil
    }
    guard permutation.sorted() == Array(1...max(order, 1)), value.contextual == nil else {
      return fail(
        .notAPermutation(space(of: value), range(of: call.arguments[1].value)), in: call.scope)
    }
    if shape(of: value).order < 2 {
      return permutation == [2, 1] ? transposed(operand, in: call.scope) : value
    }
    return contraction(
      [(value.node, Array(0..<order))], output: permutation.map { $0 - 1 })
  }
}
