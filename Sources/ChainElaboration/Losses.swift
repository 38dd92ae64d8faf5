import ExpressionGraph

/// Losses, of values that have been brought to one space.
extension Elaborator {
  /// The mean of (p − y)².
  mutating func meanSquaredError(_ prediction: Value, _ target: Value) -> Value {
    mean(hadamard([(minus(prediction, target), Number(2))]))
  }

  /// −mean of y log p + (1 − y) log(1 − p).
  mutating func binaryCrossEntropy(_ prediction: Value, _ target: Value) -> Value {
    let one = number(.one)
    let positive = times(target, apply(.log, prediction))
    let negative = times(minus(one, target), apply(.log, minus(one, prediction)))
    return negated(mean(linear([(.one, positive), (.one, negative)])))
  }

  /// The mean of relu(1 − y p).
  mutating func hingeLoss(_ prediction: Value, _ target: Value) -> Value {
    let one = number(.one)
    return mean(apply(.relu, minus(one, times(target, prediction))))
  }

  /// Σ p log(p/q).
  mutating func divergence(_ left: Value, _ right: Value) -> Value {
    total(times(left, apply(.log, over(left, right))))
  }

  /// −yᵀ logsoftmax(z).
  mutating func crossEntropy(_ call: Call) -> Value? {
    guard let operands = evaluated(call),
      let agreement = agree(operands, to: call.name, in: call.scope),
      let scores = vectorOperand(Operand(agreement.values[0], operands[0].range), of: call),
      let target = vectorOperand(Operand(agreement.values[1], operands[1].range), of: call)
    else { return nil }
    let logarithms = Value(graph.unary(.vectorFunction(.logsoftmax), scores.value.node))
    return inner(target.value, logarithms, coefficient: .minusOne)
  }

  /// The mean of r²/2 for |r| ≤ d, else d(|r| − d/2).
  ///
  /// Both cases are r²/2 − relu(|r| − d)²/2, whose derivative r − sign(r) relu(|r| − d) is r drawn
  /// back to within d of 0.
  mutating func huber(_ call: Call) -> Value? {
    guard let operands = evaluated(call),
      let residual = sizedOnItsOwn(operands[0], in: call.scope)
    else { return nil }
    guard isScalar(operands[1].value) else {
      return fail(
        .needsScalar(call.name, space(of: operands[1].value), operands[1].range), in: call.scope)
    }
    let excess = apply(.relu, minus(apply(.abs, residual.value), operands[1].value))
    let half = Number(numerator: 1, denominator: 2) ?? .one
    let squares = [residual.value, excess].map { hadamard([($0, Number(2))], coefficient: half) }
    return mean(linear([(.one, squares[0]), (.minusOne, squares[1])]))
  }
}
