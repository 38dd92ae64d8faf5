extension Formula {
  /// A variable: one letter italic, a longer name as upright words.
  package static func identifier(_ name: String) -> Formula {
    let scalars = name.unicodeScalars
    if let only = scalars.first, scalars.count == 1 { return .symbol(only, .ordinary, .italic) }
    return .text(name)
  }

  /// A binary operator; the hyphen and the asterisk become the signs that mathematics uses.
  package static func binary(_ sign: Unicode.Scalar) -> Formula {
    .symbol(mathematicalSign(for: sign), .binary, .upright)
  }

  package static func relation(_ sign: Unicode.Scalar) -> Formula {
    .symbol(mathematicalSign(for: sign), .relation, .upright)
  }

  package static func open(_ sign: Unicode.Scalar) -> Formula { .symbol(sign, .open, .upright) }

  package static func close(_ sign: Unicode.Scalar) -> Formula { .symbol(sign, .close, .upright) }

  package static func punctuation(_ sign: Unicode.Scalar) -> Formula {
    .symbol(sign, .punctuation, .upright)
  }

  /// A sign without space of its own, such as ∞ or ∇.
  package static func ordinary(_ sign: Unicode.Scalar) -> Formula {
    .symbol(sign, .ordinary, .upright)
  }

  /// The minus sign, with the spaces of a difference or of a sign as its place demands.
  package static var minus: Formula { .binary("-") }

  /// A space as wide as one between words.
  package static var space: Formula { .space(mu: 6) }

  /// Parentheses that grow with what they hold; plain ones around what is no taller than a line.
  package static func parenthesized(_ body: Formula) -> Formula {
    delimited(by: "(", body, ")")
  }

  /// Brackets that grow with what they hold; plain ones around what is no taller than a line.
  package static func bracketed(_ body: Formula) -> Formula {
    delimited(by: "[", body, "]")
  }

  private static func delimited(
    by left: Unicode.Scalar, _ body: Formula, _ right: Unicode.Scalar
  ) -> Formula {
    body.isTall
      ? .fenced(left: left, body: body, right: right) : .row([.open(left), body, .close(right)])
  }

  /// Factors side by side.
  package static func product(_ factors: [Formula]) -> Formula { .row(factors) }

  package static func superscript(_ base: Formula, _ sup: Formula) -> Formula {
    if case .scripts(let inner, let sub?, nil) = base {
      return .scripts(base: inner, sub: sub, sup: sup)
    }
    return .scripts(base: base, sub: nil, sup: sup)
  }

  package static func subscripted(_ base: Formula, _ sub: Formula) -> Formula {
    if case .scripts(let inner, nil, let sup?) = base {
      return .scripts(base: inner, sub: sub, sup: sup)
    }
    return .scripts(base: base, sub: sub, sup: nil)
  }

  package static func transposed(_ matrix: Formula) -> Formula {
    superscript(matrix, .ordinary("\u{22A4}"))
  }

  /// Whether plain parentheses around this would look too small.
  package var isTall: Bool {
    switch self {
    case .symbol, .number, .function, .text, .space: false
    case .row(let items): items.contains(where: \.isTall)
    case .scripts(let base, _, _): base.isTall
    case .fraction, .radical, .fenced, .matrix, .bigOperator, .overbrace, .underbrace: true
    case .accent(_, let base, _), .overbar(let base), .underbar(let base): base.isTall
    case .styled(_, let body), .classed(_, let body): body.isTall
    }
  }

  private static func mathematicalSign(for sign: Unicode.Scalar) -> Unicode.Scalar {
    switch sign {
    case "-": "\u{2212}"
    case "*": "\u{2217}"
    case ":": "\u{2236}"
    default: sign
    }
  }
}
