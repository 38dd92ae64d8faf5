import ChainDiagnostics

/// What is said about characters, numbers, names and brackets.
extension Diagnostic {
  static func tooLarge() -> Diagnostic {
    .error(
      "source-too-large", "the source is larger than \(SourceText.sizeLimit >> 20) MB", at: nil,
      help: "split it into several files")
  }

  static func emptySource(at start: Int) -> Diagnostic {
    .error(
      "empty-source", "the source holds no statement", at: SourceRange(start, start),
      help: "begin with a definition such as `f = x^2`")
  }

  static func nulByte(at range: SourceRange) -> Diagnostic {
    .error(
      "nul-byte", "the source holds a NUL byte, which is no text", at: range,
      help: "save the file as UTF-8 text")
  }

  static func invalidUTF8(at range: SourceRange, byte: UInt8) -> Diagnostic {
    .error(
      "invalid-utf8", "the source is not valid UTF-8 from here on", at: range,
      label: "byte 0x\(String(byte, radix: 16, uppercase: true))",
      help: "save the file as UTF-8 text")
  }

  static func unexpectedCharacter(
    at range: SourceRange, _ text: String, meant: String?
  ) -> Diagnostic {
    let shown = printable(text)
    if let meant {
      return .error(
        "unexpected-character", "`\(shown)` has no meaning here", at: range,
        help: "replace it with `\(meant)`", replacement: Replacement(range, with: meant))
    }
    return .error(
      "unexpected-character", "`\(shown)` has no meaning here", at: range,
      help: text.first.flatMap { characterMends[$0] } ?? "remove it")
  }

  static func unclosedQuote(at range: SourceRange) -> Diagnostic {
    .error(
      "unclosed-quote", "a quote opens here and does not close on its line", at: range,
      help: "end the text with `\"`")
  }

  static func textAfterQuote(at range: SourceRange) -> Diagnostic {
    .error(
      "text-after-quote", "text follows the closing quote", at: range,
      help: "write a quote within the text as `\\\"`")
  }

  static func numberTooLong(at range: SourceRange, limit: Int) -> Diagnostic {
    .error(
      "number-too-long", "a number of \(range.count) characters is too long", at: range,
      help: "write at most \(limit) digits")
  }

  static func exponentOutOfRange(at range: SourceRange, limit: Int) -> Diagnostic {
    .error(
      "exponent-out-of-range", "the exponent of this number is out of range", at: range,
      help: "keep it between -\(limit) and \(limit)")
  }

  static func nameTooLong(at range: SourceRange, limit: Int) -> Diagnostic {
    .error(
      "name-too-long", "a name of \(range.count) bytes is too long", at: range,
      help: "use at most \(limit) bytes")
  }

  static func statementTooLong(at range: SourceRange, limit: Int) -> Diagnostic {
    .error(
      "statement-too-long", "this statement has more than \(limit) signs and names", at: range,
      help: "name its parts in definitions of their own")
  }

  static func tooDeep(at range: SourceRange, limit: Int) -> Diagnostic {
    .error(
      "too-deep", "this is nested deeper than \(limit) levels", at: range,
      help: "name an inner part in a definition of its own")
  }
}

extension Diagnostic {
  static func unclosedBracket(
    opening: SourceRange, closing: String, expectedAt place: SourceRange
  ) -> Diagnostic {
    .error(
      "unclosed-bracket", "a bracket is never closed", at: place, label: "expected `\(closing)`",
      secondary: [Label(opening, "opened here")], help: "add `\(closing)`",
      replacement: Replacement(place, with: closing))
  }

  static func unopenedBracket(at range: SourceRange, text: String) -> Diagnostic {
    .error(
      "unopened-bracket", "`\(text)` closes a bracket that was never opened", at: range,
      help: "remove it, or open the bracket before", replacement: Replacement(range, with: ""))
  }

  static func mismatchedBracket(
    at range: SourceRange, text: String, opening: SourceRange, expected: String
  ) -> Diagnostic {
    .error(
      "mismatched-bracket", "`\(text)` does not close the bracket that is open", at: range,
      label: "expected `\(expected)`", secondary: [Label(opening, "opened here")],
      help: "replace `\(text)` with `\(expected)`",
      replacement: Replacement(range, with: expected))
  }

  static func unclosedNorm(at range: SourceRange) -> Diagnostic {
    .error(
      "unclosed-bracket", "a norm bar is never closed", at: range,
      help: "close it with `‖`, or write `norm2(…)`")
  }

  static func unknownNorm(at range: SourceRange, _ mark: String) -> Diagnostic {
    .error(
      "unknown-norm", "there is no norm `\(mark)`", at: range,
      help: "use `_1`, `_2`, `_F` or `_inf`")
  }

  static func malformedSuperscript(at range: SourceRange, _ text: String) -> Diagnostic {
    .error(
      "malformed-superscript", "`\(shortened(text))` is not an exponent", at: range,
      help: "write the exponent as `^{…}`")
  }
}

/// Control characters by their code, others as they are.
private func printable(_ text: String) -> String {
  guard let scalar = text.unicodeScalars.first, scalar.value < 0x20 || scalar.value == 0x7F else {
    return text
  }
  return "U+00" + (scalar.value < 0x10 ? "0" : "")
    + String(scalar.value, radix: 16, uppercase: true)
}

/// What to write instead of characters that other languages have.
private let characterMends: [Character: String] = [
  "\\": "write Greek letters as words, without a backslash: `alpha`",
  "$": "write formulas without dollar signs",
  "@": "write a matrix product with `*`",
  "%": "begin a comment with `#`",
  "|": "write `abs(x)`, or `norm2(x)` for a vector",
  "!": "write a factorial as a product",
  "&": "remove it: rows of a matrix are written `[a, b; c, d]`",
  "_": "begin a name with a letter",
  ".": "write `.*`, `./` or `.^` for elementwise operators",
  "∑": "write `sum(…)`",
  "∏": "write `prod(…)`",
  "∞": "use a large number",
  "∫": "an integral cannot be written",
  "`": "write a transpose with `'`",
]
