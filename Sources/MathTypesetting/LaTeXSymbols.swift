/// What LaTeX calls characters, functions and delimiters.
enum LaTeXSymbols {
  static func source(
    _ scalar: Unicode.Scalar, _ atomClass: AtomClass, _ alphabet: Alphabet
  ) -> String {
    let plain = commands[scalar] ?? circled(scalar) ?? String(Character(scalar))
    let isGreek = greek[scalar] != nil
    switch alphabet {
    case .italic: return greek[scalar] ?? plain
    case .upright:
      guard scalar.properties.isAlphabetic else {
        // LaTeX itself takes a cross for an operator and spreads 2×3.
        return atomClass == .ordinary && scalar == "×" ? "{" + plain + "}" : plain
      }
      return isGreek ? greek[scalar] ?? plain : "\\mathrm{" + plain + "}"
    case .bold, .boldItalic:
      if let letter = greek[scalar] { return "\\boldsymbol{" + letter + "}" }
      return (alphabet == .bold ? "\\mathbf{" : "\\boldsymbol{") + plain + "}"
    case .doubleStruck: return "\\mathbb{" + plain + "}"
    case .calligraphic: return "\\mathcal{" + plain + "}"
    case .sansSerif: return "\\mathsf{" + plain + "}"
    }
  }

  /// What a character is called in formulas; nil for one without a name.
  static func mathematics(_ scalar: Unicode.Scalar) -> String? {
    if let name = greek[scalar] ?? commands[scalar] ?? circled(scalar) { return name }
    guard let (plain, isRaised) = unshifted(Character(scalar)) else { return nil }
    let sign = plain.unicodeScalars.first.flatMap(mathematics) ?? String(plain)
    return "{}\(isRaised ? "^" : "_"){\(sign)}"
  }

  /// ① as a small digit in a circle.
  private static func circled(_ scalar: Unicode.Scalar) -> String? {
    guard ("\u{2460}"..."\u{2473}").contains(scalar) else { return nil }
    return "\\text{\\textcircled{\\scriptsize \(scalar.value - 0x245F)}}"
  }

  static func function(_ name: String) -> String {
    functions.contains(name) ? "\\" + name : "\\operatorname{" + escaped(name) + "}"
  }

  static func escaped(_ words: String) -> String {
    words.reduce(into: "") { text, character in
      switch character {
      case "\\": text += "\\textbackslash{}"
      case "^": text += "\\textasciicircum{}"
      case "~": text += "\\textasciitilde{}"
      case "<": text += "\\textless{}"
      case ">": text += "\\textgreater{}"
      case "|": text += "\\textbar{}"
      case "#", "$", "%", "&", "_", "{", "}": text += "\\" + String(character)
      default: text.append(character)
      }
    }
  }

  static func delimiter(_ scalar: Unicode.Scalar?) -> String {
    guard let scalar else { return "." }
    return delimiters[scalar] ?? String(Character(scalar))
  }

  static func matrix(
    _ rows: [[String]], _ left: Unicode.Scalar?, _ right: Unicode.Scalar?,
    _ alignment: ColumnAlignment
  ) -> String {
    let body = rows.map { $0.joined(separator: " & ") }.joined(separator: " \\\\ ")
    func environment(_ name: String) -> String {
      "\\begin{\(name)} \(body) \\end{\(name)}"
    }
    switch (left, right) {
    case ("[", "]"): return environment("bmatrix")
    case ("(", ")"): return environment("pmatrix")
    case ("|", "|"): return environment("vmatrix")
    case ("{", nil) where alignment == .leading: return environment("cases")
    case (nil, nil): return environment("matrix")
    case (_, _):
      return "\\left" + delimiter(left) + environment("matrix") + "\\right" + delimiter(right)
    }
  }

  static func accent(_ mark: Unicode.Scalar, stretches: Bool) -> String {
    if stretches, let wide = wideAccents[mark] { return wide }
    return accents[mark] ?? "\\hat"
  }

