import ExpressionGraph

extension Phrase {
  /// The phrase as text of the language, in the plain subset of derivatives where that can say it.
  ///
  /// Costs time linear in the text; a loop, so that no depth overflows the stack.
  package var text: String {
    var text = ""
    var pending: [TextPiece] = [.phrase(self)]
    while let piece = pending.popLast() {
      switch piece {
      case .verbatim(let verbatim): text += verbatim
      case .phrase(let phrase): pending.append(contentsOf: phrase.textPieces.reversed())
      case .bracketed(let phrase): pending.append(contentsOf: [")", .phrase(phrase), "("])
      }
    }
    return text
  }
}

/// What a phrase's text is put together from.
enum TextPiece: ExpressibleByStringLiteral {
  case verbatim(String)
  case phrase(Phrase)
  case bracketed(Phrase)

  init(stringLiteral value: String) { self = .verbatim(value) }

  /// The phrase, in brackets unless it binds as its surroundings allow.
  init(_ phrase: Phrase, unless allowed: Set<Binding>) {
    self = allowed.contains(phrase.binding) ? .phrase(phrase) : .bracketed(phrase)
  }
}

extension Phrase {
  fileprivate var textPieces: [TextPiece] {
    switch self {
    case .number(let value): [.verbatim(value.text)]
    case .pi: ["pi"]
    case .name(let name): [.verbatim((name.isDifferential ? "d" : "") + name.text)]
    case .instance(let source): [.verbatim(source)]
    case .ellipsis: ["..."]
    case .sum(let terms): terms.enumerated().flatMap { pieces(of: $1, isFirst: $0 == 0) }
    case .negated(let inner): ["-", TextPiece(inner, unless: .product)]
    case .times(let factors): pieces(factors, "*", first: .scalarFactor, rest: [.atom, .power])
    case .scaled(let scalar, let tensor):
      [TextPiece(scalar, unless: .scalarFactor), "*", TextPiece(tensor, unless: .tensorFactor)]
    case .chain(let factors): pieces(factors, "*", first: .factor, rest: .factor)
    case .hadamard(let factors): pieces(factors, ".*", first: .entrywise, rest: .factor)
    case .quotient(let top, let bottom):
      [TextPiece(top, unless: .product), "/", TextPiece(bottom, unless: .factor)]
    case .entrywiseQuotient(let top, let bottom):
      [TextPiece(top, unless: .entrywise), "./", TextPiece(bottom, unless: .factor)]
    case .power(let base, let exponent):
      [TextPiece(base, unless: .atom), "^", exponent.exponentPiece]
    case .entrywisePower(let base, let exponent):
      [TextPiece(base, unless: .atom), ".^", exponent.exponentPiece]
    case .transpose(let inner): inner.transposedPieces
    case .elementwise(let function, let operands): call(function.name, operands)
    case .reduction(let reduction, let operand): operand.text(of: reduction)
    case .vectorFunction(let function, let operand): operand.text(of: function)
    case .linear(let function, let operand): call(function.rawValue, [operand])
    case .matrixFunction(let function, let operand): call(function.name, [operand])
    case .reshape(let reshape):
      reshape.isVector
        ? call("vec", [reshape.operand])
        : [.phrase(reshape.isColumn ? reshape.column : reshape.spelledOut)]
    case .kronecker(let left, let right): call("kron", [left, right])
    case .join(let join): join.textPieces
    case .triangular(let operand, let pattern):
      if let mask = pattern.mask {
        pieces([operand, mask], ".*", first: .entrywise, rest: .factor)
      } else {
        call(pattern.isUpper ? "triu" : "tril", [operand])
      }
    case .triangle(let pattern):
      if let mask = pattern.mask {
        [.phrase(mask)]
      } else {
        call(pattern.isUpper ? "triu" : "tril", [.ones(pattern.shape)])
      }
    case .identity(let length): call("eye", [.size(length)])
    case .ones(let shape): call("ones", shape.dimensions.map(Phrase.size))
    case .zeros(let shape): call("zeros", shape.dimensions.map(Phrase.size))
    case .unit(let position, let length):
      if let known = length.known, known <= Phrase.mostConstantEntries {
        [.phrase(.literal((1...known).map { [.number($0 == position ? .one : .zero)] }))]
      } else {
        call("onehot", [.number(Number(position)), .size(length)])
      }
    case .index(let index): index.textPieces
    case .literal(let rows): pieces(ofRows: rows)
    case .contraction(let contraction): contraction.textPieces
    case .indexed(let product): product.textPieces
    case .commutation(let rows, let columns): [.verbatim("K_(\(rows),\(columns))")]
    case .choice(let cases, let otherwise):
      ["cases("] + cases.flatMap(\.textPieces) + [.phrase(otherwise), ")"]
    case .application(let application): application.textPieces
    }
  }

