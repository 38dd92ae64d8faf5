import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// The words of elaboration about names, definitions and queries.
extension Diagnostic {
  static func unknownName(
    _ name: String, _ range: SourceRange, suggestion: String?, isFunction: Bool
  ) -> Diagnostic {
    if isFunction {
      return .error(
        "unknown-name", "`\(name)` is a function and needs an argument", at: range,
        help: "write `\(name)(…)`")
    }
    return .error(
      "unknown-name", "`\(name)` is not known", at: range,
      help: suggestion.map { "replace `\(name)` with `\($0)`" }
        ?? "declare it: `\(name) : R`, or give its shape",
      replacement: suggestion.map { .init(range, with: $0) })
  }

  static func unknownFunction(
    _ name: String, _ range: SourceRange, suggestion: String?
  ) -> Diagnostic {
    .error(
      "unknown-name", "there is no function `\(name)`", at: range,
      help: suggestion.map { "replace `\(name)` with `\($0)`" }
        ?? "define it, `\(name)(x) = …`, or declare it, `\(name) : R -> R`",
      replacement: suggestion.map { .init(range, with: $0) })
  }

  static func redefinition(
    of name: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    .error(
      "redefinition", "`\(name)` is already defined", at: range,
      secondary: [.init(first, "first defined here")],
      help: "rename one of them, or begin a new figure with a line `---`")
  }

  static func cyclicDefinition(_ members: [(name: String, range: SourceRange)]) -> Diagnostic {
    let names = members.map { "`\($0.name)`" }
    let shown = names.count <= 4 ? names : Array(names.prefix(3)) + ["…"] + names.suffix(1)
    let message =
      names.count == 1
      ? "\(names[0]) is defined by itself"
      : "\(shown.joined(separator: ", ")) are defined by one another"
    return .error(
      "cyclic-definition", message, at: members.first?.range,
      secondary: members.dropFirst().prefix(8).map { .init($0.range, "`\($0.name)`") },
      help: "a definition may only use names that do not lead back to it")
  }

  static func abstractNeedsArgument(_ name: String, _ range: SourceRange) -> Diagnostic {
    .error(
      "abstract-needs-argument", "the function `\(name)` needs an argument here", at: range,
      help: "write `\(name)(x)`, with the argument it is taken at")
  }

  static func notAFunction(
    _ name: String, _ head: SourceRange, _ range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    let product = "\(name)*\(source[SourceRange(head.end, range.end)])"
    return .error(
      "not-a-function", "`\(name)` is not a function", at: head,
      help: "write the product as `\(product)`",
      replacement: .init(head.after, with: "*"))
  }

  static func notAnApplication(_ head: SourceRange, _ range: SourceRange) -> Diagnostic {
    .error(
      "not-a-function", "only a function can be applied to arguments", at: head,
      help: "write `*` for a product; `D(f, 1)(x)` is the derivative of a declared function `f`")
  }

  static func noSuchArgument(_ name: String, count: Int, _ range: SourceRange) -> Diagnostic {
    .error(
      "wrong-argument-count", "`\(name)` has \(counted(count, "argument"))", at: range,
      help: "give the argument by which to differentiate, a number from 1 to \(count)")
  }

  static func wrongArgumentCount(
    _ name: String, _ range: SourceRange, expected: ClosedRange<Int>, found: Int,
    definedAt definition: SourceRange? = nil
  ) -> Diagnostic {
    let wanted =
      expected.upperBound == .max
      ? "\(counted(expected.lowerBound, "argument")) or more"
      : expected.count == 1
        ? counted(expected.lowerBound, "argument")
        : "\(expected.lowerBound) to \(expected.upperBound) arguments"
    return .error(
      "wrong-argument-count", "`\(name)` takes \(wanted), not \(found)", at: range,
      secondary: definition.map { [.init($0, "`\(name)` is defined here")] } ?? [])
  }

  static func unknownLabel(_ label: String, _ name: String, _ range: SourceRange) -> Diagnostic {
    .error("unknown-argument", "`\(name)` has no argument named `\(label)`", at: range)
  }

  static func longAxes(_ name: String, _ space: Space, _ range: SourceRange) -> Diagnostic {
    .error(
      "missing-dimension", "`\(name)` along an axis of \(space) is taken entry by entry",
      at: range, label: "the other axes must have known, short lengths",
      help: "declare them with numbers, or give them by `where`")
  }

  static func expressionBelowBar(_ text: String, _ range: SourceRange) -> Diagnostic {
    .error(
      "expression-below-bar", "only a name can stand below the bar", at: range,
      label: "an expression",
      help: "give it a name first: `u = \(shortened(text))`, then differentiate by `u`")
  }

  static func gluedName(_ name: String, _ range: SourceRange) -> Diagnostic {
    .error(
      "glued-name", "`\(name)` is a name of its own here, so no `d` is written", at: range,
      help: "write the `d` apart: `d \(name.dropFirst())`, or `d \(name)` for `\(name)` itself")
  }

  static func constantBelowBar(
    _ name: String, _ range: SourceRange, declared: SourceRange
  ) -> Diagnostic {
    .error(
      "constant-below-bar", "`\(name)` is declared constant and never differentiated", at: range,
      secondary: [.init(declared, "declared here")], help: "drop the word `constant`")
  }

  static func noDependence(_ output: String, _ name: String, _ range: SourceRange) -> Diagnostic {
    .warning(
      "no-dependence", "`\(shortened(output))` does not depend on `\(name)`", at: range,
      notes: ["the derivative is zero"])
  }

  static func nothingToShow(_ range: SourceRange) -> Diagnostic {
    .error(
      "nothing-to-show", "the figure has no definition and no derivative", at: range,
      help: "define something, `f = x^2`, and ask for a derivative, `df/dx`")
  }

  static func orderTooHigh(_ order: Int, _ range: SourceRange) -> Diagnostic {
    .error("not-supported", "derivatives of order \(order) are not supported", at: range)
  }

  static func tooManyInstances(_ limit: Int, _ range: SourceRange) -> Diagnostic {
    .error(
      "too-large", "functions are applied to more than \(limit) different arguments", at: range,
      help: "name intermediate results, so that they are worked out once")
  }

  static func notSupported(_ what: String, _ range: SourceRange) -> Diagnostic {
    .error("not-supported", "\(what) is not supported yet", at: range)
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Text of the source on one line, short enough for a message.
  static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 40 ? line : line.prefix(38) + " …"
  }
}
