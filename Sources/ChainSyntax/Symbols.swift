/// What a character beyond ASCII means in the grammar.
enum Symbol {
  case token(TokenKind)
  case blank
  case nameStart
  case superscript
  /// Stands for something in ASCII that it must be replaced with.
  case lookalike(String)
  case unknown
}

extension Unicode.Scalar {
  var symbol: Symbol {
    // Bytes that are no text have been reported.
    if self == "\u{FFFD}" { return .blank }
    if let kind = symbolTokens[self] { return .token(kind) }
    if superscriptMeanings[self] != nil { return .superscript }
    if properties.isWhitespace || self == "\u{FEFF}" { return .blank }
    if let meant = lookalikes[self] { return .lookalike(meant) }
    return isNameStart ? .nameStart : .unknown
  }

  private var isNameStart: Bool { properties.isAlphabetic && subscriptLetters[self] == nil }

  /// Whether a name goes on with it: a letter, a digit, a subscript or a combining mark.
  var continuesName: Bool {
    if subscriptLetters[self] != nil { return true }
    guard superscriptMeanings[self] == nil, symbolTokens[self] == nil else { return false }
    if properties.isAlphabetic { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return false
    }
  }
}

private let symbolTokens: [Unicode.Scalar: TokenKind] = [
  "−": .minus, "·": .times, "⋅": .times, "∙": .times, "∗": .times, "⊙": .elementwiseTimes,
  "⊗": .kronecker, "≤": .lessOrEqual, "≥": .greaterOrEqual, "≠": .unequal, "→": .arrow,
  "∈": .element, "×": .cross, "∂": .partial, "∇": .nabla, "√": .root, "‖": .normBar,
  "∥": .normBar, "ᵀ": .transposeMark, "⊤": .transposeMark, "′": .prime, "’": .prime,
]

/// Superscripts with what they stand for.
let superscriptMeanings: [Unicode.Scalar: Character] = [
  "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
  "⁹": "9", "⁻": "-", "ⁿ": "n", "ᵐ": "m", "ᵏ": "k", "ᵖ": "p", "ⁱ": "i", "ʲ": "j", "ˣ": "x",
]

/// Characters that editors and web pages put in place of ASCII.
private let lookalikes: [Unicode.Scalar: String] = [
  "“": "\"", "”": "\"", "„": "\"", "‘": "'", "–": "-", "—": "-", "÷": "/", "∕": "/", "⁄": "/",
  "（": "(", "）": ")", "［": "[", "］": "]", "，": ",", "；": ";", "：": ":", "＝": "=",
  "＋": "+", "－": "-", "＊": "*", "…": "..", "⟶": "->", "∘": ".*",
]
