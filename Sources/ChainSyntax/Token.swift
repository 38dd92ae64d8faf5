import ChainDiagnostics

enum TokenKind: UInt8 {
  case number, name, string
  /// A run of superscripts: `²`, `⁻¹`, `ⁿ`.
  case superscript
  /// `ᵀ`, `⊤`
  case transposeMark
  /// `_2`, `₂`, `_F` just after a norm bar.
  case normMark
  case plus, minus, times, over, elementwiseTimes, elementwiseOver, power, elementwisePower
  case kronecker, prime
  case openRound, closeRound, openSquare, closeSquare, openCurly, closeCurly
  case comma, semicolon, colon, equals, interval
  case less, lessOrEqual, greater, greaterOrEqual, doubleEquals, unequal
  case arrow, element, cross, partial, nabla, root, normBar
  /// After the last token of a statement.
  case end
}

/// A token with where it stands; 16 bytes, since a statement may have a million.
struct Token {
  let kind: TokenKind
  /// Whether a line break within a bracket stands before it.
  let startsLine: Bool
  let range: SourceRange
  /// Of a name; without meaning for other kinds.
  let name: NameID

  init(_ kind: TokenKind, _ range: SourceRange, name: NameID = NameID(0), startsLine: Bool = false)
  {
    self.kind = kind
    self.range = range
    self.name = name
    self.startsLine = startsLine
  }
}

extension TokenKind {
  var opensBracket: Bool { self == .openRound || self == .openSquare || self == .openCurly }

  /// The bracket that closes this opening one; itself for any other token.
  var closing: TokenKind {
    switch self {
    case .openRound: .closeRound
    case .openSquare: .closeSquare
    case .openCurly: .closeCurly
    default: self
    }
  }

  /// Whether an operand can begin with it.
  var beginsOperand: Bool {
    switch self {
    case .number, .name, .string, .openRound, .openSquare, .openCurly, .root, .normBar, .partial,
      .nabla:
      true
    default: false
    }
  }

  /// What closes this opening bracket, as written.
  var closingText: String {
    self == .openRound ? ")" : self == .openSquare ? "]" : "}"
  }

  var isOperator: Bool {
    switch self {
    case .plus, .minus, .times, .over, .elementwiseTimes, .elementwiseOver, .power,
      .elementwisePower, .kronecker:
      true
    default: false
    }
  }

  var comparison: Comparison? {
    switch self {
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .doubleEquals: .equal
    case .unequal: .unequal
    default: nil
    }
  }
}