  private func pieces(of term: SignedPhrase, isFirst: Bool) -> [TextPiece] {
    let sign: TextPiece =
      isFirst ? (term.isNegative ? "-" : "") : (term.isNegative ? " - " : " + ")
    return [sign, TextPiece(term.phrase, unless: .product)]
  }

  private func pieces(
    _ factors: [Phrase], _ sign: TextPiece, first: Set<Binding>, rest: Set<Binding>
  ) -> [TextPiece] {
    factors.enumerated().flatMap { position, factor in
      position == 0
        ? [TextPiece(factor, unless: first)] : [sign, TextPiece(factor, unless: rest)]
    }
  }

  private var transposedPieces: [TextPiece] {
    if case .index(let index) = self, let rows = index.spelledOut {
      return [.phrase(Phrase.literal(rows).transposed)]
    }
    if case .join(let join) = self, let rows = join.spelledOut {
      return [.phrase(Phrase.literal(rows).transposed)]
    }
    return [TextPiece(self, unless: .atom), "'"]
  }

  /// An exponent is an atom; everything but a name and a plain number is bracketed.
  private var exponentPiece: TextPiece {
    if case .number = self { return .phrase(self) }
    if case .name = self { return .phrase(self) }
    return .bracketed(self)
  }

  private func pieces(ofRows rows: [[Phrase]]) -> [TextPiece] {
    ["["] + separated(rows.map { separated($0.map { [.phrase($0)] }, by: ", ") }, by: "; ") + ["]"]
  }
}

func separated(_ parts: [[TextPiece]], by separator: TextPiece) -> [TextPiece] {
  Array(parts.joined(separator: [separator]))
}

private func call(_ name: String, _ operands: [Phrase]) -> [TextPiece] {
  [.verbatim(name + "(")] + separated(operands.map { [.phrase($0)] }, by: ", ") + [")"]
}

extension Phrase.Operand {
  fileprivate func text(of reduction: Reduction) -> [TextPiece] {
    switch reduction {
    case .norminf: call("max", [.elementwise(.abs, [phrase])])
    case .norm2: call(order > 1 ? "normF" : "norm2", [phrase])
    case .norm1, .logsumexp, .prod, .max, .min: call(reduction.name, [phrase])
    }
  }
}

extension Phrase {
  /// The plain subset has softmax only; the others are said by what they compute.
  ///
  /// Where entries tie, an indicator of the largest entry so said is 1 at each of them.
  fileprivate func text(of function: VectorFunction) -> [TextPiece] {
    let one = SignedPhrase(.number(.one))
    let whole = Operand(self, order: 1)
    let spelt: Phrase
    switch function {
    case .softmax: return call("softmax", [self])
    case .logsoftmax:
      spelt = .sum([
        SignedPhrase(self), SignedPhrase(.reduction(.logsumexp, whole), isNegative: true),
      ])
    case .firstMaximum:
      let gap = Phrase.sum([
        SignedPhrase(.reduction(.max, whole)), SignedPhrase(self, isNegative: true),
      ])
      spelt = .sum([one, SignedPhrase(.elementwise(.sign, [gap]), isNegative: true)])
    case .firstMinimum:
      let gap = Phrase.sum([
        SignedPhrase(self), SignedPhrase(.reduction(.min, whole), isNegative: true),
      ])
      spelt = .sum([one, SignedPhrase(.elementwise(.sign, [gap]), isNegative: true)])
    }
    return [.phrase(spelt)]
  }
}

