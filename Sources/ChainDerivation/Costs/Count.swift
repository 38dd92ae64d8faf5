package import ExpressionGraph

/// An exact count: a natural number, or a polynomial in the symbols of symbolic dimensions.
package struct Count: Hashable, Sendable {
  private struct Term: Hashable {
    let monomial: Dimension.Monomial
    let coefficient: Natural
  }

  /// Sorted by monomial, no coefficient zero.
  private let terms: [Term]

  private init(terms: [Term]) {
    self.terms = terms
  }

  package init(_ number: Natural) {
    let one = Dimension.Monomial(symbols: [])
    terms = number == Natural(0) ? [] : [Term(monomial: one, coefficient: number)]
  }

  package static let zero = Count(Natural(0))
  package static let one = Count(Natural(1))

  /// The length of an axis; a difference such as n − 1 is a symbol of its own, `(n-1)`.
  package init(_ dimension: Dimension) {
    let isDifference = dimension.terms.contains { $0.coefficient < 0 }
    terms =
      isDifference
      ? [Term(monomial: .init(symbols: ["(\(dimension))"]), coefficient: Natural(1))]
      : dimension.terms.map {
        Term(monomial: $0.monomial, coefficient: Natural(UInt64($0.coefficient.magnitude)))
      }
  }

  /// The count if no dimension is symbolic.
  package var natural: Natural? {
    guard let first = terms.first else { return Natural(0) }
    return terms.count == 1 && first.monomial.symbols.isEmpty ? first.coefficient : nil
  }

  /// The products that it is the sum of, those of highest degree first.
  package var products: [(coefficient: Natural, powers: [(symbol: String, power: Int)])] {
    terms.map { ($0.coefficient, $0.monomial.symbols.runs) }
  }

  package static func + (a: Count, b: Count) -> Count {
    collect(a.terms + b.terms)
  }

  package static func * (a: Count, b: Count) -> Count {
    if a == one { return b }
    if b == one { return a }
    return collect(
      a.terms.flatMap { s in
        b.terms.map { t in
          Term(
            monomial: .init(symbols: s.monomial.symbols + t.monomial.symbols),
            coefficient: s.coefficient * t.coefficient)
        }
      })
  }

  private static func collect(_ terms: [Term]) -> Count {
    guard terms.count > 1 else { return Count(terms: terms) }
    var sums: [Dimension.Monomial: Natural] = [:]
    for term in terms {
      sums[term.monomial] = (sums[term.monomial] ?? Natural(0)) + term.coefficient
    }
    return Count(
      terms: sums.keys.sorted().compactMap { monomial in
        sums[monomial].map { Term(monomial: monomial, coefficient: $0) }
      })
  }
}

extension Count: CustomStringConvertible {
  /// As the language writes it: `12`, `2*m*n^2 + m`.
  package var description: String {
    if let natural { return natural.description }
    return products.map { product in
      let factors = product.powers.map { $0.power == 1 ? $0.symbol : "\($0.symbol)^\($0.power)" }
      let isOne = product.coefficient == Natural(1) && !factors.isEmpty
      return ((isOne ? [] : [product.coefficient.description]) + factors).joined(separator: "*")
    }.joined(separator: " + ")
  }
}

extension [String] {
  /// Equal neighbours together, with how many there are.
  fileprivate var runs: [(symbol: String, power: Int)] {
    reduce(into: []) { runs, symbol in
      if let last = runs.last, last.symbol == symbol {
        runs[runs.count - 1].power += 1
      } else {
        runs.append((symbol, 1))
      }
    }
  }
}
