import ExpressionGraph

extension Phrase {
  /// The indicator of the first of the largest or smallest entries, for a point where entries tie.
  ///
  /// t is 1 at each of them; L, ones below the diagonal, counts those before: t ⊙ (1 − sign(L t)).
  /// A matrix is read row by row, as its entries are counted. Nil past order 2.
  static func firstTied(_ function: VectorFunction, of operand: Phrase, _ shape: Shape) -> Phrase? {
    guard (1...2).contains(shape.order) else { return nil }
    let tied = Phrase.vectorFunction(function, operand)
    guard shape.order == 2 else { return first(in: tied, length: shape.dimensions[0]) }
    let turned = Shape(shape.dimensions.reversed())
    let vector = Shape([shape.size])
    let entries = Phrase.reshape(
      Reshape(operand: tied.transposed, pattern: ReshapePattern(source: turned, target: vector)))
    let marks = first(in: entries, length: shape.size)
    return Phrase.reshape(
      Reshape(operand: marks, pattern: ReshapePattern(source: vector, target: turned))
    ).transposed
  }

  private static func first(in tied: Phrase, length: Dimension) -> Phrase {
    let square = Shape([length, length])
    let below = Phrase.sum([
      SignedPhrase(.triangle(TrianglePattern(isUpper: false, shape: square))),
      SignedPhrase(.identity(length), isNegative: true),
    ])
    let isLater = Phrase.elementwise(.sign, [.chain([below, tied])])
    let isFirst = Phrase.sum([
      SignedPhrase(.number(.one)), SignedPhrase(isLater, isNegative: true),
    ])
    return .hadamard([tied, isFirst])
  }
}
