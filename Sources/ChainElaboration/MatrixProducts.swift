import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// What a value is to a matrix product.
private enum Form {
  case column, row, matrix
}

extension Elaborator {
  /// `*` between two values that are not scalars: inner, outer, matrix–vector, matrix–matrix.
  mutating func matrixProduct(_ left: Operand, _ right: Operand, in scope: Scope) -> Value? {
    guard let left = sizedFactor(left, besides: right, isLeft: true, in: scope),
      let right = sizedFactor(right, besides: left, isLeft: false, in: scope)
    else { return nil }
    if isScalar(left.value) { return scaled(right.value, by: left.value.node) }
    if isScalar(right.value) { return scaled(left.value, by: right.value.node) }
    guard let leftForm = form(of: left.value), let rightForm = form(of: right.value) else {
      return mismatch(left, right, to: "multiply", in: scope)
    }
    let a = left.value.node
    let b = right.value.node
    switch (leftForm, rightForm) {
    case (.column, .row): return contraction([(a, [0]), (b, [1])], output: [0, 1])
    case (.column, .matrix) where shape(of: right.value).dimensions[0].isOne:
      return contraction([(a, [0]), (b, [1, 2])], output: [0, 2])
    case (.matrix, .row) where shape(of: left.value).dimensions[1].isOne:
      return contraction([(a, [0, 1]), (b, [2])], output: [0, 2])
    case (.column, .column), (.column, .matrix), (.row, .row), (.matrix, .row):
      return mismatch(left, right, to: "multiply", in: scope)
    case (.row, .column), (.row, .matrix), (.matrix, .column), (.matrix, .matrix): break
    }
    guard shape(of: left.value).dimensions.last == shape(of: right.value).dimensions.first else {
      return mismatch(left, right, to: "multiply", in: scope)
    }
    switch (leftForm, rightForm) {
    case (.row, .column): return contraction([(a, [0]), (b, [0])], output: [])
    case (.row, .matrix): return contraction([(a, [0]), (b, [0, 1])], output: [1], isRow: true)
    case (.matrix, .column): return contraction([(a, [0, 1]), (b, [1])], output: [0])
    case (.matrix, .matrix): return contraction([(a, [0, 1]), (b, [1, 2])], output: [0, 2])
    case (.column, _), (.row, .row), (.matrix, .row): return nil
    }
  }

  /// A value times a scalar, which as a number becomes the coefficient.
  private mutating func scaled(_ value: Value, by scalar: NodeID) -> Value {
    guard let number = graph.constant(scalar) else { return times(Value(scalar), value) }
    return number.isOne ? value : hadamard([(value, .one)], coefficient: number)
  }

  private func form(of value: Value) -> Form? {
    switch shape(of: value).order {
    case 1: value.isRow ? .row : .column
    case 2: .matrix
    case _: nil
    }
  }

  /// A factor whose size follows from the other factor.
  private mutating func sizedFactor(
    _ operand: Operand, besides other: Operand, isLeft: Bool, in scope: Scope
  ) -> Operand? {
    guard let kind = operand.value.contextual else { return operand }
    guard other.value.contextual == nil, let grid = space(of: other.value).grid else {
      return fail(.unsized(operand.range), in: scope)
    }
    if kind == .identity {
      var scalar = operand
      scalar.value = Value(operand.value.node)
      return scalar
    }
    let length = isLeft ? grid.rows : grid.columns
    guard kind == .vector, operand.value.isRow == isLeft else {
      return fail(.unsized(operand.range), in: scope)
    }
    var result = operand
    result.value = Value(
      graph.broadcast(operand.value.node, to: Shape([length])), isRow: operand.value.isRow)
    return result
  }

  mutating func transposed(_ operand: Operand, in scope: Scope) -> Value? {
    var value = operand.value
    value.open?.isTransposed.toggle()
    if let kind = value.contextual {
      if kind == .vector { value.isRow.toggle() }
      return value
    }
    switch shape(of: value).order {
    case 0: return value
    case 1:
      value.isRow.toggle()
      return value
    case 2: return contraction([(value.node, [0, 1])], output: [1, 0])
    case _: return fail(.transposeOfTensor(space(of: value), operand.range), in: scope)
    }
  }

  /// A matrix as a factor of itself, `exponent` times; precondition: it is square.
  mutating func matrixPower(_ matrix: Value, _ exponent: Int) -> Value {
    var result = matrix
    for _ in 1..<max(exponent, 1) {
      result = contraction([(result.node, [0, 1]), (matrix.node, [1, 2])], output: [0, 2])
    }
    return result
  }
}
