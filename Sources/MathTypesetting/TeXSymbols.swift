/// A command that stands for one character.
struct TeXSymbol {
  let scalar: Unicode.Scalar
  let atomClass: AtomClass
  let alphabet: Alphabet

  init(_ scalar: Unicode.Scalar, _ atomClass: AtomClass, _ alphabet: Alphabet = .upright) {
    self.scalar = scalar
    self.atomClass = atomClass
    self.alphabet = alphabet
  }

  var formula: Formula { .symbol(scalar, atomClass, alphabet) }
}

/// The names TeX and unicode-math give to characters.
enum TeXSymbols {
  static func symbol(named name: String) -> TeXSymbol? { commands[name] }

  /// How a character that was typed as itself is set.
  static func symbol(for scalar: Unicode.Scalar) -> TeXSymbol {
    if let known = typed[scalar] { return known }
    return TeXSymbol(scalar, .ordinary, scalar.properties.isAlphabetic ? .italic : .upright)
  }

  static func delimiter(named name: String) -> Unicode.Scalar? { delimiters[name] }

  static func accent(named name: String) -> (mark: Unicode.Scalar, stretches: Bool)? {
    accents[name]
  }

  static func bigOperator(named name: String) -> Unicode.Scalar? { bigOperators[name] }

  static func isFunction(_ name: String) -> Bool { functions.contains(name) }

  private static let commands: [String: TeXSymbol] = {
    var table: [String: TeXSymbol] = [:]
    for row in greekRows { table[row.0] = TeXSymbol(row.1, .ordinary, .italic) }
    for row in ordinaryRows { table[row.0] = TeXSymbol(row.1, .ordinary) }
    for row in binaryRows { table[row.0] = TeXSymbol(row.1, .binary) }
    for row in relationRows { table[row.0] = TeXSymbol(row.1, .relation) }
    for row in fenceRows { table[row.0] = TeXSymbol(row.1, row.2) }
    table["partial"] = TeXSymbol("∂", .ordinary, .italic)
    table["imath"] = TeXSymbol("ı", .ordinary, .italic)
    table["jmath"] = TeXSymbol("ȷ", .ordinary, .italic)
    return table
  }()

  private static let typed: [Unicode.Scalar: TeXSymbol] = {
    var table: [Unicode.Scalar: TeXSymbol] = [:]
    for row in binaryRows { table[row.1] = TeXSymbol(row.1, .binary) }
    for row in relationRows { table[row.1] = TeXSymbol(row.1, .relation) }
    for row in fenceRows { table[row.1] = TeXSymbol(row.1, row.2) }
    for operation in bigOperators {
      table[operation.value] = TeXSymbol(operation.value, .largeOperator)
    }
    for row in typedRows { table[row.0] = row.1 }
    return table
  }()

  /// Characters of the keyboard; several mean another sign in mathematics.
  private static let typedRows: [(Unicode.Scalar, TeXSymbol)] = [
    ("+", TeXSymbol("+", .binary)), ("-", TeXSymbol("−", .binary)),
    ("*", TeXSymbol("∗", .binary)), ("=", TeXSymbol("=", .relation)),
    ("<", TeXSymbol("<", .relation)), (">", TeXSymbol(">", .relation)),
    (":", TeXSymbol("\u{2236}", .relation)), ("(", TeXSymbol("(", .open)),
    ("[", TeXSymbol("[", .open)), (")", TeXSymbol(")", .close)), ("]", TeXSymbol("]", .close)),
    ("!", TeXSymbol("!", .close)), ("?", TeXSymbol("?", .close)),
    (",", TeXSymbol(",", .punctuation)), (";", TeXSymbol(";", .punctuation)),
    ("|", TeXSymbol("|", .ordinary)), ("/", TeXSymbol("/", .ordinary)),
    ("∂", TeXSymbol("∂", .ordinary, .italic)), ("…", TeXSymbol("…", .inner)),
    ("⋯", TeXSymbol("⋯", .inner)),
  ]

