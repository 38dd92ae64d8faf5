package import MathTypesetting

extension Formula {
  /// Parts side by side as one row without rows in it.
  static func line(_ parts: [Formula]) -> Formula {
    let flat = parts.flatMap { if case .row(let inner) = $0 { inner } else { [$0] } }
    return flat.count == 1 ? flat[0] : .row(flat)
  }

  /// Parts with a separator between.
  static func line(_ parts: [Formula], separator: [Formula]) -> Formula {
    .line(Array(parts.map { [$0] }.joined(separator: separator)))
  }

  /// A superscript; behind a row that ends with a delimiter, on that delimiter, as one writes it.
  static func raised(_ base: Formula, _ sup: Formula) -> Formula {
    guard case .row(var items) = base, let last = items.popLast(), last.isClosing else {
      return .superscript(base, sup)
    }
    return .row(items + [.raised(last, sup)])
  }

  /// A subscript, placed as `raised` places a superscript.
  static func lowered(_ base: Formula, _ sub: Formula) -> Formula {
    guard case .row(var items) = base, let last = items.popLast(), last.isClosing else {
      return .subscripted(base, sub)
    }
    return .row(items + [.lowered(last, sub)])
  }

  private var isClosing: Bool {
    if case .symbol(_, .close, _) = self { return true }
    if case .fenced = self { return true }
    if case .scripts(let base, _, _) = self { return base.isClosing }
    return false
  }

  /// What delimiters hold, the delimiters growing only where it is tall.
  static func enclosed(_ left: Unicode.Scalar, _ body: Formula, _ right: Unicode.Scalar) -> Formula
  {
    body.isTall
      ? .fenced(left: left, body: body, right: right)
      : .line([.open(left), body, .close(right)])
  }

  /// Parentheses round a body.
  static func inParentheses(_ body: Formula) -> Formula { .enclosed("(", body, ")") }

  /// Arguments in parentheses, with commas between.
  static func arguments(_ parts: [Formula]) -> Formula {
    .inParentheses(.line(parts, separator: [.punctuation(",")]))
  }

  /// So many primes as one raised sign.
  static func primes(_ count: Int) -> Formula {
    switch count {
    case 1: .ordinary("\u{2032}")
    case 2: .ordinary("\u{2033}")
    case 3: .ordinary("\u{2034}")
    default: .row([.open("("), .number(String(count)), .close(")")])
    }
  }

  /// The upright d of dX and df/dt.
  static var differentialSign: Formula { .symbol("d", .ordinary, .upright) }

  static var transposeSign: Formula { .ordinary("\u{22A4}") }

  /// The dot between factors that would run into each other.
  package static var dot: Formula { .binary("\u{22C5}") }

  /// The formula as one line of plain Unicode text.
  package var words: String { linearText(self) }
}
