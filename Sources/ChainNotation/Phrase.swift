package import ExpressionGraph

/// An expression as one would say it: the surface tree from which the language's text, LaTeX and
/// typeset formulas are written, so that the three agree.
///
/// Unlike the graph it knows rows, columns, primes and signs. Whoever writes a phrase decides about
/// brackets; the tree has none.
package indirect enum Phrase: Hashable, Sendable {
  /// Never negative; a whole number or a decimal (a fraction is a `quotient`).
  case number(Number)
  case pi
  case name(Name)
  /// A defined function at other arguments, as the source has it: `f(a)`.
  case instance(String)
  /// A part too large to show.
  case ellipsis

  case sum([SignedPhrase])
  case negated(Phrase)
  /// A product of scalars.
  case times([Phrase])
  /// A scalar times a tensor.
  case scaled(Phrase, Phrase)
  /// A matrix product, of rows, columns and matrices.
  case chain([Phrase])
  /// A product entry by entry.
  case hadamard([Phrase])
  /// Anything over a scalar.
  case quotient(Phrase, Phrase)
  case entrywiseQuotient(Phrase, Phrase)
  case power(Phrase, Phrase)
  case entrywisePower(Phrase, Phrase)
  case transpose(Phrase)

  case elementwise(ElementwiseFunction, [Phrase])
  case reduction(Reduction, Operand)
  case vectorFunction(VectorFunction, Phrase)
  case linear(LinearFunction, Phrase)
  case matrixFunction(MatrixFunction, Phrase)
  case reshape(Reshape)
  /// The first operand's blocks, each entry of it times the second.
  case kronecker(Phrase, Phrase)
  case join(Join)
  /// The upper or lower triangle of a matrix.
  case triangular(Phrase, TrianglePattern)
  case triangle(TrianglePattern)
  case identity(Dimension)
  case ones(Shape)
  case zeros(Shape)
  /// The unit vector with a 1 at a position counted from 1.
  case unit(position: Int, length: Dimension)
  case index(Index)
  /// Rows of entries; a column has one entry a row.
  case literal([[Phrase]])
  case contraction(Contraction)
  /// Entries side by side, summed over letters: an entry of a contraction.
  case indexed(Indexed)
  /// The matrix K with K vec X = vec Xᵀ for X of so many rows and columns.
  case commutation(Dimension, Dimension)
  case choice([Case], otherwise: Phrase)
  case application(Application)
}

/// A name with the number of axes of what it names, for bold vectors and matrices.
package struct Name: Hashable, Sendable {
  package let text: String
  package let order: Int
  /// Whether a small change of what is named is meant: dX.
  package let isDifferential: Bool

  package init(_ text: String, order: Int = 0, isDifferential: Bool = false) {
    self.text = text
    self.order = order
    self.isDifferential = isDifferential
  }
}

/// A term of a sum.
package struct SignedPhrase: Hashable, Sendable {
  package let isNegative: Bool
  package let phrase: Phrase

  package init(_ phrase: Phrase, isNegative: Bool = false) {
    self.isNegative = isNegative
    self.phrase = phrase
  }
}

extension SignedPhrase {
  /// The sign of the phrase itself taken into the term's.
  var withOneSign: SignedPhrase {
    if case .negated(let inner) = phrase {
      SignedPhrase(inner, isNegative: !isNegative).withOneSign
    } else {
      self
    }
  }
}

/// Linear functions that matrix notation has names for.
package enum LinearFunction: String, Hashable, Sendable, CaseIterable {
  case sum, mean
  case trace = "tr"
  /// Of a vector the matrix, of a matrix the vector.
  case diagonal = "diag"
}

extension Phrase {
  /// What a reduction is taken of; a matrix has another name for its norm than a vector.
  package struct Operand: Hashable, Sendable {
    package let phrase: Phrase
    package let order: Int

    package init(_ phrase: Phrase, order: Int) {
      self.phrase = phrase
      self.order = order
    }
  }

  /// Entries of a base, counted from 1.
  package struct Index: Hashable, Sendable {
    package enum Position: Hashable, Sendable {
      case entry(Int)
      /// The place that a summation letter runs over; only in typeset sums.
      case letter(String)
      case range(first: Phrase, last: Phrase)
      case all
    }

    package let base: Phrase
    package let positions: [Position]
    /// For each position the entries it stands for, if they are known and few.
    package let entries: [[Int]]?
    /// How long the base is along each position, if that is known.
    package let lengths: [Int]?

    package init(
      base: Phrase, positions: [Position], entries: [[Int]]? = nil, lengths: [Int]? = nil
    ) {
      self.base = base
      self.positions = positions
      self.entries = entries
      self.lengths = lengths
    }

    /// Whether one entry is meant, not a part.
    var isEntry: Bool {
      positions.allSatisfy {
        switch $0 {
        case .entry, .letter: true
        case .range, .all: false
        }
      }
    }
  }

  /// Σ over the letters that `output` lacks of the product of the operands' entries.
  package struct Contraction: Hashable, Sendable {
    package struct Factor: Hashable, Sendable {
      package let phrase: Phrase
      package let letters: String
    }

    package let factors: [Factor]
    package let output: String
  }

