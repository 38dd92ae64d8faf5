package import ChainDiagnostics

/// A real space: `R`, `R^n`, `R^{m x n}`, of any order.
package struct SpaceSyntax: Sendable {
  /// One a dimension, none for R.
  ///
  /// Each holds only whole numbers, names, sums, products, negations and powers.
  package let dimensions: [ExpressionID]
  package let range: SourceRange

  package init(dimensions: [ExpressionID], range: SourceRange) {
    self.dimensions = dimensions
    self.range = range
  }
}

/// What a declaration promises about an input's values.
package enum Property: String, CaseIterable, Sendable {
  case symmetric
  case positiveDefinite = "positive definite"
  case diagonal
  case orthogonal
  case invertible
  /// Every entry is positive.
  case positive
  /// Never differentiated.
  case constant

  /// Whether only a square matrix can have it.
  package var needsSquare: Bool {
    switch self {
    case .symmetric, .positiveDefinite, .diagonal, .orthogonal, .invertible: true
    case .positive, .constant: false
    }
  }
}

package struct PropertySyntax: Sendable {
  package let property: Property
  package let range: SourceRange

  package init(_ property: Property, _ range: SourceRange) {
    self.property = property
    self.range = range
  }
}
