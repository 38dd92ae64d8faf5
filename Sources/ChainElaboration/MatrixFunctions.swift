import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// Functions of square matrices, and what is made of them.
extension Elaborator {
  mutating func matrixFunction(
    _ function: MatrixFunction, _ operand: Operand, in scope: Scope
  ) -> Value? {
    guard let operand = sizedOnItsOwn(operand, in: scope) else { return nil }
    if let open = operand.value.open, missingShapes.contains(open.input) { return nil }
    if isScalar(operand.value) { return ofScalar(function, operand.value) }
    guard let square = squareOperand(operand, function.purpose, in: scope) else { return nil }
    return Value(graph.matrixFunction(function, square.node))
  }

  /// A scalar is a 1×1 matrix.
  private mutating func ofScalar(_ function: MatrixFunction, _ value: Value) -> Value {
    switch function {
    case .inverse: hadamard([(value, .minusOne)])
    case .determinant: value
    case .logDeterminant: apply(.log, value)
    case .adjugate: number(.one)
    }
  }

  /// `solve(A, b)` is A⁻¹ b.
  mutating func solution(_ call: Call) -> Value? {
    guard let operands = evaluated(call),
      let inverse = matrixFunction(.inverse, operands[0], in: call.scope)
    else { return nil }
    if isScalar(inverse) { return times(inverse, operands[1].value) }
    return matrixProduct(Operand(inverse, operands[0].range), operands[1], in: call.scope)
  }

  /// `triu(X)`, `tril(X)`: the diagonal and what is above, or below, it.
  mutating func triangle(_ call: Call, isUpper: Bool) -> Value? {
    guard let operands = evaluated(call),
      let operand = sizedOnItsOwn(operands[0], in: call.scope)
    else { return nil }
    if isScalar(operand.value) { return operand.value }
    let shape = shape(of: operand.value)
    guard shape.order == 2 else {
      return fail(
        .needsMatrix(call.name, space(of: operand.value), operand.range), in: call.scope)
    }
    return times(Value(graph.triangle(isUpper: isUpper, shape: shape)), operand.value)
  }
}

extension MatrixFunction {
  /// For a message: what needs a square matrix.
  fileprivate var purpose: String {
    switch self {
    case .inverse: "an inverse"
    case .determinant, .logDeterminant: "a determinant"
    case .adjugate: "an adjugate"
    }
  }
}
