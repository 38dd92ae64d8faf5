import ChainDiagnostics

/// What a line seems to be by its first words, when an earlier bracket is still open.
enum LineGuess {
  /// Nothing that could not stand inside a bracket.
  case continuation
  /// `name =`, which may also be a named argument.
  case assignment
  /// Could be a query, or a quotient inside the bracket.
  case query
  /// Could not stand inside a bracket.
  case statement
}

extension Lexer {
  /// Looks at the line that begins at an offset; O(length of the line).
  func lineGuess(at lineStart: Int) -> LineGuess {
    var place = skipBlanks(from: lineStart)
    let wordStart = place
    while place < end, isWordByte(bytes[place]) { place += 1 }
    guard place > wordStart else { return .continuation }
    let word = source[SourceRange(wordStart, min(place, wordStart + 8))]
    let next = skipBlanks(from: place)
    if isAssignmentSign(at: next) { return .assignment }
    if next > place, next < end, isWordByte(bytes[next]),
      Keyword(rawValue: word) != nil || word == "grad" || word == "hessian"
    {
      return .statement
    }
    if declares(at: next) || definesFunction(at: next) { return .statement }
    return word.hasPrefix("d") || word.hasPrefix("∂") ? queryGuess(from: place) : .continuation
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F
  }

  private func skipBlanks(from place: Int) -> Int {
    var place = place
    while place < end, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    return place
  }

  private func isAssignmentSign(at place: Int) -> Bool {
    guard place < end, bytes[place] == UInt8(ascii: "=") else { return false }
    return place + 1 >= end || bytes[place + 1] != UInt8(ascii: "=")
  }

  /// Whether `: R` or `: ℝ` stands here.
  private func declares(at place: Int) -> Bool {
    guard place < end, bytes[place] == UInt8(ascii: ":") else { return false }
    let space = skipBlanks(from: place + 1)
    guard space < end else { return false }
    let length = bytes[space] == UInt8(ascii: "R") ? 1 : scalar(at: space).scalar == "ℝ" ? 3 : 0
    return length > 0 && (space + length >= end || !isWordByte(bytes[space + length]))
  }

  /// Whether `(…) =` stands here, on one line.
  private func definesFunction(at place: Int) -> Bool {
    guard place < end, bytes[place] == UInt8(ascii: "(") else { return false }
    var place = place + 1
    while place < end, bytes[place] != UInt8(ascii: ")"), bytes[place] != UInt8(ascii: "\n") {
      place += 1
    }
    guard place < end, bytes[place] == UInt8(ascii: ")") else { return false }
    return isAssignmentSign(at: skipBlanks(from: place + 1))
  }

  /// Whether `/ d` or `/ ∂` follows on the same line.
  private func queryGuess(from start: Int) -> LineGuess {
    var place = start
    while place < end, bytes[place] != UInt8(ascii: "\n") {
      if bytes[place] == UInt8(ascii: "/") {
        let next = skipBlanks(from: place + 1)
        guard next < end else { break }
        if bytes[next] == UInt8(ascii: "d") || scalar(at: next).scalar == "∂" { return .query }
      }
      place += 1
    }
    return .continuation
  }
}

/// The words that a statement may begin with, names aside.
package let statementWords = Keyword.allCases.map(\.rawValue) + ["grad", "hessian"]

/// First words by which a statement is known.
enum Keyword: String, CaseIterable {
  case at
  case `where`
  case set
  case plot
}
