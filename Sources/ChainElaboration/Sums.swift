import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

extension Elaborator {
  mutating func sum(_ terms: [TermSyntax], in scope: Scope) -> Value? {
    var operands: [Operand] = []
    var coefficients: [Number] = []
    for term in terms {
      var id = term.expression
      var isNegative = term.sign == .minus
      while case .negation(let inner) = syntax.expressions[id].kind {
        isNegative.toggle()
        id = inner
      }
      coefficients.append(isNegative ? .minusOne : .one)
      if let value = value(of: id, in: scope) { operands.append(Operand(value, range(of: id))) }
    }
    guard operands.count == terms.count,
      let agreement = agree(operands, to: "add", in: scope)
    else { return nil }
    return combined(agreement, coefficients)
  }

  private mutating func combined(_ agreement: Agreement, _ coefficients: [Number]) -> Value {
    let numbers = agreement.values.compactMap { number($0) }
    if numbers.count == coefficients.count {
      return number(zip(numbers, coefficients).reduce(.zero) { $0 + $1.0 * $1.1 })
    }
    var result = linear(Array(zip(coefficients, agreement.values)))
    result.contextual = agreement.values[0].contextual
    result.isRow = result.isRow || agreement.values[0].isRow
    result.open = agreement.values.lazy.compactMap(\.open).first
    return result
  }

  /// The value with its sign changed; a product takes the sign into its coefficient.
  mutating func negated(_ value: Value) -> Value {
    var result = value
    if let number = graph.constant(value.node) {
      result.node = graph.number(-number)
    } else if case .product(let id) = graph.operation(of: value.node) {
      var pattern = graph[id]
      pattern.coefficient = -pattern.coefficient
      result.node = graph.product(pattern, Array(graph.operands(of: value.node)))
    } else {
      result.node = graph.hadamard(
        coefficient: .minusOne, [(value.node, .one)], shape: graph.shape(of: value.node))
    }
    return result
  }
}
