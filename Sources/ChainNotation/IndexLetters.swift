import ExpressionGraph

/// A letter for each axis of a derivative: i j … for the output's, p q … for the input's, whether
/// the output has axes or not, so that a path's factors and what they come to agree.
struct IndexLetters: Hashable, Sendable {
  /// One row for the output, then one for each input.
  let groups: [[String]]
  /// Letters not yet given, for sums.
  private var free: [String]

  private static let outputs = ["i", "j", "k", "l"]
  private static let inputs = ["p", "q", "r", "s"]
  private static let others = "klmntuvwabcdgh".map(String.init)

  /// - Parameters:
  ///   - shapes: those of the output and each input, or of every node along a path.
  ///   - taken: names that stand in the formula, which no index should be called.
  init(_ shapes: [Shape], avoiding taken: Set<String>) {
    let isGradient = shapes.count == 2 && shapes[0].isScalar
    let isSimple = !isGradient && shapes.allSatisfy { $0.order <= 1 }
    var pools = [Self.outputs, Self.inputs, Self.others].map { $0.filter { !taken.contains($0) } }
    var used: Set<String> = []
    func next(from first: Int) -> String {
      for pool in [first, 2, 0, 1] {
        while let letter = pools[pool].first {
          pools[pool].removeFirst()
          if used.insert(letter).inserted { return letter }
        }
      }
      used.insert("i\(used.count)")
      return "i\(used.count - 1)"
    }
    let firstGroup = shapes.firstIndex { !$0.isScalar } ?? 0
    var groups = shapes.map { _ in [String]() }
    // The two ends before what lies between, so that their letters do not depend on it.
    let ends = isSimple ? [] : [firstGroup, shapes.count - 1]
    for place in ends + shapes.indices where groups[place].isEmpty {
      let isInput = place > 0 && place == shapes.count - 1
      let pool = isSimple ? 0 : isInput ? 1 : place == firstGroup ? 0 : 2
      groups[place] = shapes[place].dimensions.map { _ in next(from: pool) }
    }
    self.groups = groups
    free = (pools[2] + pools[0] + pools[1]).filter { !used.contains($0) }
  }

  /// A letter that nothing has yet.
  mutating func fresh() -> String {
    free.isEmpty ? "i\(groups.count)" : free.removeFirst()
  }
}

extension Phrase {
  /// The entry of a tensor at a letter for each of its axes, sums over inner axes written out.
  func component(_ letters: [String], _ names: inout IndexLetters) -> Phrase {
    guard !letters.isEmpty else { return self }
    switch self {
    case .contraction(let contraction): return contraction.component(letters, &names)
    case .transpose(let inner) where letters.count <= 2:
      return inner.component(letters.reversed(), &names)
    case .negated(let inner): return .negated(inner.component(letters, &names))
    case .scaled(let scalar, let tensor):
      return .product([scalar, tensor.component(letters, &names)])
    case .quotient(let top, let bottom): return .quotient(top.component(letters, &names), bottom)
    case .sum(let terms) where letters.count > 2 || isByLabels:
      return .sum(
        terms.map {
          SignedPhrase($0.phrase.component(letters, &names), isNegative: $0.isNegative)
        })
    case .linear(.diagonal, let vector) where letters.count == 2:
      let delta = Phrase.index(
        Index(base: .identity(Dimension(1)), positions: letters.map(Index.Position.letter)))
      return .indexed(
        .init(summed: [], factors: [delta, vector.component([letters[0]], &names)]))
    case .ones: return .number(.one)
    // A number is the same at every index; beside more axes than a matrix has, a product is one.
    case .number, .pi: return self
    case .chain where letters.count > 2: return self
    case .name, .instance, .ellipsis, .sum, .times, .chain, .hadamard,
      .entrywiseQuotient, .power, .entrywisePower, .transpose, .elementwise, .reduction,
      .vectorFunction, .linear, .matrixFunction, .reshape, .kronecker, .join, .triangular,
      .triangle, .identity, .zeros, .unit, .index, .literal, .choice, .application,
      .indexed, .commutation:
      let places = letters.map(Index.Position.letter)
      return entry(at: places) ?? .index(Index(base: self, positions: places))
    }
  }
}

extension Phrase.Contraction {
  fileprivate func component(_ letters: [String], _ names: inout IndexLetters) -> Phrase {
    var meaning = Dictionary(
      zip(output, letters), uniquingKeysWith: { first, _ in first })
    var summed: [String] = []
    for letter in factors.flatMap(\.letters) where meaning[letter] == nil {
      let name = names.fresh()
      meaning[letter] = name
      summed.append(name)
    }
    // The deltas stand before what they pick out, as in δᵢₚ b_q, in the order of their letters.
    func places(_ factor: Factor) -> [String] { factor.letters.compactMap { meaning[$0] }.sorted() }
    let deltas = factors.filter(\.isDelta)
      .sorted { places($0).lexicographicallyPrecedes(places($1)) }
    let ordered = deltas + factors.filter { !$0.isDelta }
    let entries = ordered.compactMap { factor -> Phrase? in
      if case .ones = factor.phrase { return nil }
      let places = factor.letters.compactMap { meaning[$0] }
      return factor.phrase.component(places.inReadingOrder(for: factor.phrase), &names)
    }
    guard !entries.isEmpty || !summed.isEmpty else { return .number(.one) }
    return .indexed(.init(summed: summed, factors: entries))
  }
}

extension Phrase.Contraction.Factor {
  fileprivate var isDelta: Bool {
    if case .identity = phrase { true } else { false }
  }
}

extension [String] {
  /// A delta's letters in the order of the alphabet: δᵢₚ, not δₚᵢ.
  fileprivate func inReadingOrder(for phrase: Phrase) -> [String] {
    if case .identity = phrase { sorted() } else { self }
  }
}
