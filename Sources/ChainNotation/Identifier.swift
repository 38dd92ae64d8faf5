package import MathTypesetting

/// A name of the language taken apart as its reader expects: `x1` and `x_1` are x₁, `W_out` is W
/// with a subscript, `alpha` is α, `x_hat1'` keeps its prime; an entry `x[1]` is x₁ too.
package struct Identifier: Hashable, Sendable {
  /// A letter, the name of a Greek one, or a word.
  package let stem: String
  package let subscripts: [String]
  package let primes: Int

  package init(_ name: String) {
    let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
    var rest = Substring(isPlain ? name : String(name.map { Identifier.plainDigits[$0] ?? $0 }))
    var primes = 0
    var positions: [String] = []
    if rest.last == "]", let bracket = rest.firstIndex(of: "["), bracket != rest.startIndex {
      let list = rest[rest.index(after: bracket)...].dropLast()
      positions = list.split { $0 == "," || $0 == " " }.map(String.init)
      rest = rest[..<bracket]
    }
    while let last = rest.last, last == "'" || last == "\u{2032}" {
      primes += 1
      rest.removeLast()
    }
    var parts = rest.split(separator: "_").map(String.init)
    guard var stem = parts.first else {
      (self.stem, subscripts, self.primes) = (name, [], 0)
      return
    }
    parts.removeFirst()
    let digits = stem.reversed().prefix { $0.isASCII && $0.isNumber }.count
    if digits > 0, digits < stem.count, Identifier.isLetter(stem.dropLast(digits)) {
      parts.insert(String(stem.suffix(digits)), at: 0)
      stem.removeLast(digits)
    }
    (self.stem, subscripts, self.primes) = (stem, parts + positions, primes)
  }

  /// Whether the stem is set as one letter, so that digits behind it are a subscript.
  private static func isLetter(_ stem: Substring) -> Bool {
    stem.count == 1 || greek[String(stem)] != nil
  }

  /// Whether the stem is a word, which needs space beside it.
  package var isWord: Bool { stem.count > 1 && Identifier.greek[stem] == nil }

  private static let plainDigits: [Character: Character] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
    "₉": "9",
  ]

  private static let greek: [String: Unicode.Scalar] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π", "rho": "ρ",
    "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]

  /// The name as a formula, its letter from the given alphabet.
  package func formula(_ alphabet: Alphabet = .italic) -> Formula {
    var base = Identifier.formula(ofPart: stem, alphabet)
    if !subscripts.isEmpty {
      let parts = subscripts.map { Identifier.formula(ofPart: $0, .italic) }
      base = .subscripted(base, .line(parts, separator: [.punctuation(",")]))
    }
    guard primes > 0 else { return base }
    return .superscript(base, .primes(primes))
  }

  private static func formula(ofPart part: String, _ alphabet: Alphabet) -> Formula {
    if part.allSatisfy({ $0.isASCII && $0.isNumber }) { return .number(part) }
    if let letter = greek[part] { return .symbol(letter, .ordinary, alphabet) }
    guard part.count == 1, let letter = part.unicodeScalars.first else { return .text(part) }
    let base = Formula.symbol(letter, .ordinary, alphabet)
    return part.unicodeScalars.dropFirst().reduce(base) { .accent($1, base: $0) }
  }
}
