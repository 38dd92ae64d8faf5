/// A formula as one line of plain text, as it is read: `∂f/∂x₁ = 2x₁`.
///
/// Scripts use the raised and lowered characters of Unicode where there are all of them, fractions
/// a stroke, and parentheses stand where the line would else say something different.
package func linearText(_ formula: Formula) -> String {
  var words: [UInt8] = []
  let space = UInt8(ascii: " ")
  for byte in formula.linear.utf8 where byte != space || words.last ?? space != space {
    words.append(byte)
  }
  if words.last == space { words.removeLast() }
  return String(decoding: words, as: UTF8.self)
}

extension Formula {
  fileprivate var linear: String {
    switch self {
    case .symbol(let scalar, let atomClass, let alphabet):
      return spacedSign(scalar, atomClass, alphabet)
    case .row(let items):
      return linearRow(items)
    case .number(let digits):
      return digits.first == "-" ? "\u{2212}" + String(digits.dropFirst()) : digits
    case .function(let name), .text(let name):
      return name
    case .scripts(let base, let sub, let sup):
      return base.linearOperand + linearScripts(sub: sub, sup: sup)
    case .fraction(let numerator, let denominator):
      return numerator.linearNumerator + "/" + denominator.linearDenominator
    case .radical(let radicand, let degree):
      return linearRoot(degree) + radicand.linearOperand
    case .fenced(let left, let body, let right):
      return delimiter(left) + body.linearWithin + delimiter(right)
    case .matrix(let rows, let left, let right, _):
      return delimiter(left ?? "[") + linearCells(rows)
        + delimiter(left == nil && right == nil ? "]" : right)
    case .bigOperator(let scalar, let lower, let upper):
      return String(Character(scalar)) + linearScripts(sub: lower, sup: upper)
    case .accent(let mark, let base, _):
      return base.linearOperand + String(Character(mark))
    case .overbar(let body):
      return body.linearOperand + "\u{305}"
    case .underbar(let body):
      return body.linearOperand + "\u{332}"
    case .overbrace(let body, let note), .underbrace(let body, let note):
      return body.linear + (note.map { " (\($0.linear))" } ?? "")
    case .space(let mu):
      return mu >= 3 ? " " : ""
    case .styled(_, let body), .classed(_, let body):
      return body.linear
    }
  }

  private func spacedSign(
    _ scalar: Unicode.Scalar, _ atomClass: AtomClass, _ alphabet: Alphabet
  ) -> String {
    let sign = String(Character(alphabet == .doubleStruck ? alphabet.letter(for: scalar) : scalar))
    if scalar == "\u{2236}" { return ": " }
    switch atomClass {
    case .relation: return " \(sign) "
    case .punctuation: return sign + " "
    case .ordinary, .largeOperator, .binary, .open, .close, .inner: return sign
    }
  }

  /// What delimiters hold: an array between them needs no brackets of its own.
  private var linearWithin: String {
    if case .matrix(let rows, nil, nil, _) = self { return linearCells(rows) }
    return linear
  }

  private func linearCells(_ rows: [[Formula]]) -> String {
    rows.map { row in row.map(\.linear).joined(separator: ", ") }.joined(separator: "; ")
  }

  private func delimiter(_ scalar: Unicode.Scalar?) -> String {
    scalar.map { String(Character($0)) } ?? ""
  }
}

/// Items side by side: binary signs between two operands, function names and quotients stand apart.
private func linearRow(_ items: [Formula]) -> String {
  var line = ""
  var previous: Formula?
  for (index, item) in items.enumerated() {
    let text = item.linear
    let isBinary = item.atomClass == .binary
    let hasOperands = previous?.endsOperand ?? false && index + 1 < items.count
    if isBinary, hasOperands {
      line += item.isTightProduct ? text : " \(text) "
    } else {
      if let previous, needsSpace(between: previous, and: item) { line += " " }
      line += text
    }
    previous = item
  }
  return line
}

