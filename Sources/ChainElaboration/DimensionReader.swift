import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// Reads expressions as dimensions are written: whole numbers, names, sums, products, powers.
struct DimensionReader {
  let figure: FigureSyntax
  private(set) var diagnostics: [Diagnostic] = []

  /// No polynomial grows past this many terms, nor a term past this many names.
  private static let termLimit = 64

  init(_ figure: FigureSyntax) { self.figure = figure }

  /// The dimension that is written, nil if it is none; what is wrong is taken note of.
  ///
  /// The result is positive where it is known.
  mutating func dimension(_ id: ExpressionID) -> Dimension? {
    guard let dimension = polynomial(id) else { return nil }
    if let length = dimension.known, length < 1 || length >= DimensionTable.lengthLimit {
      diagnostics.append(.wrongSize(figure.expressions[id].range, length: length))
      return nil
    }
    return dimension
  }

  mutating func shape(_ space: SpaceSyntax) -> Shape? {
    let dimensions = space.dimensions.map { dimension($0) }
    let found = dimensions.compactMap(\.self)
    return found.count == dimensions.count ? Shape(found) : nil
  }

  private mutating func polynomial(_ id: ExpressionID) -> Dimension? {
    let range = figure.expressions[id].range
    switch figure.expressions[id].kind {
    case .missing: return nil
    case .number(let literal):
      guard let length = literal.integer, length < DimensionTable.lengthLimit else {
        diagnostics.append(
          literal.exponent < 0
            ? .notADimension(range) : .wrongSize(range, length: literal.integer))
        return nil
      }
      return Dimension(length)
    case .name(let name): return Dimension(symbol: figure.names[name].spelling)
    case .negation(let operand): return polynomial(operand).map { Dimension(-1) * $0 }
    case .sum(let terms):
      return combine(terms.map(\.expression), range, from: Dimension(0)) { sum, term, index in
        sum + (terms[index].sign == .minus ? Dimension(-1) * term : term)
      }
    case .product(let factors):
      guard factors.allSatisfy({ $0.operation == .times || $0.operation == .implied }) else {
        diagnostics.append(.notADimension(range))
        return nil
      }
      return combine(factors.map(\.expression), range, from: Dimension(1)) { product, factor, _ in
        product * factor
      }
    case .power(let base, let exponent, _): return power(base, exponent, range)
    case .string, .transpose, .application, .index, .literal, .norm, .root, .comparison:
      diagnostics.append(.notADimension(range))
      return nil
    }
  }

  private mutating func combine(
    _ operands: [ExpressionID], _ range: SourceRange, from start: Dimension,
    _ step: (Dimension, Dimension, Int) -> Dimension
  ) -> Dimension? {
    var result = start
    for (index, operand) in operands.enumerated() {
      guard let next = polynomial(operand) else { return nil }
      guard let sum = checked(step(result, next, index), range) else { return nil }
      result = sum
    }
    return result
  }

  private mutating func power(
    _ base: ExpressionID, _ exponent: ExpressionID, _ range: SourceRange
  ) -> Dimension? {
    guard let base = polynomial(base), let degree = polynomial(exponent) else { return nil }
    guard let degree = degree.known, (0...16).contains(degree) else {
      diagnostics.append(.notADimension(range))
      return nil
    }
    var result = Dimension(1)
    for _ in 0..<degree {
      guard let next = checked(result * base, range) else { return nil }
      result = next
    }
    return result
  }

  /// Keeps coefficients far from overflow and polynomials small.
  private mutating func checked(_ dimension: Dimension, _ range: SourceRange) -> Dimension? {
    let isSmall =
      dimension.terms.count <= Self.termLimit
      && dimension.terms.allSatisfy {
        $0.coefficient.magnitude < DimensionTable.lengthLimit
          && $0.monomial.symbols.count <= Self.termLimit
      }
    guard isSmall else {
      diagnostics.append(.wrongSize(range, length: dimension.known))
      return nil
    }
    return dimension
  }
}
