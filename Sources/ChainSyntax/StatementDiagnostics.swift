import ChainDiagnostics

/// What is said about statements.
extension Diagnostic {
  static func reservedWord(at range: SourceRange, _ word: String) -> Diagnostic {
    .error(
      "reserved-word", "`\(word)` begins a statement of its own and cannot be a name", at: range,
      help: "choose another name, such as `\(word)_1`")
  }

  static func notAStatement(at range: SourceRange, _ line: String) -> Diagnostic {
    .error(
      "not-a-statement", "an expression alone is not a statement", at: range,
      help: "give it a name: `f = \(shortened(line))`",
      replacement: Replacement(SourceRange(range.start, range.start), with: "f = "))
  }

  static func beginsWithOperator(at range: SourceRange, _ sign: String) -> Diagnostic {
    .error(
      "not-a-statement", "a statement cannot begin with `\(sign)`", at: range,
      help: "a line goes on only while a bracket is open: put the whole in brackets")
  }

  static func doubleEqualsDefines(at range: SourceRange) -> Diagnostic {
    .error(
      "comparison-outside-cases", "`==` compares, which only `cases` can do", at: range,
      help: "define with a single `=`", replacement: Replacement(range, with: "="))
  }

  static func misspeltKeyword(at range: SourceRange, _ word: String, meant: String) -> Diagnostic {
    .error(
      "unknown-statement", "no statement begins with `\(shortened(word))`", at: range,
      help: "replace `\(word)` with `\(meant)`", replacement: Replacement(range, with: meant))
  }

  static func similarNames(
    _ name: String, at range: SourceRange, _ other: String, at first: SourceRange
  ) -> Diagnostic {
    .warning(
      "similar-names", "`\(name)` and `\(other)` are two names that look the same", at: range,
      secondary: [Label(first, "`\(other)` is first used here")],
      help: "replace `\(name)` with `\(other)` if they are one")
  }
}

/// What is said about definitions and declarations.
extension Diagnostic {
  static func missingTarget(at range: SourceRange) -> Diagnostic {
    .error(
      "missing-name", "expected a name before this sign", at: range,
      help: "write a definition as `f = x^2`, a declaration as `x : R^n`")
  }

  static func invalidTarget(at range: SourceRange, _ text: String) -> Diagnostic {
    .error(
      "invalid-target", "only a name or a function of names can be defined", at: range,
      help: "write `f = …` or `f(x) = …`")
  }

  static func definedDerivative(at range: SourceRange, _ text: String) -> Diagnostic {
    .error(
      "invalid-target", "a derivative cannot be defined", at: range,
      help: "ask for it with `\(shortened(text))` alone on its line")
  }

  static func definedEntry(at range: SourceRange, _ name: String) -> Diagnostic {
    .error(
      "invalid-target", "an entry of `\(name)` cannot be defined alone", at: range,
      help: "define all of it at once: `\(name) = [a; b]`")
  }

  static func definedPrime(at range: SourceRange, _ name: String) -> Diagnostic {
    .error(
      "invalid-target", "`\(name)'` cannot be defined", at: range,
      help: "define `\(name)` itself; `'` is the transpose")
  }

  static func invalidParameters(at range: SourceRange, _ name: String) -> Diagnostic {
    .error(
      "invalid-parameters", "the parameters of `\(name)` must be names", at: range,
      help: "write `\(name)(x) = …` or `\(name)(x, y) = …`")
  }

  static func repeatedParameter(
    _ name: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    .error(
      "repeated-parameter", "the parameter `\(name)` stands twice", at: range,
      secondary: [Label(first, "first here")], help: "give each parameter its own name")
  }

  static func invalidDeclaration(
    at range: SourceRange, _ text: String, function: String?
  ) -> Diagnostic {
    .error(
      "invalid-declaration", "only names can be declared", at: range,
      help: function.map { "declare the function by its name alone: `\($0) : R -> R`" }
        ?? "write `a, b : R^n`")
  }

  static func colonEquals(at range: SourceRange) -> Diagnostic {
    .error(
      "colon-equals", "a definition is written with `=`", at: range,
      help: "replace `:=` with `=`", replacement: Replacement(range, with: "="))
  }

