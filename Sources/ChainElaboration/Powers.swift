import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

extension Elaborator {
  /// The largest power of a matrix that is written out.
  private static let largestMatrixPower = 64

  mutating func power(
    _ base: ExpressionID, _ exponent: ExpressionID, isElementwise: Bool, _ range: SourceRange,
    in scope: Scope
  ) -> Value? {
    if !isElementwise, isTransposeMark(exponent, in: scope) {
      return value(of: base, in: scope).flatMap {
        transposed(Operand($0, self.range(of: base)), in: scope)
      }
    }
    let baseValue = value(of: base, in: scope)
    guard let exponentValue = value(of: exponent, in: scope), let baseValue else { return nil }
    let left = Operand(baseValue, self.range(of: base))
    let right = Operand(exponentValue, self.range(of: exponent))
    if isScalar(baseValue), isScalar(exponentValue) {
      return scalarPower(left, right, range, in: scope)
    }
    if isElementwise { return elementwisePower(left, right, in: scope) }
    return matrixPower(left, right, in: scope)
  }

  /// Whether `x^T` is meant: `T` is nothing of the user's.
  private func isTransposeMark(_ exponent: ExpressionID, in scope: Scope) -> Bool {
    guard case .name(let name) = syntax.expressions[exponent].kind,
      syntax.names[name].canonical == "T" || syntax.names[name].spelling == "⊤"
    else { return false }
    return names[name] == .unknown && scope.bindings[name] == nil
      && !dimensions.contains(spelling(name))
  }

  private mutating func scalarPower(
    _ base: Operand, _ exponent: Operand, _ range: SourceRange, in scope: Scope
  ) -> Value? {
    if base.value.node == eulerNumber() { return apply(.exp, Value(exponent.value.node)) }
    guard let power = number(exponent.value) else {
      return apply(.power, Value(base.value.node), Value(exponent.value.node))
    }
    if let number = number(base.value), let whole = power.integer {
      if number.isZero, whole < 0 { return fail(.divisionByZero(range), in: scope) }
      if let result = number.power(whole) { return Value(graph.number(result)) }
    }
    if power.equals(.one) { return base.value }
    return Value(graph.scalarProduct([(base.value.node, power)]))
  }

  private mutating func elementwisePower(
    _ base: Operand, _ exponent: Operand, in scope: Scope
  ) -> Value? {
    guard let agreement = agree([base, exponent], to: "raise entry by entry", in: scope) else {
      return nil
    }
    let (left, right) = (agreement.values[0], agreement.values[1])
    if left.node == eulerNumber() { return apply(.exp, right) }
    if let power = number(right) { return hadamard([(left, power)]) }
    return apply(.power, left, right)
  }

  private mutating func matrixPower(
    _ base: Operand, _ exponent: Operand, in scope: Scope
  ) -> Value? {
    guard base.value.contextual != .identity else { return base.value }
    let space = space(of: base.value)
    guard base.value.contextual == nil, space.shape.order == 2, isScalar(exponent.value) else {
      return fail(
        .powerOfTensor(
          base.range, space, exponent.range, isExponent: isScalar(base.value)), in: scope)
    }
    guard space.shape.dimensions[0] == space.shape.dimensions[1] else {
      return fail(.notSquare("a power", space, base.range), in: scope)
    }
    guard let power = number(exponent.value)?.integer else {
      return fail(.matrixExponent(exponent.range), in: scope)
    }
    switch power {
    case 0: return Value(identity(space.shape.dimensions[0]))
    case 1...Self.largestMatrixPower: return matrixPower(base.value, power)
    case -Self.largestMatrixPower..<0:
      let inverse = Value(graph.matrixFunction(.inverse, base.value.node))
      return matrixPower(inverse, -power)
    case _: return fail(.largeMatrixPower(Self.largestMatrixPower, exponent.range), in: scope)
    }
  }

  /// `e`, which is written exp(1).
  mutating func eulerNumber() -> NodeID {
    graph.elementwise(.exp, graph.number(.one))
  }
}
