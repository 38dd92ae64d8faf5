package import ChainDiagnostics

/// Which node of its figure's arena an expression is.
package struct ExpressionID: Hashable, Comparable, Sendable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(index) }

  package static func < (left: ExpressionID, right: ExpressionID) -> Bool {
    left.index < right.index
  }
}

/// One node of an expression, with where it stands in the source.
///
/// Round brackets leave no node. Long sums and products are one node with many operands, so a
/// tree is never deeper than `ExpressionArena.depthLimit`.
package struct ExpressionSyntax: Sendable {
  package enum Kind: Sendable {
    /// Could not be read; has been reported, so later stages stay silent about it.
    case missing
    case number(DecimalLiteral)
    case name(NameID)
    /// Without its quotes; stands only as an argument.
    case string(String)
    case negation(ExpressionID)
    /// Two terms or more, the first with `plus`.
    case sum([TermSyntax])
    /// Two factors or more, left to right, the first with `times`.
    case product([FactorSyntax])
    case power(ExpressionID, exponent: ExpressionID, elementwise: Bool)
    /// `x'`, `xᵀ`, `x⊤`; but `x^T` is a power, since `T` may be the user's.
    case transpose(ExpressionID)
    /// `f(x)`, where the head is a name or, for `D(f, 1)(x)`, an application.
    case application(ExpressionID, arguments: [ArgumentSyntax])
    case index(ExpressionID, [SubscriptSyntax])
    /// `[a, b; c, d]`: rows of entries, which may be blocks.
    case literal(rows: [[ExpressionID]])
    /// `‖x‖` or `||x||`, perhaps with a subscript.
    case norm(ExpressionID, NormSyntax)
    /// `√x`.
    case root(ExpressionID)
    /// Stands only as an argument of `cases`.
    case comparison(Comparison, ExpressionID, ExpressionID)
  }

  package let kind: Kind
  /// Without round brackets that enclose the whole expression.
  package let range: SourceRange
  /// 1 for a leaf, else one more than its deepest operand.
  package let depth: Int32

  package init(kind: Kind, range: SourceRange, depth: Int32) {
    self.kind = kind
    self.range = range
    self.depth = depth
  }
}

/// A summand with its sign.
package struct TermSyntax: Sendable {
  package enum Sign: Sendable { case plus, minus }

  package let sign: Sign
  /// Of the sign, empty for the first term.
  package let operatorRange: SourceRange
  package let expression: ExpressionID

  package init(_ sign: Sign, operatorRange: SourceRange, _ expression: ExpressionID) {
    self.sign = sign
    self.operatorRange = operatorRange
    self.expression = expression
  }
}

/// A factor with the operator before it.
package struct FactorSyntax: Sendable {
  package enum Operation: Sendable {
    case times, over
    /// `.*`, `⊙`
    case elementwiseTimes
    /// `./`
    case elementwiseOver
    /// `⊗`
    case kronecker
    /// No sign at all, as in `2x`.
    case implied
  }

  package let operation: Operation
  /// Of the operator, empty for the first factor and for an implied product.
  package let operatorRange: SourceRange
  package let expression: ExpressionID

  package init(_ operation: Operation, operatorRange: SourceRange, _ expression: ExpressionID) {
    self.operation = operation
    self.operatorRange = operatorRange
    self.expression = expression
  }
}

/// An argument of an application, perhaps named: `axis = 1`.
package struct ArgumentSyntax: Sendable {
  package let label: NameSyntax?
  package let value: ExpressionID

  package init(label: NameSyntax? = nil, _ value: ExpressionID) {
    self.label = label
    self.value = value
  }
}

/// What stands at one place between index brackets.
package enum SubscriptSyntax: Sendable {
  case at(ExpressionID)
  /// `2:4`, `2:`, `:4` or `:`, the bounds included, counted from 1.
  case slice(from: ExpressionID?, to: ExpressionID?, range: SourceRange)
}

package enum NormSyntax: Sendable { case unmarked, one, two, infinity, frobenius }

package enum Comparison: Sendable {
  case less, lessOrEqual, greater, greaterOrEqual, equal, unequal
}

/// A number exactly as written: digits × 10^exponent.
package struct DecimalLiteral: Hashable, Sendable {
  /// Decimal digits without point, sign or leading zeros; `0` for zero.
  package let digits: String
  package let exponent: Int32

  package init(digits: String, exponent: Int) {
    self.digits = digits
    self.exponent = Int32(exponent)
  }

  /// The value, if it is a whole number that fits.
  package var integer: Int? {
    guard exponent >= 0, exponent < 19 else { return nil }
    return Int(digits + String(repeating: "0", count: Int(exponent)))
  }
}
