package import ChainDiagnostics

/// A derivative to show.
package struct QuerySyntax: Sendable {
  package enum Form: Sendable {
    /// `d^k f / dx dy^2`, in any spelling; the powers below the bar add up to the order.
    case derivative(order: Int, below: [DenominatorSyntax])
    /// `grad f`
    case gradient
    /// `hessian f`
    case hessian
  }

  package let form: Form
  package let operand: QueryOperand
  package let range: SourceRange

  package init(form: Form, operand: QueryOperand, range: SourceRange) {
    self.form = form
    self.operand = operand
    self.range = range
  }
}

/// What stands after a `d`.
package struct QueryOperand: Sendable {
  /// Above the bar a name, an application, an index or anything in brackets; below it a name or
  /// an index of a name.
  package let expression: ExpressionID
  /// The whole word where the name was written in one piece with its `d`, as `df` for `f`.
  ///
  /// If that word is itself a name, it was meant, and no `d` was written.
  package let glued: NameSyntax?

  package init(_ expression: ExpressionID, glued: NameSyntax? = nil) {
    self.expression = expression
    self.glued = glued
  }
}

/// One input below the bar: `dx^2`.
package struct DenominatorSyntax: Sendable {
  package let input: QueryOperand
  /// At least 1.
  package let power: Int
  package let range: SourceRange

  package init(input: QueryOperand, power: Int, range: SourceRange) {
    self.input = input
    self.power = power
    self.range = range
  }
}