  static func expectedSpace(at range: SourceRange, _ text: String) -> Diagnostic {
    .error(
      "expected-space", "expected a space such as `R`, `R^n` or `R^{m x n}`", at: range,
      help: spaceMend(for: text))
  }

  private static func spaceMend(for text: String) -> String {
    if text == "r" { return "replace `r` with `R`" }
    guard text.first == "R", text.count > 1 else {
      return "write a number as `R`, a vector as `R^n`"
    }
    return text.count == 2 ? "write `R^\(text.dropFirst())`" : "write `R^{\(text.dropFirst())}`"
  }

  static func missingDimension(at range: SourceRange) -> Diagnostic {
    .error(
      "missing-dimension", "expected a dimension", at: range,
      help: "write a whole number or a name, as in `R^3` or `R^{m x n}`")
  }

  static func fractionalDimension(at range: SourceRange, _ text: String) -> Diagnostic {
    .error(
      "invalid-dimension", "`\(shortened(text))` is not a dimension", at: range,
      help: "write a whole number")
  }

  static func dimensionsRunTogether(
    at range: SourceRange, _ text: String, meant: String
  ) -> Diagnostic {
    .error(
      "dimensions-run-together", "`\(text)` reads as one dimension", at: range,
      help: "replace `\(text)` with `\(meant)`", replacement: Replacement(range, with: meant))
  }

  static func dimensionsWithoutBraces(at range: SourceRange, meant: String) -> Diagnostic {
    .error(
      "dimensions-without-braces", "more than one number or name needs braces", at: range,
      help: "write `R^{\(shortened(meant))}`")
  }

  static func unknownProperty(
    at range: SourceRange, _ word: String, nearest: String?
  ) -> Diagnostic {
    .error(
      "unknown-property", "`\(shortened(word))` is not a property", at: range,
      notes: ["properties are " + Property.allCases.map(\.rawValue).joined(separator: ", ")],
      help: nearest.map { "replace `\(word)` with `\($0)`" } ?? "remove it",
      replacement: nearest.map { Replacement(range, with: $0) })
  }

  static func functionProperty(at range: SourceRange, _ words: String) -> Diagnostic {
    .error(
      "function-property", "a declared function has no properties", at: range,
      help: "drop `\(shortened(words))`", replacement: Replacement(range, with: ""))
  }
}

/// What is said about points, dimensions, plots and settings.
extension Diagnostic {
  static func missingAssignment(
    at range: SourceRange, _ text: String, keyword: String
  ) -> Diagnostic {
    .error(
      "missing-name", "expected a name and its value", at: range,
      help: keyword == "where" ? "write `where n = 3`" : "write `at x = 0.5`")
  }

  static func assignedEntry(at range: SourceRange, _ name: String) -> Diagnostic {
    .error(
      "assigned-entry", "an entry of `\(name)` cannot be given alone", at: range,
      help: "give all of it: `at \(name) = [1; 2]`")
  }

  static func missingEquals(at range: SourceRange, name: String, keyword: String) -> Diagnostic {
    .error(
      "missing-equals", "expected `=` after `\(name)`", at: range,
      help: keyword == "plot"
        ? "write `\(name) = 0 .. 1`" : "write `\(name) = ` and a value")
  }

  static func missingInterval(at range: SourceRange, name: String, from: String) -> Diagnostic {
    .error(
      "missing-interval", "expected `..` and the upper bound of `\(name)`", at: range,
      help: "write `\(name) = \(shortened(from)) .. 1`")
  }

  static func missingKey(at range: SourceRange) -> Diagnostic {
    .error(
      "missing-key", "expected the name of a setting after `set`", at: range,
      help: "write `set title \"…\"`")
  }

  static func settingWithEquals(at range: SourceRange, key: String, value: String) -> Diagnostic {
    .error(
      "unexpected-equals", "a setting is written without `=`", at: range,
      help: "write `set \(key) \(shortened(value))`", replacement: Replacement(range, with: ""))
  }
}
