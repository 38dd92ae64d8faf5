import ChainDiagnostics

/// Reads one figure's bytes, a statement's tokens at a time.
///
/// A statement ends with its line, or where its last bracket closes. After a statement is read,
/// `isDamaged` says whether something in it was reported, so that its grammar need not be looked
/// at. Linear in the bytes read.
struct Lexer {
  /// Brackets that may be open at once.
  static let bracketLimit = 256
  static let tokenLimit = 1_000_000
  static let nameLimit = 200

  let source: SourceText
  let bytes: [UInt8]
  let end: Int
  var position: Int
  var names = NameTable()
  var diagnostics: [Diagnostic] = []

  /// Of the statement read last; the last one is an `end`.
  var tokens: [Token] = []
  var isDamaged = false
  private var openBrackets: [Int] = []
  private var startsLine = false
  /// Where the statement may have ended if a bracket turns out to stay open.
  private var restart: (position: Int, tokens: Int)?

  init(_ source: SourceText, _ range: SourceRange) {
    self.source = source
    bytes = source.bytes
    position = range.start
    end = range.end
  }

  /// Reads the statement that begins at the position.
  mutating func readStatement() {
    tokens.removeAll(keepingCapacity: true)
    openBrackets.removeAll(keepingCapacity: true)
    isDamaged = false
    startsLine = false
    restart = nil
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") {
        position += 1
        if endsStatementAtLineBreak() { break }
      } else {
        readToken(byte)
        if tokens.count >= Self.tokenLimit { refuseLongStatement() }
      }
    }
    if !openBrackets.isEmpty { reportOpenBracket() }
    let place = tokens.last?.range.after ?? SourceRange(position, position)
    tokens.append(Token(.end, place))
  }

  /// Goes to the next character that is neither blank nor comment; false if there is none.
  mutating func skipToStatement() -> Bool {
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "#"): skipLine()
      case 0, 9...13, UInt8(ascii: " "): position += 1
      default: return true
      }
    }
    return false
  }

  /// The byte at an offset from the position, 0 past the end.
  func peek(_ offset: Int = 0) -> UInt8 {
    let place = position + offset
    return place < end ? bytes[place] : 0
  }

  mutating func append(_ kind: TokenKind, from start: Int, name: NameID = NameID(0)) {
    let range = SourceRange(start, position)
    tokens.append(Token(kind, range, name: name, startsLine: startsLine))
    startsLine = false
  }

  /// Keeps the first finding of a statement: what follows it is likely its consequence.
  mutating func report(_ diagnostic: Diagnostic) {
    if !isDamaged { diagnostics.append(diagnostic) }
    isDamaged = true
  }

  /// Passes over the rest of the line, for statements that are read by hand.
  mutating func skipLine() {
    while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
  }
}

extension Lexer {
  private mutating func endsStatementAtLineBreak() -> Bool {
    guard !openBrackets.isEmpty else { return !tokens.isEmpty || isDamaged }
    startsLine = true
    let guess = lineGuess(at: position)
    if guess == .query, restart == nil { restart = (position, tokens.count) }
    let last = tokens.last?.kind
    let isCall = openBrackets.last.map { tokens[$0].kind == .openRound } ?? false
    let mayBeArgument = isCall && (last == .comma || last == .openRound)
    return guess == .statement || (guess == .assignment && !mayBeArgument)
  }

  /// Reports the innermost bracket that never closes, and goes back to the first later line
  /// that looks like a statement of its own.
  private mutating func reportOpenBracket() {
    if let restart {
      position = restart.position
      tokens.removeLast(tokens.count - restart.tokens)
      openBrackets.removeAll { $0 >= restart.tokens }
    }
    guard let innermost = openBrackets.last, let last = tokens.last else { return }
    report(
      .unclosedBracket(
        opening: tokens[innermost].range, closing: tokens[innermost].kind.closingText,
        expectedAt: last.range.after))
  }

  private mutating func open(_ kind: TokenKind) {
    let start = position
    position += 1
    append(kind, from: start)
    openBrackets.append(tokens.count - 1)
    guard openBrackets.count > Self.bracketLimit else { return }
    report(.tooDeep(at: SourceRange(start, position), limit: Self.bracketLimit))
    skipToOuterEnd()
  }

  private mutating func close(_ kind: TokenKind) {
    let start = position
    position += 1
    append(kind, from: start)
    let range = SourceRange(start, position)
    guard let opening = openBrackets.popLast() else {
      return report(.unopenedBracket(at: range, text: source[range]))
    }
    let expected = tokens[opening].kind
    guard expected.closing != kind else { return }
    report(
      .mismatchedBracket(
        at: range, text: source[range], opening: tokens[opening].range,
        expected: expected.closingText))
  }

