import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

extension Elaborator {
  /// `cases(x > 0, x, x < -1, -1, 0)`: condition, value, …, otherwise.
  mutating func choice(_ call: Call) -> Value? {
    guard call.arguments.count % 2 == 1, call.arguments.count > 1 else {
      _ = call.arguments.map { argument in
        if case .comparison = syntax.expressions[argument.value].kind { return }
        _ = value(of: argument.value, in: call.scope)
      }
      return fail(.casesWithoutOtherwise(call.range), in: call.scope)
    }
    var comparisons: [Relation] = []
    var sides: [NodeID] = []
    var values: [Operand] = []
    var isSound = true
    for (position, argument) in call.arguments.enumerated() {
      if position % 2 == 0, position + 1 < call.arguments.count {
        guard let condition = condition(argument.value, in: call.scope) else {
          isSound = false
          continue
        }
        comparisons.append(condition.comparison)
        sides += [condition.left, condition.right]
      } else if let value = value(of: argument.value, in: call.scope) {
        values.append(Operand(value, range(of: argument.value)))
      } else {
        isSound = false
      }
    }
    guard isSound, let agreement = agree(values, to: "choose between", in: call.scope) else {
      return nil
    }
    return choice(comparisons, sides, agreement)
  }

  private mutating func choice(
    _ comparisons: [Relation], _ sides: [NodeID], _ agreement: Agreement
  ) -> Value {
    var operands: [NodeID] = []
    for (index, value) in agreement.values.enumerated() {
      if index < comparisons.count { operands += sides[2 * index...2 * index + 1] }
      operands.append(graph.broadcast(value.node, to: agreement.space.shape))
    }
    let pattern = graph.intern(ChoicePattern(comparisons: comparisons))
    return Value(graph.node(.choice(pattern), operands), isRow: agreement.space.isRow)
  }

  private struct Condition {
    let comparison: Relation
    let left: NodeID
    let right: NodeID
  }

  private mutating func condition(_ id: ExpressionID, in scope: Scope) -> Condition? {
    guard case .comparison(let comparison, let left, let right) = syntax.expressions[id].kind
    else {
      _ = value(of: id, in: scope)
      return fail(.notACondition(range(of: id)), in: scope)
    }
    let leftNode = side(left, in: scope)
    guard let rightNode = side(right, in: scope), let leftNode else { return nil }
    return Condition(
      comparison: Relation(comparison), left: leftNode, right: rightNode)
  }

  /// A side of a comparison, which must be a scalar.
  private mutating func side(_ id: ExpressionID, in scope: Scope) -> NodeID? {
    guard let value = value(of: id, in: scope) else { return nil }
    guard isScalar(value) else {
      return fail(.needsScalar("a comparison", space(of: value), range(of: id)), in: scope)
    }
    return value.node
  }
}

extension Relation {
  fileprivate init(_ comparison: ChainSyntax.Comparison) {
    self =
      switch comparison {
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      case .equal: .equal
      case .unequal: .notEqual
      }
  }
}
