import ChainDiagnostics

/// What is said about queries.
extension Diagnostic {
  static func missingBar(at range: SourceRange, _ text: String) -> Diagnostic {
    .error(
      "missing-denominator", "expected `/ d` and an input in this query", at: range,
      help: "write `\(shortened(text)) / dx`")
  }

  static func missingFunction(at range: SourceRange, _ text: String) -> Diagnostic {
    .error(
      "missing-operand", "expected what is to be differentiated", at: range,
      help: "write `\(shortened(text)) f`")
  }

  static func missingInput(at range: SourceRange) -> Diagnostic {
    .error(
      "missing-denominator", "expected an input after the `d` below the bar", at: range,
      help: "write `d f / dx`")
  }

  static func numeratorNeedsBrackets(
    at range: SourceRange, mended: String, _ text: String
  ) -> Diagnostic {
    .error(
      "query-needs-brackets", "an expression to differentiate stands in brackets", at: range,
      help: "write `\(shortened(mended))`",
      replacement: Replacement(range, with: "(\(text))"))
  }

  static func expressionBelowBar(at range: SourceRange, _ text: String) -> Diagnostic {
    .error(
      "expression-below-bar", "only a name or an entry of one can stand below the bar", at: range,
      help: "name it first: `u = \(shortened(text))`, then differentiate by `u`")
  }

  static func orderMismatch(at range: SourceRange, above: Int, below: Int) -> Diagnostic {
    .error(
      "order-mismatch", "the order is \(above) above the bar and \(below) below", at: range,
      help: above == 1
        ? "write `d^\(below)` above the bar"
        : "let the powers below add up to \(above), as in `dx^\(above)`")
  }

  static func invalidOrder(at range: SourceRange, _ text: String) -> Diagnostic {
    .error(
      "invalid-order", "`\(shortened(text))` is not an order of differentiation", at: range,
      help: "write a whole number from 1 to 100, as in `d^2 f / dx^2`")
  }

  static func unsplittableName(at range: SourceRange, _ text: String) -> Diagnostic {
    .error(
      "invalid-query", "`\(shortened(text))` is not `d` and a name", at: range,
      help: "write a second derivative as `d^2 f / dx^2`")
  }
}