private func needsSpace(between left: Formula, and right: Formula) -> Bool {
  if left.standsApart { return right.atomClass != .open && right.startsOperand }
  if right.standsApart { return left.endsOperand }
  return false
}

extension Formula {
  /// Function names, quotients and sums run into what stands next to them.
  fileprivate var standsApart: Bool {
    switch self {
    case .function, .fraction, .bigOperator, .overbrace, .underbrace: true
    case .scripts(let base, _, _): base.standsApart
    case .styled(_, let body), .classed(_, let body): body.standsApart
    case .symbol, .row, .number, .text, .radical, .fenced, .matrix, .accent, .overbar, .underbar,
      .space:
      false
    }
  }

  fileprivate var endsOperand: Bool {
    switch atomClass {
    case .ordinary, .close, .inner: true
    case .binary, .relation, .open, .punctuation, .largeOperator, nil: false
    }
  }

  fileprivate var startsOperand: Bool {
    switch atomClass {
    case .ordinary, .open, .inner, .largeOperator: true
    case .binary, .relation, .close, .punctuation, nil: false
    }
  }

  fileprivate var isTightProduct: Bool {
    if case .symbol("\u{22C5}", _, _) = self { return true }
    if case .symbol("\u{B7}", _, _) = self { return true }
    return false
  }

  /// The items of a row, groups opened.
  private var factors: [Formula] {
    switch self {
    case .row(let items): items.count == 1 ? items[0].factors : items
    case .styled(_, let body), .classed(_, let body): body.factors
    case .symbol, .number, .function, .text, .scripts, .fraction, .radical, .fenced, .matrix,
      .bigOperator, .accent, .overbar, .underbar, .overbrace, .underbrace, .space:
      [self]
    }
  }

  private var isSum: Bool {
    factors.contains { $0.atomClass == .binary || $0.atomClass == .relation }
  }

  private var isFraction: Bool {
    let factors = factors
    guard factors.count == 1, case .fraction = factors[0] else { return false }
    return true
  }

  /// `∂x` and `dx` are read as one, whatever they are divided by.
  private var isDifferential: Bool {
    guard let first = factors.first else { return false }
    switch first {
    case .symbol("\u{2202}", _, _), .symbol("d", _, _), .text("d"): return true
    case .scripts(let base, _, _): return base.isDifferential
    case .symbol, .row, .number, .function, .text, .fraction, .radical, .fenced, .matrix,
      .bigOperator, .accent, .overbar, .underbar, .overbrace, .underbrace, .space, .styled,
      .classed:
      return false
    }
  }

  fileprivate var linearNumerator: String {
    isSum || isFraction ? "(\(linear))" : linear
  }

  fileprivate var linearDenominator: String {
    let isOne = factors.count == 1 && !isFraction
    return isOne || (isDifferential && !isSum) ? linear : "(\(linear))"
  }

  /// As what a script or root applies to.
  fileprivate var linearOperand: String {
    let isOne = factors.count <= 1 && !isFraction
    return isOne ? linear : "(\(linear))"
  }
}

private func linearRoot(_ degree: Formula?) -> String {
  guard let degree else { return "\u{221A}" }
  let text = linearText(degree)
  return rootSigns[text] ?? (raised(text) ?? "(\(text))") + "\u{221A}"
}

private let rootSigns = ["2": "\u{221A}", "3": "\u{221B}", "4": "\u{221C}"]

private func linearScripts(sub: Formula?, sup: Formula?) -> String {
  let lower = sub.map { script(linearText($0), "_", lowered) } ?? ""
  let upper = sup.map { script(linearText($0), "^", raised) } ?? ""
  return lower + upper
}

private func script(
  _ text: String, _ sign: String, _ shifted: (String) -> String?
) -> String {
  if let characters = shifted(text) { return characters }
  return text.count == 1 ? sign + text : "\(sign)(\(text))"
}
