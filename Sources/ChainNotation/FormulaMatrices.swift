import ExpressionGraph
import MathTypesetting

extension FormulaWriter {
  /// X⁻¹, det X, log det X, adj X.
  func apply(_ function: MatrixFunction, _ operand: Phrase) -> Formula {
    switch function {
    case .inverse: .raised(scriptBase(operand), raised(.negated(.number(.one))))
    case .determinant: .line([.function("det"), argument(operand)])
    case .logDeterminant: .line([.function("log"), .function("det"), argument(operand)])
    case .adjugate: .line([.function("adj"), .inParentheses(formula(of: operand))])
    }
  }

  private func argument(_ operand: Phrase) -> Formula {
    operand.isBareArgument ? formula(of: operand) : .inParentheses(formula(of: operand))
  }

  func reshape(_ reshape: Phrase.Reshape) -> Formula {
    // A vector is a column already.
    if reshape.isColumn { return factor(reshape.operand) }
    let operand = formula(of: reshape.operand)
    guard !reshape.isVector else { return .line([.function("vec"), .inParentheses(operand)]) }
    let lengths = reshape.pattern.target.dimensions.map { formula(of: .size($0)) }
    let shape = Formula.line(lengths, separator: [.binary("\u{00D7}")])
    return .lowered(.line([.function("reshape"), .inParentheses(operand)]), shape)
  }

  /// A ⊗ B ⊗ C, which is the same in either order of bracketing.
  func kronecker(_ left: Phrase, _ right: Phrase) -> Formula {
    let first = if case .kronecker = left { formula(of: left) } else { factor(left) }
    return .line([first, .binary("\u{2297}"), factor(right)])
  }

  /// Blocks in brackets; past order 2 the name of the operation.
  func join(_ join: Phrase.Join) -> Formula {
    let parts = join.parts.map(formula)
    guard join.order > 2 else {
      return .matrix(rows: join.axis == 0 ? parts.map { [$0] } : [parts], left: "[", right: "]")
    }
    return .line([
      .lowered(.function("concat"), .number(String(join.axis + 1))), .arguments(parts),
    ])
  }
}
