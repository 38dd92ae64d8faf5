import ChainDiagnostics

/// What is said about expressions.
extension Diagnostic {
  /// Nothing stands where a line ends, something else where it goes on.
  static func missingOperand(
    at range: SourceRange, after what: String?, isAtEnd: Bool = true
  ) -> Diagnostic {
    .error(
      "missing-operand", "expected an expression" + (what.map { " after \($0)" } ?? ""),
      at: range,
      help: isAtEnd ? "a line goes on only while a bracket is open" : "write an expression here")
  }

  static func doubledOperator(
    at range: SourceRange, _ first: String, _ second: String
  ) -> Diagnostic {
    .error(
      "missing-operand", "expected an expression between `\(first)` and `\(second)`", at: range,
      help: first == "*" && second == "*" ? "write a power with `^`" : "remove one of them")
  }

  /// The operand on the left is named only where it is a single word.
  static func missingOperator(
    at range: SourceRange, word: String?, right: String, between: SourceRange, afterExponent: Bool
  ) -> Diagnostic {
    let right = shortened(right)
    let word = word.map(shortened)
    let mend =
      afterExponent
      ? "after an exponent the product sign must stand: write `*` before `\(right)`"
      : word.map { "write `\($0)*\(right)` for a product, `\($0)(\(right))` to apply a function" }
        ?? "write `*` before `\(right)` for a product"
    return .error(
      "missing-operator", "expected an operator before `\(right)`", at: range,
      help: mend, replacement: Replacement(between, with: "*"))
  }

  static func missingRowSeparator(at range: SourceRange, _ text: String) -> Diagnostic {
    .error(
      "missing-operator", "expected `,` or `;` before `\(shortened(text))`", at: range,
      notes: ["a new line does not begin a new row"], help: "end each row with `;`")
  }

  static func unexpectedToken(at range: SourceRange, _ text: String) -> Diagnostic {
    .error(
      "unexpected-token", "`\(shortened(text))` does not fit here", at: range,
      help: "remove it")
  }

  static func unexpectedComma(at range: SourceRange) -> Diagnostic {
    .error(
      "unexpected-comma", "`,` does not fit here", at: range, help: "write a vector as `[a; b]`")
  }

  static func unexpectedEquals(at range: SourceRange) -> Diagnostic {
    .error(
      "unexpected-equals", "`=` does not fit here", at: range,
      help: "write one definition a line; inside `cases`, equality is `==`")
  }

  static func unexpectedInterval(at range: SourceRange) -> Diagnostic {
    .error(
      "unexpected-token", "an interval `..` stands only in a `plot` line", at: range,
      help: "write a slice as `x[2:4]`")
  }

  static func crossInExpression(at range: SourceRange) -> Diagnostic {
    .error(
      "ambiguous-cross", "`×` is not an operator of expressions", at: range,
      help: "write `a*b` for a product, `cross(a, b)` for the cross product")
  }

  static func decimalComma(at range: SourceRange, _ text: String) -> Diagnostic {
    let mended = text.split(separator: ",").joined(separator: ".")
    return .error(
      "decimal-comma", "a number is written with a point, not a comma", at: range,
      help: "replace `\(text)` with `\(mended)`", replacement: Replacement(range, with: mended))
  }

  static func commaInBrackets(at range: SourceRange, opening: SourceRange?) -> Diagnostic {
    .error(
      "unexpected-comma", "a comma does not fit in brackets that only group", at: range,
      secondary: opening.map { [Label($0, "opened here")] } ?? [],
      help: "write a vector as `[a; b]`")
  }

  static func severalStatements(at range: SourceRange) -> Diagnostic {
    .error(
      "several-statements", "`;` does not fit outside brackets", at: range,
      help: "write one statement a line")
  }

  static func semicolonBetweenArguments(at range: SourceRange) -> Diagnostic {
    .error(
      "unexpected-token", "`;` does not fit in round brackets", at: range,
      help: "put `,` between arguments; write a vector as `[a; b]`")
  }

  static func unexpectedString(at range: SourceRange) -> Diagnostic {
    .error(
      "unexpected-string", "text in quotes stands only as an argument", at: range,
      help: "remove the quotes")
  }

  static func curlyBracket(at range: SourceRange) -> Diagnostic {
    .error(
      "curly-bracket", "curly brackets group only exponents and dimensions", at: range,
      help: "use `(` and `)`")
  }

  static func derivativeInExpression(at range: SourceRange) -> Diagnostic {
    .error(
      "derivative-in-expression", "a derivative cannot stand inside an expression", at: range,
      help: "ask for it in a line of its own, such as `df/dx`")
  }

  /// A prime after a function is the transpose of something here, and a derivative elsewhere.
  static func primeDerivative(
    at range: SourceRange, _ name: String, product: String?
  ) -> Diagnostic {
    let query = "write the derivative of `\(name)` as a line of its own: `d\(name)/dx`"
    return .error(
      "prime-derivative", "`'` is the transpose, not the derivative of `\(name)`", at: range,
      help: query + (product.map { "; a product is `\($0)`" } ?? ""))
  }

  static func comparisonOutsideCases(at range: SourceRange, _ sign: String) -> Diagnostic {
    .error(
      "comparison-outside-cases", "`\(sign)` compares, which only `cases` can do", at: range,
      help: "write `cases(condition, value, otherwise)`")
  }

  static func chainedComparison(at range: SourceRange) -> Diagnostic {
    .error(
      "chained-comparison", "a condition has one comparison", at: range,
      help: "nest them: `cases(a < x, cases(x < b, …, …), …)`")
  }

  static func equalsInCondition(at range: SourceRange) -> Diagnostic {
    .error(
      "equals-in-condition", "`=` does not compare", at: range, help: "replace `=` with `==`",
      replacement: Replacement(range, with: "=="))
  }

  static func ambiguousProduct(
    sign: String, divisor: String, factor: String, at range: SourceRange
  ) -> Diagnostic {
    let factor = shortened(factor)
    return .warning(
      "ambiguous-product", "`\(sign)\(divisor)\(factor)` divides by `\(divisor)` alone", at: range,
      label: "read as `\(sign)\(divisor)*\(factor)`",
      help:
        "write `\(sign)\(divisor)*\(factor)`, or `\(sign)(\(divisor)*\(factor))` if that was meant"
    )
  }
}

/// At most forty characters of a text on one line.
func shortened(_ text: String) -> String {
  let line = text.prefix { !$0.isNewline }
  guard line.utf8.count > 40 || line.endIndex < text.endIndex else { return text }
  return line.prefix(39) + "…"
}
