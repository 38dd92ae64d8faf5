import ExpressionGraph
import MathTypesetting

extension FormulaWriter {
  func index(_ index: Phrase.Index) -> Formula {
    let base = index.isEntry ? entryBase(index.base) : partBase(index.base)
    let places = index.positions.map(place)
    let isTight = index.positions.allSatisfy(\.isOneSign)
    let separator: [Formula] = isTight ? [] : [.punctuation(",")]
    return .lowered(base, .line(places, separator: separator))
  }

  private func place(_ position: Phrase.Index.Position) -> Formula {
    switch position {
    case .entry(let place): .number(String(place))
    case .letter(let letter): Name(letter).formula()
    case .range(let first, let last):
      .line([formula(of: first), .ordinary(":"), formula(of: last)])
    case .all: .ordinary(":")
    }
  }

  /// A product by labels, in index notation: δᵢₚ x_q, with a sum sign where labels are summed.
  func contraction(_ contraction: Phrase.Contraction) -> Formula {
    var summed: [Character] = []
    for letter in contraction.factors.flatMap(\.letters)
    where !contraction.output.contains(letter) && !summed.contains(letter) {
      summed.append(letter)
    }
    var parts: [Formula] = []
    if !summed.isEmpty {
      parts.append(.bigOperator("∑", lower: letters(String(summed)), upper: nil))
    }
    for factor in contraction.factors {
      if case .ones = factor.phrase { continue }
      parts.append(.lowered(entryBase(factor.phrase), letters(factor.letters)))
    }
    return parts.isEmpty ? .number("1") : .line(parts)
  }

  /// Entries side by side: δᵢₚ b_q, with a sum sign where letters are summed.
  func indexed(_ indexed: Phrase.Indexed) -> Formula {
    let body = product(of: indexed.factors)
    guard !indexed.summed.isEmpty else { return body }
    let below = Formula.line(indexed.summed.map { Name($0).formula() })
    return .line([.bigOperator("∑", lower: below, upper: nil), body])
  }

  /// What an entry's index stands behind: an entry is a scalar and not bold.
  private func entryBase(_ phrase: Phrase) -> Formula {
    if case .identity = phrase { return .symbol("δ", .ordinary, .italic) }
    if case .name(let name) = phrase, phrase.isIndexable { return name.formula() }
    return partBase(phrase)
  }

  private func partBase(_ phrase: Phrase) -> Formula {
    phrase.isIndexable ? formula(of: phrase) : .inParentheses(formula(of: phrase))
  }

  private func letters(_ letters: String) -> Formula {
    .line(letters.map { Name(String($0)).formula() })
  }

  /// An abstract function's derivative, in Leibniz's notation where its arguments have names.
  func application(_ application: Phrase.Application) -> Formula {
    let function = application.function.formula(style)
    let arguments = Formula.arguments(application.arguments.map(formula))
    guard !application.derivatives.isEmpty else { return .line([function, arguments]) }
    if let names = application.argumentNames {
      return DerivativeSymbol(
        of: function, by: application.derivatives.map { names[$0].formula(style) },
        isTotal: names.count == 1
      ).formula
    }
    if application.arguments.count == 1 {
      return .line([.raised(function, .primes(application.derivatives.count)), arguments])
    }
    let places = application.derivatives.map { Formula.number(String($0 + 1)) }
    let sign = Formula.symbol("\u{2202}", .ordinary, .italic)
    return .line([.lowered(sign, .line(places)), function, arguments])
  }
}

extension Phrase.Index.Position {
  /// Whether the position is one sign, which needs no comma beside it.
  fileprivate var isOneSign: Bool {
    switch self {
    case .entry(let place): place < 10
    case .letter: true
    case .range, .all: false
    }
  }
}

extension Phrase.Application {
  /// The arguments' names, if each has one and they differ.
  fileprivate var argumentNames: [Name]? {
    let names = arguments.compactMap(\.ownName)
    return names.count == arguments.count && Set(names).count == names.count ? names : nil
  }
}

extension Phrase {
  /// Whether its entries are products by labels, for which matrix notation has no words.
  var isByLabels: Bool {
    switch self {
    case .contraction(let contraction): !contraction.output.isEmpty
    case .negated(let inner), .transpose(let inner), .scaled(_, let inner), .quotient(let inner, _):
      inner.isByLabels
    case .sum(let terms): terms.contains(where: \.phrase.isByLabels)
    case _: false
    }
  }

  /// The name of an input, a definition or an abstract function's value.
  fileprivate var ownName: Name? {
    if case .name(let name) = self { return name }
    if case .application(let application) = self, application.derivatives.isEmpty {
      return application.function
    }
    return nil
  }

  /// Whether e to this power is easier to read than exp of it.
  var isShortExponent: Bool {
    let fewParts = 8
    var count = 0
    var pending = [self]
    while let phrase = pending.popLast() {
      count += 1
      guard count <= fewParts, phrase.canBeRaised else { return false }
      if case .index = phrase { continue }
      pending.append(contentsOf: phrase.parts)
    }
    return true
  }

  private var canBeRaised: Bool {
    switch self {
    case .name(let name): name.order == 0
    case .power(_, let exponent): exponent.isBareArgument
    case .index(let index): index.isEntry
    case .number, .pi, .sum, .negated, .times, .quotient: true
    case .instance, .ellipsis, .scaled, .chain, .hadamard, .entrywiseQuotient, .entrywisePower,
      .transpose, .elementwise, .reduction, .vectorFunction, .linear, .matrixFunction, .reshape,
      .kronecker, .join, .triangular, .triangle, .identity, .ones, .zeros,
      .unit, .literal, .contraction, .choice, .application, .indexed, .commutation:
      false
    }
  }
}
