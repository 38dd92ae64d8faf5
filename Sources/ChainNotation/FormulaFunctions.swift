import ExpressionGraph
import MathTypesetting

extension FormulaWriter {
  /// A function of scalars or entry by entry; `power` goes behind its name.
  func apply(
    _ function: ElementwiseFunction, _ operands: [Phrase], bare: Bool, power: Formula? = nil
  ) -> Formula {
    guard let operand = operands.first else { return .text(function.name) }
    switch function {
    case .sqrt: return .radical(radicand: formula(of: operand), degree: nil)
    case .abs: return .enclosed("|", formula(of: operand), "|")
    case .exp:
      let base = Formula.symbol("e", .ordinary, .italic)
      if operand == .number(.one) { return base }
      if operand.isShortExponent, !isRaised { return .raised(base, raised(operand)) }
    case .log1p:
      let argument = Phrase.sum([SignedPhrase(.number(.one)), SignedPhrase(operand)])
      return .line([name(of: .log, power: power), .inParentheses(formula(of: argument))])
    case .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .log,
      .log2, .log10, .expm1, .sign, .relu, .leakyrelu, .elu, .gelu, .silu, .sigmoid, .softplus,
      .erf, .step, .power, .atan2, .min, .max:
      break
    }
    let name = name(of: function, power: power)
    if bare, function.takesBareArgument, operand.isBareArgument {
      return .line([name, formula(of: operand)])
    }
    return .line([name, .arguments(operands.map(formula))])
  }

  private func name(of function: ElementwiseFunction, power: Formula?) -> Formula {
    var base = function.typesetName
    if case .log2 = function { base = .lowered(base, .number("2")) }
    if case .log10 = function { base = .lowered(base, .number("10")) }
    return power.map { .raised(base, $0) } ?? base
  }

  func reduce(_ reduction: Reduction, _ operand: Phrase.Operand) -> Formula {
    let body = operand.phrase
    switch reduction {
    case .norm1: return .lowered(norm(body), .number("1"))
    case .norm2:
      return operand.order > 1
        ? .lowered(norm(body), .symbol("F", .ordinary, .italic)) : norm(body)
    case .norminf: return .lowered(norm(body), .ordinary("∞"))
    case .prod:
      if operand.order == 1, let product = overEntries("∏", body) { return product }
      return call("prod", body)
    case .logsumexp: return call("logsumexp", body)
    case .max: return call("max", body)
    case .min: return call("min", body)
    }
  }

  private func norm(_ phrase: Phrase) -> Formula {
    .enclosed("\u{2016}", formula(of: phrase), "\u{2016}")
  }

  func apply(_ function: LinearFunction, _ operand: Phrase) -> Formula {
    switch function {
    case .sum: overEntries("∑", operand) ?? call("sum", operand)
    case .mean, .trace, .diagonal: call(function.rawValue, operand)
    }
  }

  func apply(_ function: VectorFunction, _ operand: Phrase) -> Formula {
    switch function {
    case .softmax, .logsoftmax: call(function.name, operand)
    case .firstMaximum: indicator(of: operand, "max")
    case .firstMinimum: indicator(of: operand, "min")
    }
  }

  /// 1 where an entry is the extreme one: a bold 1 with the condition below.
  private func indicator(of operand: Phrase, _ extreme: String) -> Formula {
    let body = formula(of: operand)
    return .lowered(
      .symbol("1", .ordinary, .bold),
      .line([body, .relation("="), .function(extreme), .inParentheses(body)]))
  }

  private func call(_ name: String, _ operand: Phrase) -> Formula {
    .line([.function(name), .inParentheses(formula(of: operand))])
  }

  /// A sum or product over a vector's entries, where each can be written: ∑ᵢ xᵢ².
  private func overEntries(_ sign: Unicode.Scalar, _ operand: Phrase) -> Formula? {
    let names = operand.names
    guard let letter = ["i", "j", "k", "l"].first(where: { !names.contains($0) }),
      operand.isShownByEntry, let entry = operand.entry(at: [.letter(letter)])
    else { return nil }
    let body = entry.isSumLike ? Formula.inParentheses(formula(of: entry)) : formula(of: entry)
    let index = Name(letter).formula()
    return .line([.bigOperator(sign, lower: index, upper: nil), body])
  }

  func choice(_ cases: [Phrase.Case], _ otherwise: Phrase) -> Formula {
    let rows = cases.map { line -> [Formula] in
      let condition = Formula.line([
        .text("if "), formula(of: line.left), .relation(line.comparison.sign),
        formula(of: line.right),
      ])
      return [formula(of: line.value), condition]
    }
    return .matrix(
      rows: rows + [[formula(of: otherwise), .text("otherwise")]], left: "{", right: nil,
      alignment: .leading)
  }

  /// The source of an application, its names set as names: f(2x₁).
  func instance(_ source: String) -> Formula {
    var parts: [Formula] = []
    var word = ""
    var isProduct = false
    func flush() {
      guard let first = word.first else { return }
      if isProduct { parts.append(first.isNumber ? .dot : .space(mu: 1)) }
      parts.append(first.isNumber ? .number(word) : Name(word).formula(style))
      (word, isProduct) = ("", false)
    }
    for character in source where character != " " {
      let isPoint = character == "." && word.first?.isNumber == true
      if character.isLetter || character.isNumber || character == "_" || isPoint {
        word.append(character)
        continue
      }
      flush()
      isProduct = character == "*" || character == "·"
      if !isProduct { parts.append(FormulaWriter.sign(character)) }
    }
    flush()
    return .line(parts)
  }

  private static func sign(_ character: Character) -> Formula {
    let scalar = character.unicodeScalars.first ?? " "
    return switch character {
    case "(", "[": .open(scalar)
    case ")", "]": .close(scalar)
    case ",", ";": .punctuation(scalar)
    case "+", "-": .binary(scalar)
    case "'": .transposeSign
    default: .ordinary(scalar)
    }
  }
}

extension Comparison {
  var sign: Unicode.Scalar {
    switch self {
    case .less: "<"
    case .lessOrEqual: "≤"
    case .greater: ">"
    case .greaterOrEqual: "≥"
    case .equal: "="
    case .notEqual: "≠"
    }
  }
}

extension ElementwiseFunction {
  /// The name a book uses.
  fileprivate var typesetName: Formula {
    switch self {
    case .asin, .acos, .atan: .function("arc" + name.dropFirst())
    case .asinh, .acosh, .atanh: .function("ar" + name.dropFirst())
    case .log2, .log10: .function("log")
    case .sigmoid: .symbol("σ", .ordinary, .italic)
    case .sign: .function("sgn")
    case .relu: .function("ReLU")
    case .leakyrelu: .function("LeakyReLU")
    case .elu, .gelu: .function(name.uppercased())
    case .silu: .function("SiLU")
    case .sin, .cos, .tan, .sinh, .cosh, .tanh, .exp, .log, .log1p, .expm1, .sqrt, .abs,
      .softplus, .erf, .step, .power, .atan2, .min, .max:
      .function(name)
    }
  }
}
