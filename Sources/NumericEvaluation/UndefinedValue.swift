package import ExpressionGraph

extension Evaluation {
  /// Finds the cause of a value that is not finite.
  ///
  /// The answer is the earliest node that the roots use whose value is not finite although all its
  /// operands are; nil if every root is finite or has no value. What is undefined in the branches
  /// that a choice leaves out does not count.
  package func firstUndefined() -> UndefinedValue? {
    let roots = evaluator.roots.filter { hasValue($0) && !isFinite($0) }
    guard !roots.isEmpty else { return nil }
    var isSuspect = Array(repeating: false, count: evaluator.rows.count)
    for root in roots { isSuspect[root] = true }
    var first: Int?
    for row in evaluator.rows.indices.reversed() where isSuspect[row] {
      let culprits = usedOperands(evaluator.rows[row]).map { evaluator.operandRows[$0] }
        .filter { !isFinite($0) }
      for operand in culprits { isSuspect[operand] = true }
      if culprits.isEmpty { first = row }
    }
    return first.map { UndefinedValue(node: evaluator.rows[$0].node, reason: reason($0)) }
  }

  private func reason(_ position: Int) -> UndefinedReason {
    let row = evaluator.rows[position]
    let operands = row.operands.map { values(ofRow: evaluator.operandRows[$0]) }
    switch row.kernel {
    case .elementwise(let function): return function.reason(operands)
    case .product(let id):
      let powers = zip(evaluator.tables.products[id].powers, operands)
      if powers.contains(where: { $0.exponent < 0 && $1.contains(0) }) { return .divisionByZero }
      let isRoot = powers.contains { power, base in
        power.exponent != power.exponent.rounded() && base.contains { $0 < 0 }
      }
      return isRoot ? .rootOfNegative : .overflow
    case .matrixFunction(let function): return function.reason(operands)
    case .input, .constant, .copy, .sum, .reduction, .vectorFunction, .literal, .slice,
      .selector, .join, .triangle, .choice, .application, .unresolved:
      return .overflow
    }
  }
}

/// A node whose value at a point is NaN or infinite although its operands are finite.
package struct UndefinedValue: Hashable, Sendable {
  package let node: NodeID
  package let reason: UndefinedReason

  package init(node: NodeID, reason: UndefinedReason) {
    self.node = node
    self.reason = reason
  }
}

package enum UndefinedReason: Hashable, Sendable {
  case divisionByZero
  case logOfNonPositive
  /// A power with a fraction as exponent of a negative number.
  case rootOfNegative
  /// The inverse, or the logarithm of the determinant, of a matrix that has no inverse.
  case singular
  /// The logarithm of a negative determinant.
  case negativeDeterminant
  /// An argument for which the function is not defined.
  case outOfDomain(ElementwiseFunction)
  /// The value does not fit a double.
  case overflow
}

extension ElementwiseFunction {
  /// Why the function is undefined at one of the entries.
  fileprivate func reason(_ operands: [ArraySlice<Double>]) -> UndefinedReason {
    let arguments = operands.first ?? []
    switch self {
    case .log, .log2, .log10: return .logOfNonPositive
    case .log1p: return .logOfNonPositive
    case .sqrt: return .rootOfNegative
    case .asin, .acos, .acosh, .atanh: return .outOfDomain(self)
    case .power:
      let pairs = zip(arguments, operands.last ?? [])
      if pairs.contains(where: { $0 == 0 && $1 < 0 }) { return .divisionByZero }
      return pairs.contains { $0 < 0 && $1 != $1.rounded() } ? .outOfDomain(self) : .overflow
    case .sin, .cos, .tan, .atan, .sinh, .cosh, .tanh, .asinh, .exp, .expm1, .abs, .sign, .relu,
      .leakyrelu, .elu, .gelu, .silu, .sigmoid, .softplus, .erf, .step, .atan2, .min, .max:
      return .overflow
    }
  }
}
