import ExpressionGraph

extension Phrase {
  /// Every name that occurs.
  var names: Set<String> {
    var names: Set<String> = []
    var pending = [self]
    while let phrase = pending.popLast() {
      if case .name(let name) = phrase { names.insert(name.text) }
      pending.append(contentsOf: phrase.parts)
    }
    return names
  }

  /// The phrases directly within this one.
  var parts: [Phrase] {
    switch self {
    case .number, .pi, .name, .instance, .ellipsis, .identity, .ones, .zeros, .unit, .triangle,
      .commutation:
      []
    case .sum(let terms): terms.map(\.phrase)
    case .negated(let inner), .transpose(let inner), .vectorFunction(_, let inner),
      .linear(_, let inner), .matrixFunction(_, let inner),
      .triangular(let inner, _):
      [inner]
    case .times(let parts), .chain(let parts), .hadamard(let parts), .elementwise(_, let parts):
      parts
    case .scaled(let a, let b), .quotient(let a, let b), .entrywiseQuotient(let a, let b),
      .power(let a, let b), .entrywisePower(let a, let b), .kronecker(let a, let b):
      [a, b]
    case .reduction(_, let operand): [operand.phrase]
    case .index(let index): [index.base]
    case .literal(let rows): rows.flatMap { $0 }
    case .reshape(let reshape): [reshape.operand]
    case .join(let join): join.parts
    case .contraction(let contraction): contraction.factors.map(\.phrase)
    case .indexed(let product): product.factors
    case .choice(let cases, let otherwise):
      cases.flatMap { [$0.left, $0.right, $0.value] } + [otherwise]
    case .application(let application): application.arguments
    }
  }

  /// The entry of a tensor at a place for each axis, if it can be written without brackets: the
  /// place goes to the names, `tanh(x[1])` rather than `tanh(x)[1]`.
  func entry(at place: [Index.Position]) -> Phrase? {
    func entries(_ phrases: [Phrase]) -> [Phrase]? {
      let found = phrases.compactMap { $0.entry(at: place) }
      return found.count == phrases.count ? found : nil
    }
    switch self {
    case .number, .pi, .times, .indexed: return self
    case .power: return matrixFactorCount == nil ? self : nil
    case .name(let name):
      if name.order == 0 { return self }
      return name.order == place.count ? .index(Index(base: self, positions: place)) : nil
    case .index(let index):
      return index.isEntry ? self : index.spelledOut.flatMap { entry(of: $0, at: place) }
    case .join(let join): return numbers(place).flatMap(join.entry)
    case .zeros: return .number(.zero)
    case .ones: return .number(.one)
    case .identity:
      return numbers(place).map { .number($0.first == $0.last ? .one : .zero) }
    case .reduction: return self
    case .linear(let function, _): return function == .diagonal ? nil : self
    case .sum(let terms):
      return entries(terms.map(\.phrase)).map { found in
        .sum(zip(found, terms).map { SignedPhrase($0, isNegative: $1.isNegative) })
      }
    case .negated(let inner): return inner.entry(at: place).map { .negated($0) }
    case .hadamard(let factors): return entries(factors).map { .product($0) }
    case .scaled(let scalar, let tensor):
      return tensor.entry(at: place).map { .product([scalar, $0]) }
    case .quotient(let top, let bottom): return top.entry(at: place).map { .quotient($0, bottom) }
    case .entrywiseQuotient(let top, let bottom):
      return entries([top, bottom]).map { .quotient($0[0], $0[1]) }
    case .entrywisePower(let base, let exponent):
      return entries([base, exponent]).map { .power($0[0], $0[1]) }
    case .transpose(let inner): return inner.entry(at: place.reversed())
    case .elementwise(let function, let operands):
      return entries(operands).map { .elementwise(function, $0) }
    case .literal(let rows): return entry(of: rows, at: place)
    case .matrixFunction(let function, _): return function.isScalar ? self : nil
    case .reshape, .kronecker, .triangular, .triangle, .instance, .ellipsis, .chain,
      .vectorFunction, .unit, .contraction, .choice, .application, .commutation:
      return nil
    }
  }

  private func entry(of rows: [[Phrase]], at place: [Index.Position]) -> Phrase? {
    guard let numbers = numbers(place), let first = numbers.first, let last = numbers.last else {
      return nil
    }
    if place.count == 2 { return rows[first - 1][last - 1] }
    return rows.count == 1 ? rows[0][first - 1] : rows[first - 1][0]
  }

  private func numbers(_ place: [Index.Position]) -> [Int]? {
    let numbers = place.compactMap { if case .entry(let number) = $0 { number } else { nil } }
    return numbers.count == place.count ? numbers : nil
  }
}
