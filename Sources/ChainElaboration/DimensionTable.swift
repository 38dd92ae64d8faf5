import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// The dimension names of a figure: which there are, which are equal, and how long they are.
struct DimensionTable {
  /// A length at least this large is refused.
  static let lengthLimit = 1_000_000_000

  /// Names that a space or `where` mentions, in order of first mention.
  private(set) var names: [String] = []
  private var known: Set<String> = []
  /// What a name stands for where `where` says that it equals something symbolic.
  private var equal: [String: Dimension] = [:]
  private var lengths: [String: Int] = [:]
  /// Whether a name whose length is known stands for its length in shapes.
  let usesLengths: Bool

  init(usesLengths: Bool) { self.usesLengths = usesLengths }

  func contains(_ name: String) -> Bool { known.contains(name) }

  mutating func mention(_ dimension: Dimension) {
    for name in dimension.symbols where known.insert(name).inserted { names.append(name) }
  }

  /// The dimension in terms of names that are not known to equal another.
  func resolve(_ dimension: Dimension) -> Dimension {
    guard dimension.known == nil, !equal.isEmpty || usesLengths else { return dimension }
    let resolved = dimension.substituting { equal[$0] }
    return usesLengths
      ? resolved.substituting { lengths[$0].map { Dimension($0) } } : resolved
  }

  func resolve(_ shape: Shape) -> Shape { Shape(shape.dimensions.map(resolve)) }

  /// The length if every name in it has one.
  func length(of dimension: Dimension) -> Int? {
    if let known = dimension.known { return known }
    return dimension.substituting { equal[$0] }
      .substituting { lengths[$0].map { Dimension($0) } }.known
  }

  /// Every name whose length is known.
  var sizes: [String: Int] {
    var sizes: [String: Int] = [:]
    for name in names { sizes[name] = length(of: Dimension(symbol: name)) }
    return sizes
  }

  /// Takes note that two dimensions are equal; false if they cannot be.
  mutating func equate(_ left: Dimension, _ right: Dimension) -> Bool {
    mention(left)
    mention(right)
    let left = left.substituting { equal[$0] }
    let right = right.substituting { equal[$0] }
    if left == right { return true }
    if let length = right.known { return set(left, to: length) }
    if let length = left.known { return set(right, to: length) }
    if let name = left.soleSymbol, !right.symbols.contains(name) { return bind(name, to: right) }
    if let name = right.soleSymbol, !left.symbols.contains(name) { return bind(name, to: left) }
    return false
  }

  /// Takes note of a length, if only one name of the dimension is still without one.
  mutating func set(_ dimension: Dimension, to length: Int) -> Bool {
    let rest = dimension.substituting { equal[$0] }
      .substituting { lengths[$0].map { Dimension($0) } }
    if let known = rest.known { return known == length }
    guard let name = rest.symbols.first, rest.symbols.count == 1 else { return true }
    guard let solution = rest.solved(for: name, equal: length) else { return false }
    lengths[name] = solution
    return true
  }

  private mutating func bind(_ name: String, to dimension: Dimension) -> Bool {
    equal = equal.mapValues { $0.substituting { $0 == name ? dimension : nil } }
    equal[name] = dimension
    guard let length = lengths.removeValue(forKey: name) else { return true }
    return set(dimension, to: length)
  }
}

extension Dimension {
  /// The name if the dimension is nothing but one.
  fileprivate var soleSymbol: String? {
    guard terms.count == 1, terms[0].coefficient == 1, terms[0].monomial.symbols.count == 1 else {
      return nil
    }
    return terms[0].monomial.symbols[0]
  }

  /// The positive whole number that makes the polynomial in one name this long.
  fileprivate func solved(for name: String, equal length: Int) -> Int? {
    var low = 1
    var high = DimensionTable.lengthLimit
    // Lengths grow with every dimension, so the polynomial is searched as a rising function.
    while low < high {
      let middle = (low + high) / 2
      if approximate(at: middle) < Double(length) { low = middle + 1 } else { high = middle }
    }
    return substituting { $0 == name ? Dimension(low) : nil }.known == length ? low : nil
  }

  private func approximate(at value: Int) -> Double {
    terms.reduce(0) { sum, term in
      sum
        + term.monomial.symbols.reduce(Double(term.coefficient)) { product, _ in
          product * Double(value)
        }
    }
  }
}