  /// Passes over what is nested too deeply without keeping it: to where all brackets are closed,
  /// or to the next line that is surely a statement.
  private mutating func skipToOuterEnd() {
    var depth = openBrackets.count
    openBrackets.removeAll()
    while position < end, depth > 0 {
      switch bytes[position] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\n"):
        if lineGuess(at: position + 1) == .statement { return }
      default: break
      }
      position += 1
    }
    skipLine()
  }

  private mutating func refuseLongStatement() {
    guard let first = tokens.first else { return }
    report(.statementTooLong(at: first.range, limit: Self.tokenLimit))
    tokens.removeLast(tokens.count - 2)
    openBrackets.removeAll()
    skipLine()
  }
}

extension Lexer {
  private mutating func readToken(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: " "), 0, 9, 11, 12, 13: position += 1
    case UInt8(ascii: "#"): skipLine()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): readName()
    case UInt8(ascii: "("): open(.openRound)
    case UInt8(ascii: "["): open(.openSquare)
    case UInt8(ascii: "{"): open(.openCurly)
    case UInt8(ascii: ")"): close(.closeRound)
    case UInt8(ascii: "]"): close(.closeSquare)
    case UInt8(ascii: "}"): close(.closeCurly)
    case UInt8(ascii: "\""): readString()
    case UInt8(ascii: "_") where tokens.last?.kind == .normBar: readNormMark()
    case 0x80...: readUnicode()
    default: readOperator(byte)
    }
  }

  private mutating func take(_ kind: TokenKind, _ length: Int) {
    let start = position
    position += length
    append(kind, from: start)
  }

  private mutating func readOperator(_ byte: UInt8) {
    let next = peek(1)
    switch (byte, next) {
    case (UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9")): readNumber()
    case (UInt8(ascii: "."), UInt8(ascii: "*")): take(.elementwiseTimes, 2)
    case (UInt8(ascii: "."), UInt8(ascii: "/")): take(.elementwiseOver, 2)
    case (UInt8(ascii: "."), UInt8(ascii: "^")): take(.elementwisePower, 2)
    case (UInt8(ascii: "."), UInt8(ascii: ".")): take(.interval, 2)
    case (UInt8(ascii: "-"), UInt8(ascii: ">")): take(.arrow, 2)
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): take(.normBar, 2)
    case (UInt8(ascii: "="), UInt8(ascii: "=")): take(.doubleEquals, 2)
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): take(.unequal, 2)
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): take(.lessOrEqual, 2)
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): take(.greaterOrEqual, 2)
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): refuse(length: 2, meant: "^")
    default:
      guard let kind = asciiTokens[byte] else { return refuse(length: 1, meant: nil) }
      take(kind, 1)
    }
  }

  private mutating func readUnicode() {
    let (scalar, length) = scalar(at: position)
    if subscriptLetters[scalar] != nil, tokens.last?.kind == .normBar { return readNormMark() }
    switch scalar.symbol {
    case .token(let kind): take(kind, length)
    case .blank: position += length
    case .nameStart: readName()
    case .superscript: readSuperscript()
    case .lookalike(let meant): refuse(length: length, meant: meant)
    case .unknown: refuse(length: length, meant: nil)
    }
  }

  private mutating func readSuperscript() {
    let start = position
    while position < end {
      let (scalar, length) = scalar(at: position)
      guard superscriptMeanings[scalar] != nil else { break }
      position += length
    }
    append(.superscript, from: start)
  }

  private mutating func readNormMark() {
    let start = position
    position += peek() == UInt8(ascii: "_") ? 1 : 0
    skipNameCharacters()
    append(.normMark, from: start)
  }

  /// Reports a character the language has no use for.
  private mutating func refuse(length: Int, meant: String?) {
    let range = SourceRange(position, position + length)
    position += length
    report(.unexpectedCharacter(at: range, source[range], meant: meant))
  }

  private mutating func readString() {
    let start = position
    position += 1
    while position < end, bytes[position] != UInt8(ascii: "\"") {
      guard bytes[position] != UInt8(ascii: "\n") else { break }
      position += 1
    }
    guard peek() == UInt8(ascii: "\"") else {
      return report(.unclosedQuote(at: SourceRange(start, start + 1)))
    }
    position += 1
    append(.string, from: start)
  }
}

private let asciiTokens: [UInt8: TokenKind] = [
  UInt8(ascii: "+"): .plus, UInt8(ascii: "-"): .minus, UInt8(ascii: "*"): .times,
  UInt8(ascii: "/"): .over, UInt8(ascii: "^"): .power, UInt8(ascii: "'"): .prime,
  UInt8(ascii: ","): .comma, UInt8(ascii: ";"): .semicolon, UInt8(ascii: ":"): .colon,
  UInt8(ascii: "="): .equals, UInt8(ascii: "<"): .less, UInt8(ascii: ">"): .greater,
]