extension Phrase.Indexed {
  /// `Σ_k A_ik B_kj`: what the language has no word for.
  fileprivate var textPieces: [TextPiece] {
    let sum: [TextPiece] = summed.isEmpty ? [] : [.verbatim("Σ_\(summed.joined()) ")]
    return sum + separated(factors.map { [TextPiece($0, unless: .factor)] }, by: " ")
  }
}

extension Phrase.Index {
  /// The letters, if each position is one.
  private var letters: String? {
    var letters = ""
    for position in positions {
      guard case .letter(let letter) = position else { return nil }
      letters += letter
    }
    return letters
  }

  fileprivate var textPieces: [TextPiece] {
    if let letters {
      if case .identity = base { return [.verbatim("δ_" + letters)] }
      return [TextPiece(base, unless: .atom), .verbatim("_" + letters)]
    }
    if let spelledOut { return [.phrase(.literal(spelledOut))] }
    if let picked { return [.bracketed(picked)] }
    let places = positions.map { position -> [TextPiece] in
      switch position {
      case .entry(let place): [.verbatim(String(place))]
      case .letter(let letter): [.verbatim(letter)]
      case .range(let first, let last): [.phrase(first), ":", .phrase(last)]
      case .all: [":"]
      }
    }
    return [TextPiece(base, unless: .atom), "["] + separated(places, by: ", ") + ["]"]
  }

  /// The part of a vector or matrix entry by entry, which the plain subset can say; nil for a
  /// single entry and where the lengths are not known.
  var spelledOut: [[Phrase]]? {
    guard let entries, !isEntry else { return nil }
    if case .identity = base, entries.count == 2 {
      return entries[0].map { row in entries[1].map { .number(row == $0 ? .one : .zero) } }
    }
    guard case .name = base else { return nil }
    return entries[0].map { row in
      guard entries.count > 1 else { return [entry([row])] }
      return entries[1].map { entry([row, $0]) }
    }
  }

  /// Rows and columns of a small matrix picked by 0/1 matrices, which the plain subset can say.
  private var picked: Phrase? {
    guard let entries, let lengths, !isEntry, (1...2).contains(entries.count),
      zip(entries, lengths).allSatisfy({ $0.count * $1 <= Phrase.mostConstantEntries })
    else { return nil }
    let windows = zip(entries, lengths).map { chosen, length -> Phrase? in
      chosen == Array(1...max(length, 1))
        ? nil
        : .literal(
          chosen.map { place in (1...length).map { .number($0 == place ? .one : .zero) } })
    }
    let left = windows[0].map { Phrase.matrixProduct($0, base) } ?? base
    guard windows.count == 2, let right = windows[1] else { return left }
    return .matrixProduct(left, right.transposed)
  }

  private func entry(_ place: [Int]) -> Phrase {
    .index(Phrase.Index(base: base, positions: place.map { .entry($0) }))
  }
}

extension Phrase.Contraction {
  fileprivate var textPieces: [TextPiece] {
    let pattern = factors.map(\.letters).joined(separator: ",") + "->" + output
    return [.verbatim("einsum(\"\(pattern)\"")]
      + factors.flatMap { [", ", .phrase($0.phrase)] as [TextPiece] } + [")"]
  }
}

extension Phrase.Case {
  fileprivate var textPieces: [TextPiece] {
    [
      .phrase(left), .verbatim(" \(comparison.rawValue) "), .phrase(right), ", ", .phrase(value),
      ", ",
    ]
  }
}

extension Phrase.Application {
  fileprivate var textPieces: [TextPiece] {
    guard !derivatives.isEmpty else { return call(function.text, arguments) }
    let places = derivatives.map { ", \($0 + 1)" }.joined()
    return call("D(\(function.text)\(places))", arguments)
  }
}

extension Phrase {
  /// Constant 0/1 tensors of at most so many entries are spelt out in text.
  static let mostConstantEntries = 144
}

extension TrianglePattern {
  /// The triangle entry by entry, which the plain subset can say; nil where it is too large.
  var mask: Phrase? {
    guard let count = shape.entryCount, count <= Phrase.mostConstantEntries,
      let lengths = shape.known
    else { return nil }
    return .literal(
      (0..<lengths[0]).map { row in
        (0..<lengths[1]).map { column in
          .number((isUpper ? row <= column : row >= column) ? .one : .zero)
        }
      })
  }
}
