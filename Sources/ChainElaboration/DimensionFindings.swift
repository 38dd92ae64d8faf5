import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// The words of elaboration about sizes, points and einsum.
extension Diagnostic {
  static func notADimension(_ range: SourceRange) -> Diagnostic {
    .error(
      "unknown-dimension", "this is not a dimension", at: range,
      help: "a dimension is a whole number, a name, or a sum or product of these")
  }

  static func unknownDimension(
    _ name: String, _ range: SourceRange, suggestion: String?
  ) -> Diagnostic {
    .error(
      "unknown-dimension", "`\(name)` is not a dimension", at: range,
      help: suggestion.map { "replace `\(name)` with `\($0)`" }
        ?? "declare something of this length: `x : R^\(name)`")
  }

  static func wrongSize(_ range: SourceRange, length: Int?) -> Diagnostic {
    if let length, length < 1 {
      return .error("wrong-size", "a dimension is at least 1, this is \(length)", at: range)
    }
    return .error(
      "wrong-size", "this dimension is too large", at: range,
      notes: ["a dimension is less than \(DimensionTable.lengthLimit)"])
  }

  static func tooManyEntries(_ shape: Shape, _ range: SourceRange, limit: Int) -> Diagnostic {
    .error(
      "wrong-size", "\(shape) has too many entries to be worked out at a point", at: range,
      notes: ["at most \(limit) are"], help: "give smaller dimensions with `where`")
  }

  static func unequalDimensions(
    _ left: Dimension, _ right: Dimension, _ range: SourceRange
  ) -> Diagnostic {
    .error(
      "wrong-size", "`\(left)` and `\(right)` cannot be equal", at: range,
      notes: ["another statement has given one of them a different length"])
  }

  static func pointNotConstant(_ name: String, _ range: SourceRange) -> Diagnostic {
    .error(
      "point-not-constant", "only numbers can stand here, `\(name)` is a variable", at: range,
      help: "write the number that `\(name)` has there")
  }

  static func pointShape(
    _ name: String, declared: Space, found: Space, _ range: SourceRange
  ) -> Diagnostic {
    .error("point-shape", "`\(name)` is \(declared), this value is \(found)", at: range)
  }

  static func pointConflict(
    _ name: String, _ space: Space, _ dimension: Dimension, length: Int, known: Int?,
    _ range: SourceRange
  ) -> Diagnostic {
    .error(
      "point-shape", "`\(name)` is \(space) and would need \(dimension) = \(length)", at: range,
      notes: known.map { ["\(dimension) is \($0) by `where` or another value"] } ?? [])
  }

  static func valueGivenTwice(
    _ name: String, _ range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    .error(
      "redefinition", "`\(name)` is given two values", at: range,
      secondary: [.init(first, "the first is here")])
  }

  static func pointOfDefinition(
    _ name: String, _ range: SourceRange, definition: SourceRange
  ) -> Diagnostic {
    .error(
      "point-not-an-input", "`\(name)` is defined, so its value follows", at: range,
      secondary: [.init(definition, "defined here")],
      help: "give values to the inputs; `\(name)` takes one only where a query holds it fixed")
  }

  static func pointOfFunction(_ name: String, _ range: SourceRange) -> Diagnostic {
    .error(
      "point-not-an-input", "`\(name)` is a function and has no value at a point", at: range)
  }

  static func pointOfDimension(_ name: String, _ range: SourceRange) -> Diagnostic {
    .error(
      "point-not-an-input", "`\(name)` is a dimension", at: range,
      help: "write `where \(name) = …`")
  }

  static func unusedPoint(_ name: String, _ range: SourceRange) -> Diagnostic {
    .warning("unused-value", "`\(name)` is given a value but nothing uses it", at: range)
  }

  static func einsumWithoutText(_ range: SourceRange) -> Diagnostic {
    .error(
      "einsum-mismatch", "`einsum` begins with its axes in quotes", at: range,
      help: "write `einsum(\"ij,jk->ik\", A, B)`")
  }

  static func einsumUnreadable(_ text: String, _ range: SourceRange) -> Diagnostic {
    .error(
      "einsum-mismatch", "the axes are letters, with `,` between operands and one `->`",
      at: range, help: "write `einsum(\"ij,jk->ik\", A, B)`")
  }

  static func einsumCount(_ expected: Int, found: Int, _ range: SourceRange) -> Diagnostic {
    .error(
      "einsum-mismatch",
      "the axes are those of \(counted(expected, "operand")), but \(found) \(found == 1 ? "is" : "are") given",
      at: range)
  }

  static func einsumOrder(_ letters: String, _ space: Space, _ range: SourceRange) -> Diagnostic {
    .error(
      "einsum-mismatch",
      "`\(letters)` names \(counted(letters.count, "axis").replacing("axiss", with: "axes")), "
        + "this is \(space)", at: range)
  }

  static func einsumMismatch(
    _ letter: Character, _ first: (range: SourceRange, dimension: Dimension),
    _ second: (range: SourceRange, dimension: Dimension)
  ) -> Diagnostic {
    let isSymbolic = first.dimension.known == nil || second.dimension.known == nil
    return .error(
      "einsum-mismatch",
      "`\(letter)` is both \(first.dimension) and \(second.dimension) long", at: second.range,
      secondary: [.init(first.range, "here it is \(first.dimension)")],
      help: isSymbolic
        ? "write `where \(first.dimension) = \(second.dimension)` if they are the same" : nil)
  }

  static func einsumOutput(_ letter: Character, _ range: SourceRange) -> Diagnostic {
    .error(
      "einsum-mismatch", "`\(letter)` stands right of `->` but not left of it", at: range)
  }
}