  static func space(_ mu: Double) -> String {
    switch mu {
    case 3: "\\,"
    case 4: "\\:"
    case 5: "\\;"
    case 6: "\\ "
    case 18: "\\quad"
    case 36: "\\qquad"
    case -3: "\\!"
    default: "\\mkern\(Int(mu.rounded()))mu "
    }
  }

  static func style(_ style: MathStyle) -> String {
    switch style {
    case .display: "\\displaystyle"
    case .text: "\\textstyle"
    case .script: "\\scriptstyle"
    case .scriptScript: "\\scriptscriptstyle"
    }
  }

  static func classCommand(_ atomClass: AtomClass) -> String {
    switch atomClass {
    case .ordinary: "\\mathord"
    case .largeOperator: "\\mathop"
    case .binary: "\\mathbin"
    case .relation: "\\mathrel"
    case .open: "\\mathopen"
    case .close: "\\mathclose"
    case .punctuation: "\\mathpunct"
    case .inner: "\\mathinner"
    }
  }

  private static let functions: Set<String> = [
    "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "exp", "log", "max",
    "min", "det",
  ]

  private static let greek: [Unicode.Scalar: String] = [
    "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta", "ϵ": "\\epsilon",
    "ε": "\\varepsilon", "ζ": "\\zeta", "η": "\\eta", "θ": "\\theta", "ϑ": "\\vartheta",
    "ι": "\\iota", "κ": "\\kappa", "λ": "\\lambda", "μ": "\\mu", "ν": "\\nu", "ξ": "\\xi",
    "ο": "o", "π": "\\pi", "ϖ": "\\varpi", "ρ": "\\rho", "ϱ": "\\varrho", "σ": "\\sigma",
    "ς": "\\varsigma", "τ": "\\tau", "υ": "\\upsilon", "ϕ": "\\phi", "φ": "\\varphi",
    "χ": "\\chi", "ψ": "\\psi", "ω": "\\omega", "Γ": "\\Gamma", "Δ": "\\Delta",
    "Θ": "\\Theta", "Λ": "\\Lambda", "Ξ": "\\Xi", "Π": "\\Pi", "Σ": "\\Sigma",
    "Υ": "\\Upsilon", "Φ": "\\Phi", "Ψ": "\\Psi", "Ω": "\\Omega", "∂": "\\partial",
  ]

  private static let commands: [Unicode.Scalar: String] = [
    "\u{2212}": "-", "⋅": "\\cdot", "·": "\\cdot", "×": "\\times", "∘": "\\circ",
    "⊙": "\\odot", "⊘": "\\oslash", "⊗": "\\otimes", "≤": "\\le", "≥": "\\ge", "≠": "\\ne",
    "≈": "\\approx", "∈": "\\in", "→": "\\to", "∞": "\\infty", "∇": "\\nabla",
    "\u{22A4}": "\\top", "…": "\\dots", "⋯": "\\cdots", "‖": "\\|", "∑": "\\sum", "∏": "\\prod",
    "∫": "\\int", "∗": "*", "\u{2236}": ":", "{": "\\{", "}": "\\}", "%": "\\%", "#": "\\#",
    "&": "\\&", "$": "\\$", "_": "\\_", "\\": "\\backslash",
  ]

  private static let delimiters: [Unicode.Scalar: String] = [
    "{": "\\{", "}": "\\}", "‖": "\\|", "⟨": "\\langle ", "⟩": "\\rangle ", "⌊": "\\lfloor ",
    "⌋": "\\rfloor ", "⌈": "\\lceil ", "⌉": "\\rceil ",
  ]

  private static let accents: [Unicode.Scalar: String] = [
    "\u{302}": "\\hat", "\u{303}": "\\tilde", "\u{304}": "\\bar", "\u{305}": "\\bar",
    "\u{307}": "\\dot", "\u{308}": "\\ddot", "\u{20D7}": "\\vec", "\u{30C}": "\\check",
    "\u{306}": "\\breve", "\u{30A}": "\\mathring", "\u{301}": "\\acute", "\u{300}": "\\grave",
  ]

  private static let wideAccents: [Unicode.Scalar: String] = [
    "\u{302}": "\\widehat", "\u{303}": "\\widetilde",
  ]
}
