/// A word of TeX source and where it begins.
struct TeXToken: Equatable {
  enum Kind: Equatable {
    case command(String)
    case character(Unicode.Scalar)
    case openBrace, closeBrace, superscript, `subscript`, prime, align, newline, blank
  }

  let kind: Kind
  /// Characters before it.
  let column: Int
}

/// Splits TeX source into words; every input has a splitting.
func texTokens(_ source: String) -> [TeXToken] {
  let characters = Array(source)
  var tokens: [TeXToken] = []
  var index = 0
  while index < characters.count {
    let column = index
    let character = characters[index]
    index += 1
    if character == "\\" {
      let name = commandName(characters, &index)
      tokens.append(TeXToken(kind: name == "\\" ? .newline : .command(name), column: column))
    } else if let kind = TeXToken.Kind(special: character) {
      tokens.append(TeXToken(kind: kind, column: column))
    } else {
      // An accented letter may be several characters of Unicode.
      for scalar in character.unicodeScalars {
        tokens.append(TeXToken(kind: .character(scalar), column: column))
      }
    }
  }
  return tokens
}

private let specialCharacters: [Character: TeXToken.Kind] = [
  "{": .openBrace, "}": .closeBrace, "^": .superscript, "_": .subscript, "'": .prime,
  "\u{2019}": .prime, "&": .align,
]

/// Letters, or one other character; empty at the end of the source.
private func commandName(_ characters: [Character], _ index: inout Int) -> String {
  guard index < characters.count else { return "" }
  let start = index
  while index < characters.count, characters[index].isASCII, characters[index].isLetter {
    index += 1
  }
  if index == start { index += 1 }
  return String(characters[start..<index])
}

extension TeXToken.Kind {
  fileprivate init?(special character: Character) {
    guard let kind = character.isWhitespace ? .blank : specialCharacters[character] else {
      return nil
    }
    self = kind
  }

  /// How the word is spelt in the source.
  var spelling: String {
    switch self {
    case .command(let name): "\\" + name
    case .character(let scalar): String(Character(scalar))
    case .openBrace: "{"
    case .closeBrace: "}"
    case .superscript: "^"
    case .subscript: "_"
    case .prime: "'"
    case .align: "&"
    case .newline: "\\\\"
    case .blank: " "
    }
  }
}
