extension ExpressionGraph {
  /// The shape of an operation's result; nil if the operands do not fit it.
  ///
  /// One row an operation.
  package func shape(of operation: Operation, operands: [NodeID]) -> Shape? {
    let shapes = operands.map(shape(of:))
    switch operation {
    case .variable(let id): return shapes.isEmpty ? self[id].shape : nil
    case .number, .pi, .dimension: return shapes.isEmpty ? .scalar : nil
    case .sum(let id): return self[id].shape(of: shapes)
    case .product(let id): return self[id].shape(of: shapes)
    case .elementwise(let function):
      guard shapes.count == function.arity, let first = shapes.first else { return nil }
      return shapes.allSatisfy { $0 == first } ? first : nil
    case .reduction: return shapes.count == 1 ? .scalar : nil
    case .vectorFunction: return shapes.count == 1 ? shapes[0] : nil
    case .matrixFunction(let function):
      guard shapes.count == 1, shapes[0].isSquare else { return nil }
      return function.isScalar ? .scalar : shapes[0]
    case .literal(let id):
      guard shapes.allSatisfy(\.isScalar), self[id].entryCount == shapes.count else { return nil }
      return self[id]
    case .slice(let id): return shapes == [self[id].source] ? self[id].shape : nil
    case .selector(let id): return shapes.isEmpty ? self[id].shape + self[id].source : nil
    case .reshape(let id):
      return shapes == [self[id].source] && self[id].isSound ? self[id].target : nil
    case .join(let id): return shapes == self[id].parts ? self[id].shape : nil
    case .triangle(let id): return shapes.isEmpty ? self[id].shape : nil
    case .choice(let id): return self[id].shape(of: shapes)
    case .application(let id): return self[id].shape(of: shapes)
    case .definition: return shapes.count == 1 ? shapes[0] : nil
    }
  }
}

extension SumPattern {
  fileprivate func shape(of operands: [Shape]) -> Shape? {
    guard operands.count == coefficients.count, let first = operands.first else { return nil }
    return operands.allSatisfy { $0 == first } ? first : nil
  }
}

extension ProductPattern {
  /// Every factor's axes must have its labels' lengths, and every label must occur.
  fileprivate func shape(of operands: [Shape]) -> Shape? {
    guard operands.count == factors.count else { return nil }
    for (factor, operand) in zip(factors, operands) {
      guard factor.labels.count == operand.order else { return nil }
      for (label, dimension) in zip(factor.labels, operand.dimensions)
      where extents[Int(label.index)] != dimension { return nil }
    }
    let occurring = Set(factors.flatMap(\.labels)).union(output)
    return occurring.count == extents.count ? shape : nil
  }
}

extension ChoicePattern {
  /// Sides of comparisons are scalars; the values have one shape.
  fileprivate func shape(of operands: [Shape]) -> Shape? {
    guard operands.count == 3 * comparisons.count + 1, let last = operands.last else { return nil }
    for position in comparisons.indices {
      guard operands[3 * position].isScalar, operands[3 * position + 1].isScalar,
        operands[3 * position + 2] == last
      else { return nil }
    }
    return last
  }
}

extension ApplicationPattern {
  package func shape(of operands: [Shape]) -> Shape? {
    guard operands == function.domain else { return nil }
    return derivatives.reduce(function.codomain) { $0 + function.domain[$1] }
  }
}
