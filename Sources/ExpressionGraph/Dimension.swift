/// The length of an axis: a polynomial in symbols with integer coefficients, in normal form, so
/// that equal lengths are equal values: `m + n`, `2n`, `3`.
package struct Dimension: Hashable, Sendable {
  /// A product of symbols, sorted, each as often as its power.
  package struct Monomial: Hashable, Comparable, Sendable {
    package let symbols: [String]

    package init(symbols: [String]) {
      self.symbols = symbols.sorted()
    }

    /// Higher degree first, then by name: the order in which a polynomial is written.
    package static func < (a: Monomial, b: Monomial) -> Bool {
      a.symbols.count != b.symbols.count
        ? a.symbols.count > b.symbols.count : a.symbols.lexicographicallyPrecedes(b.symbols)
    }
  }

  package struct Term: Hashable, Sendable {
    package let coefficient: Int
    package let monomial: Monomial
  }

  /// Sorted by monomial, no coefficient zero.
  package let terms: [Term]

  private init(terms: [Term]) {
    self.terms = terms
  }

  package init(_ length: Int) {
    terms = length == 0 ? [] : [Term(coefficient: length, monomial: Monomial(symbols: []))]
  }

  package init(symbol: String) {
    terms = [Term(coefficient: 1, monomial: Monomial(symbols: [symbol]))]
  }

  /// The length if it has no symbols.
  package var known: Int? {
    if terms.isEmpty { return 0 }
    guard terms.count == 1, terms[0].monomial.symbols.isEmpty else { return nil }
    return terms[0].coefficient
  }

  package var isOne: Bool { known == 1 }

  /// The symbols that occur, sorted, each once.
  package var symbols: [String] {
    if terms.count == 1, terms[0].monomial.symbols.count <= 1 { return terms[0].monomial.symbols }
    var seen: Set<String> = []
    return terms.flatMap(\.monomial.symbols).sorted().filter { seen.insert($0).inserted }
  }

  package static func + (a: Dimension, b: Dimension) -> Dimension {
    collect(a.terms + b.terms)
  }

  package static func - (a: Dimension, b: Dimension) -> Dimension { a + Dimension(-1) * b }

  package static func * (a: Dimension, b: Dimension) -> Dimension {
    collect(
      a.terms.flatMap { s in
        b.terms.map { t in
          Term(
            coefficient: s.coefficient &* t.coefficient,
            monomial: Monomial(symbols: s.monomial.symbols + t.monomial.symbols))
        }
      })
  }

  private static func collect(_ terms: [Term]) -> Dimension {
    var sums: [Monomial: Int] = [:]
    for term in terms { sums[term.monomial, default: 0] &+= term.coefficient }
    let monomials = sums.keys.sorted()
    return Dimension(
      terms: monomials.compactMap { monomial in
        guard let sum = sums[monomial], sum != 0 else { return nil }
        return Term(coefficient: sum, monomial: monomial)
      })
  }

  /// The polynomial with symbols replaced; a symbol that `lengths` does not know stays.
  package func substituting(_ lengths: (String) -> Dimension?) -> Dimension {
    guard symbols.contains(where: { lengths($0) != nil }) else { return self }
    return terms.reduce(Dimension(0)) { sum, term in
      sum
        + term.monomial.symbols.reduce(Dimension(term.coefficient)) { product, symbol in
          product * (lengths(symbol) ?? Dimension(symbol: symbol))
        }
    }
  }
}

extension Dimension: ExpressibleByIntegerLiteral {
  package init(integerLiteral length: Int) {
    self.init(length)
  }
}

extension Dimension: CustomStringConvertible {
  /// As a declaration spells it: `m + n`, `2n`, `m*n`.
  package var description: String {
    if let known { return String(known) }
    var text = ""
    for term in terms {
      let name = term.monomial.symbols.joined(separator: "*")
      let magnitude = abs(term.coefficient)
      let body = name.isEmpty ? String(magnitude) : (magnitude == 1 ? "" : String(magnitude)) + name
      text += text.isEmpty ? (term.coefficient < 0 ? "-" : "") : (term.coefficient < 0 ? "-" : "+")
      text += body
    }
    return text
  }
}

/// The lengths of a tensor's axes, first to last; empty for a scalar.
package struct Shape: Hashable, Sendable {
  package let dimensions: [Dimension]

  package init(_ dimensions: [Dimension]) {
    self.dimensions = dimensions
  }

  package static let scalar = Shape([])

  package var order: Int { dimensions.count }
  package var isScalar: Bool { dimensions.isEmpty }

  /// Whether this is a matrix with as many rows as columns.
  package var isSquare: Bool { order == 2 && dimensions[0] == dimensions[1] }

  /// The lengths if none is symbolic.
  package var known: [Int]? {
    let lengths = dimensions.compactMap(\.known)
    return lengths.count == dimensions.count ? lengths : nil
  }

  /// The number of entries, as a polynomial.
  package var size: Dimension { dimensions.reduce(Dimension(1), *) }

  /// The number of entries if no length is symbolic; nil too when it overflows.
  package var entryCount: Int? {
    guard let known else { return nil }
    var count = 1
    for length in known {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard !overflow else { return nil }
      count = product
    }
    return count
  }

  package static func + (a: Shape, b: Shape) -> Shape { Shape(a.dimensions + b.dimensions) }

  package func substituting(_ lengths: (String) -> Dimension?) -> Shape {
    Shape(dimensions.map { $0.substituting(lengths) })
  }
}

extension Shape: CustomStringConvertible {
  /// As the language spells it: `R`, `R^3`, `R^{m×n}`.
  package var description: String {
    switch dimensions.count {
    case 0: "R"
    case 1 where dimensions[0].known != nil || dimensions[0].description.count == 1:
      "R^\(dimensions[0])"
    default: "R^{" + dimensions.map(\.description).joined(separator: "×") + "}"
    }
  }
}