  /// Σ over the letters of the product of the factors, each an entry.
  package struct Indexed: Hashable, Sendable {
    package let summed: [String]
    package let factors: [Phrase]
  }

  /// The entries of an operand, down the columns, in another shape.
  package struct Reshape: Hashable, Sendable {
    package let operand: Phrase
    package let pattern: ReshapePattern

    /// Whether this is `vec`.
    var isVector: Bool { pattern.target.order == 1 && pattern.source.order == 2 }

    /// Whether this is a vector as a matrix of one column.
    var isColumn: Bool { pattern.target.dimensions == pattern.source.dimensions + [1] }
  }

  /// Operands one behind the other: blocks below or beside one another up to order 2.
  package struct Join: Hashable, Sendable {
    package let parts: [Phrase]
    /// The shape of each part.
    package let shapes: [Shape]
    package let axis: Int
    package let order: Int
  }

  /// One line of a choice: the condition `left comparison right` and the value it decides for.
  package struct Case: Hashable, Sendable {
    package let left: Phrase
    package let comparison: Comparison
    package let right: Phrase
    package let value: Phrase
  }

  /// An abstract function, or a derivative of one, at its arguments.
  package struct Application: Hashable, Sendable {
    package let function: Name
    /// Zero-based argument positions, sorted.
    package let derivatives: [Int]
    package let arguments: [Phrase]
  }
}

extension Phrase {
  package static func name(_ text: String, order: Int = 0) -> Phrase {
    .name(Name(text, order: order))
  }

  /// The product of scalars, flattened; `empty` where there are none.
  static func product(_ factors: [Phrase], empty: Number = .one) -> Phrase {
    if factors.count == 1 { return factors[0] }
    let flat = factors.flatMap { if case .times(let inner) = $0 { inner } else { [$0] } }
    return flat.isEmpty ? .number(empty) : .times(flat)
  }

  /// The matrix product, flattened, the same name side by side as a power.
  static func matrixProduct(_ factors: Phrase...) -> Phrase {
    var flat: [Phrase] = []
    for factor in factors.flatMap({ if case .chain(let inner) = $0 { inner } else { [$0] } }) {
      if let last = flat.last, let power = last.times(factor) {
        flat[flat.count - 1] = power
      } else {
        flat.append(factor)
      }
    }
    return flat.count == 1 ? flat[0] : .chain(flat)
  }

  /// The product of two powers of one matrix that has a name; nil for others.
  private func times(_ other: Phrase) -> Phrase? {
    guard let (base, exponent) = namedPower, let (same, more) = other.namedPower, base == same
    else { return nil }
    return .power(.name(base), .number(exponent + more))
  }

  /// How many matrices are multiplied; nil for what is no matrix product, a power counting as two.
  var matrixFactorCount: Int? {
    switch self {
    case .chain(let factors): factors.count
    case .power: namedPower.map { _ in 2 }
    case _: nil
    }
  }

  private var namedPower: (base: Name, exponent: Number)? {
    switch self {
    case .name(let name) where name.order == 2: (name, .one)
    case .power(.name(let name), .number(let exponent)) where name.order == 2: (name, exponent)
    case _: nil
    }
  }

  /// The entrywise product, flattened.
  static func entrywiseProduct(_ factors: [Phrase]) -> Phrase {
    if factors.count == 1 { return factors[0] }
    if let triangular = triangular(factors) { return triangular }
    return .hadamard(factors.flatMap { if case .hadamard(let inner) = $0 { inner } else { [$0] } })
  }

  /// The phrase with rows and columns exchanged, without a prime where a literal can be turned.
  var transposed: Phrase {
    if case .transpose(let inner) = self { return inner }
    guard case .literal(let rows) = self else { return .transpose(self) }
    return .literal((rows.first ?? []).indices.map { column in rows.map { $0[column] } })
  }

  /// A number of either sign as a phrase: a fraction becomes a quotient.
  package static func constant(_ value: Number) -> Phrase {
    let magnitude = value.magnitude
    let phrase: Phrase =
      if let (numerator, denominator) = magnitude.fractionParts {
        .quotient(.number(numerator), .number(denominator))
      } else {
        .number(magnitude)
      }
    return value.isNegative ? .negated(phrase) : phrase
  }

  /// The length of an axis as an expression in its symbols.
  package static func size(_ dimension: Dimension) -> Phrase {
    if let known = dimension.known { return .constant(Number(known)) }
    let terms = dimension.terms.map { term in
      let magnitude = abs(term.coefficient)
      let symbols = term.monomial.symbols.map { Phrase.name($0) }
      return SignedPhrase(
        .product(
          (magnitude == 1 && !symbols.isEmpty ? [] : [.number(Number(magnitude))]) + symbols),
        isNegative: term.coefficient < 0)
    }
    if terms.count == 1, !terms[0].isNegative { return terms[0].phrase }
    return .sum(terms)
  }
}

extension Number {
  /// Numerator and denominator where the number is written as a fraction.
  var fractionParts: (Number, Number)? {
    guard let (numerator, denominator) = fraction, denominator != 1,
      !(isDecimal && exactDecimal != nil)
    else { return nil }
    return (Number(Int(numerator)), Number(Int(denominator)))
  }
}