  private static let greekRows: [(String, Unicode.Scalar)] = [
    ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ϵ"),
    ("varepsilon", "ε"), ("zeta", "ζ"), ("eta", "η"), ("theta", "θ"), ("vartheta", "ϑ"),
    ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"), ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"),
    ("omicron", "ο"), ("pi", "π"), ("varpi", "ϖ"), ("rho", "ρ"), ("varrho", "ϱ"),
    ("sigma", "σ"), ("varsigma", "ς"), ("tau", "τ"), ("upsilon", "υ"), ("phi", "ϕ"),
    ("varphi", "φ"), ("chi", "χ"), ("psi", "ψ"), ("omega", "ω"), ("Gamma", "Γ"),
    ("Delta", "Δ"), ("Theta", "Θ"), ("Lambda", "Λ"), ("Xi", "Ξ"), ("Pi", "Π"),
    ("Sigma", "Σ"), ("Upsilon", "Υ"), ("Phi", "Φ"), ("Psi", "Ψ"), ("Omega", "Ω"),
  ]

  private static let ordinaryRows: [(String, Unicode.Scalar)] = [
    ("infty", "∞"), ("nabla", "∇"), ("ell", "ℓ"), ("hbar", "ℏ"), ("emptyset", "∅"),
    ("varnothing", "∅"), ("forall", "∀"), ("exists", "∃"), ("nexists", "∄"), ("neg", "¬"),
    ("lnot", "¬"), ("top", "\u{22A4}"), ("bot", "⊥"), ("angle", "∠"), ("prime", "\u{2032}"),
    ("Re", "ℜ"), ("Im", "ℑ"), ("aleph", "ℵ"), ("wp", "℘"), ("degree", "°"), ("dagger", "†"),
    ("backslash", "\\"), ("%", "%"), ("#", "#"), ("&", "&"), ("$", "$"), ("_", "_"),
    ("vert", "|"), ("Vert", "‖"), ("|", "‖"), ("square", "□"), ("checkmark", "✓"),
  ]

  private static let binaryRows: [(String, Unicode.Scalar)] = [
    ("cdot", "⋅"), ("times", "×"), ("div", "÷"), ("pm", "±"), ("mp", "∓"), ("ast", "∗"),
    ("star", "⋆"), ("circ", "∘"), ("bullet", "∙"), ("oplus", "⊕"), ("ominus", "⊖"),
    ("otimes", "⊗"), ("oslash", "⊘"), ("odot", "⊙"), ("cap", "∩"), ("cup", "∪"), ("wedge", "∧"),
    ("land", "∧"), ("vee", "∨"), ("lor", "∨"), ("setminus", "∖"), ("sqcup", "⊔"), ("sqcap", "⊓"),
    ("diamond", "⋄"), ("middot", "·"),
  ]

  private static let relationRows: [(String, Unicode.Scalar)] = [
    ("le", "≤"), ("leq", "≤"), ("ge", "≥"), ("geq", "≥"), ("ne", "≠"), ("neq", "≠"),
    ("ll", "≪"), ("gg", "≫"), ("approx", "≈"), ("equiv", "≡"), ("sim", "∼"), ("simeq", "≃"),
    ("cong", "≅"), ("propto", "∝"), ("in", "∈"), ("notin", "∉"), ("ni", "∋"), ("subset", "⊂"),
    ("subseteq", "⊆"), ("supset", "⊃"), ("supseteq", "⊇"), ("mid", "∣"), ("parallel", "∥"),
    ("perp", "⟂"), ("prec", "≺"), ("succ", "≻"), ("vdash", "⊢"), ("models", "⊧"),
    ("coloneqq", "≔"), ("coloneq", "≔"), ("to", "→"), ("rightarrow", "→"),
    ("leftarrow", "←"), ("gets", "←"), ("leftrightarrow", "↔"), ("Rightarrow", "⇒"),
    ("implies", "⟹"), ("Leftarrow", "⇐"), ("Leftrightarrow", "⇔"), ("iff", "⟺"),
    ("mapsto", "↦"), ("longmapsto", "⟼"), ("longrightarrow", "⟶"), ("longleftarrow", "⟵"),
    ("hookrightarrow", "↪"), ("uparrow", "↑"), ("downarrow", "↓"), ("rightsquigarrow", "⇝"),
    ("nearrow", "↗"), ("searrow", "↘"), ("swarrow", "↙"), ("nwarrow", "↖"),
  ]

  private static let fenceRows: [(String, Unicode.Scalar, AtomClass)] = [
    ("{", "{", .open), ("lbrace", "{", .open), ("}", "}", .close), ("rbrace", "}", .close),
    ("lbrack", "[", .open), ("rbrack", "]", .close), ("langle", "⟨", .open),
    ("rangle", "⟩", .close), ("lVert", "‖", .open), ("rVert", "‖", .close),
    ("lvert", "|", .open), ("rvert", "|", .close), ("lfloor", "⌊", .open),
    ("rfloor", "⌋", .close), ("lceil", "⌈", .open), ("rceil", "⌉", .close),
    ("colon", ":", .punctuation), ("cdots", "⋯", .inner), ("ldots", "…", .inner),
    ("dots", "…", .inner), ("vdots", "⋮", .ordinary), ("ddots", "⋱", .inner),
  ]

  private static let delimiters: [String: Unicode.Scalar] = [
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", "<": "⟨", ">": "⟩",
    "\\{": "{", "\\}": "}", "\\|": "‖", "\\lbrace": "{", "\\rbrace": "}", "\\langle": "⟨",
    "\\rangle": "⟩", "\\lvert": "|", "\\rvert": "|", "\\vert": "|", "\\lVert": "‖",
    "\\rVert": "‖", "\\Vert": "‖", "\\lfloor": "⌊", "\\rfloor": "⌋", "\\lceil": "⌈",
    "\\rceil": "⌉", "\\lbrack": "[", "\\rbrack": "]", "⟨": "⟨", "⟩": "⟩", "‖": "‖", "⌊": "⌊",
    "⌋": "⌋", "⌈": "⌈", "⌉": "⌉",
  ]

  private static let accents: [String: (mark: Unicode.Scalar, stretches: Bool)] = [
    "hat": ("\u{302}", false), "widehat": ("\u{302}", true), "tilde": ("\u{303}", false),
    "widetilde": ("\u{303}", true), "bar": ("\u{304}", false), "dot": ("\u{307}", false),
    "ddot": ("\u{308}", false), "vec": ("\u{20D7}", false), "check": ("\u{30C}", false),
    "breve": ("\u{306}", false), "mathring": ("\u{30A}", false), "acute": ("\u{301}", false),
    "grave": ("\u{300}", false),
  ]

  private static let bigOperators: [String: Unicode.Scalar] = [
    "sum": "∑", "prod": "∏", "coprod": "∐", "int": "∫", "iint": "∬", "iiint": "∭",
    "oint": "∮", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁", "bigotimes": "⨂",
    "bigodot": "⨀", "bigvee": "⋁", "bigwedge": "⋀",
  ]

  private static let functions: Set<String> = [
    "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh",
    "tanh", "coth", "exp", "log", "ln", "lg", "lim", "max", "min", "sup", "inf", "det", "dim",
    "ker", "arg", "deg", "gcd", "hom", "Pr", "argmax", "argmin",
  ]
}
