import ExpressionGraph

/// Rules for inverses, determinants and adjugates.
extension Simplifier {
  /// A function of a simplified square matrix: scalars and transposes taken out, of inverses the
  /// inverse, of diagonal matrices the entries.
  mutating func matrixFunction(
    _ function: MatrixFunction, _ operand: NodeID, in graph: inout ExpressionGraph
  ) -> NodeID {
    if case .matrixFunction(.inverse) = graph.operation(of: operand) {
      return ofInverse(function, graph.operand(of: operand), in: &graph)
    }
    let term = graph.term(of: operand)
    if function == .inverse, let inverse = inverseOfDiagonal(term, in: &graph) { return inverse }
    if function == .determinant, term == Term(identity: term.shape) { return graph.number(.one) }
    if function == .determinant, let split = productOfDeterminants(term, in: &graph) {
      return split
    }
    if function == .inverse, let inverse = withoutScalars(term, in: &graph) { return inverse }
    if let turned = earlierTranspose(of: operand, in: &graph) {
      let value = matrixFunction(function, turned, in: &graph)
      return function.isScalar ? value : transposed(value, in: &graph)
    }
    if trusts(operand), function == .inverse, isOrthogonal(operand, in: graph) {
      return transposed(operand, in: &graph)
    }
    return graph.matrixFunction(function, operand)
  }

  /// Functions of M⁻¹ by those of M: the function stays undefined where M is singular.
  private mutating func ofInverse(
    _ function: MatrixFunction, _ matrix: NodeID, in graph: inout ExpressionGraph
  ) -> NodeID {
    switch function {
    case .inverse: return matrix
    case .determinant:
      let determinant = matrixFunction(.determinant, matrix, in: &graph)
      return product(Term(factors: [.init(determinant, exponent: .minusOne)]), in: &graph)
    case .logDeterminant:
      return sum([(.minusOne, matrixFunction(.logDeterminant, matrix, in: &graph))], in: &graph)
    case .adjugate:
      let determinant = matrixFunction(.determinant, matrix, in: &graph)
      var term = graph.opaqueTerm(of: matrix)
      term.factors.append(.init(determinant, exponent: .minusOne))
      return product(term, in: &graph)
    }
  }

  /// diag(v)⁻¹ is the diagonal matrix of reciprocals.
  private mutating func inverseOfDiagonal(
    _ term: Term, in graph: inout ExpressionGraph
  ) -> NodeID? {
    guard term.output.count == 2, term.output[0] == term.output[1],
      term.factors.allSatisfy({ Set($0.labels).isSubset(of: term.output) })
    else { return nil }
    return reciprocal(of: term).map { product($0, in: &graph) }
  }

  /// The term with every part's exponent negated; nil for zero.
  private func reciprocal(of term: Term) -> Term? {
    guard let coefficient = term.coefficient.power(-1) else { return nil }
    var result = term
    result.coefficient = coefficient
    result.sizes = term.sizes.map { .init(dimension: $0.dimension, exponent: -$0.exponent) }
    for position in result.factors.indices {
      result.factors[position].exponent = -result.factors[position].exponent
    }
    return result
  }

  /// (sM)⁻¹ = s⁻¹ M⁻¹; nil where the term has no scalar factor.
  private mutating func withoutScalars(
    _ term: Term, in graph: inout ExpressionGraph
  ) -> NodeID? {
    let scalars = Term(
      coefficient: term.coefficient, sizes: term.sizes,
      factors: term.factors.filter(\.labels.isEmpty))
    let matrix = Term(
      factors: term.factors.filter { !$0.labels.isEmpty }, output: term.output,
      extents: term.extents)
    guard
      matrix.factors.count < term.factors.count || !term.coefficient.isOne
        || !term.sizes.isEmpty, !matrix.factors.isEmpty,
      let reciprocal = reciprocal(of: scalars)
    else { return nil }
    let inner = product(matrix, in: &graph)
    let inverse = matrixFunction(.inverse, inner, in: &graph)
    return product(reciprocal.times(graph.opaqueTerm(of: inverse)), in: &graph)
  }

  /// The transpose of a matrix, if it is an older node than the matrix: of the two, functions are
  /// taken of that one.
  private mutating func earlierTranspose(
    of matrix: NodeID, in graph: inout ExpressionGraph
  ) -> NodeID? {
    switch graph.operation(of: matrix) {
    case .product, .sum: break
    case .variable, .number, .pi, .dimension, .elementwise, .reduction, .vectorFunction,
      .matrixFunction, .literal, .slice, .selector, .reshape, .join, .triangle, .choice,
      .application, .definition:
      return nil
    }
    guard !isSymmetric(matrix, in: graph) else { return nil }
    let other = transposed(matrix, in: &graph)
    return other < matrix ? other : nil
  }

  mutating func transposed(_ matrix: NodeID, in graph: inout ExpressionGraph) -> NodeID {
    if case .sum(let id) = graph.operation(of: matrix) {
      let terms = zip(graph[id].coefficients, graph.operands(of: matrix)).map { ($0, $1) }
      return sumWithoutFactoring(
        terms.map { ($0, product(graph.term(of: $1).transposed, in: &graph)) }, in: &graph)
    }
    return product(graph.term(of: matrix).transposed, in: &graph)
  }

  private func isOrthogonal(_ node: NodeID, in graph: ExpressionGraph) -> Bool {
    guard case .variable(let id) = graph.operation(of: node) else { return false }
    return graph[id].properties.contains(.orthogonal) && graph[id].shape.isSquare
  }
}

extension Simplifier {
  /// Applies the rules for matrices and arrangements to a flattened product; a node where they
  /// leave a product of another kind.
  mutating func rearranged(_ term: inout Term, in graph: inout ExpressionGraph) -> NodeID? {
    var isChanged = false
    while applyRange(to: &term, in: &graph) || cancelInverses(in: &term, &graph)
      || mergeReshapes(in: &term, graph) || dropDistribution(in: &term, graph)
    {
      isChanged = true
    }
    if isChanged { return product(term, in: &graph) }
    return appliedReshape(term, in: &graph)
  }
}

/// Pairs of factors that are together an identity matrix.
extension Simplifier {
  /// Replaces M⁻¹M, adj(M)M = det(M) and, where facts count, QᵀQ by a delta, and adj(M)/det(M) by
  /// M⁻¹; true if something was replaced.
  mutating func cancelInverses(in term: inout Term, _ graph: inout ExpressionGraph) -> Bool {
    if mergeAdjugate(in: &term, &graph) { return true }
    for (place, factor) in term.factors.enumerated() where factor.exponent.isOne {
      switch graph.operation(of: factor.node) {
      case .matrixFunction(.inverse):
        if cancel(factor, at: place, isAdjugate: false, in: &term, &graph)
          || peel(factor, at: place, isAdjugate: false, in: &term, &graph)
        {
          return true
        }
      case .matrixFunction(.adjugate):
        if cancel(factor, at: place, isAdjugate: true, in: &term, &graph)
          || peel(factor, at: place, isAdjugate: true, in: &term, &graph)
        {
          return true
        }
      case .variable:
        if trusts(factor.node), isOrthogonal(factor.node, in: graph),
          cancelOrthogonal(place, in: &term)
        {
          return true
        }
      case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
        .matrixFunction, .literal, .slice, .selector, .reshape, .join, .triangle, .choice,
        .application, .definition:
        continue
      }
    }
    return false
  }

  private mutating func mergeAdjugate(in term: inout Term, _ graph: inout ExpressionGraph) -> Bool {
    for (place, factor) in term.factors.enumerated() where factor.exponent.isOne {
      guard case .matrixFunction(.adjugate) = graph.operation(of: factor.node) else { continue }
      let matrix = graph.operand(of: factor.node)
      let divisor = term.factors.firstIndex {
        $0.node == graph.matrixFunction(.determinant, matrix) && $0.exponent <= .minusOne
      }
      guard let divisor else { continue }
      term.factors[place].node = matrixFunction(.inverse, matrix, in: &graph)
      term.factors[divisor].exponent = term.factors[divisor].exponent + .one
      term.factors.removeAll { $0.exponent.isZero }
      return true
    }
    return false
  }

  private mutating func cancel(
    _ inverse: Term.Factor, at place: Int, isAdjugate: Bool, in term: inout Term,
    _ graph: inout ExpressionGraph
  ) -> Bool {
    let matrix = graph.operand(of: inverse.node)
    guard let match = matchedInverse(matrix, inverse, at: place, in: term, graph) else {
      return false
    }
    term.factors = term.factors.enumerated()
      .filter { $0.offset != place && !match.factors.contains($0.offset) }.map(\.element)
    if isAdjugate {
      let determinant = matrixFunction(.determinant, matrix, in: &graph)
      term.factors.append(.init(determinant))
    }
    // The label summed over is gone: it must not count its length.
    for label in match.spent { term.extents[label] = Dimension(1) }
    term.unify([match.ends])
    return true
  }

  /// Two factors Q that share exactly one summed label on the same side.
  private func cancelOrthogonal(_ place: Int, in term: inout Term) -> Bool {
    let factor = term.factors[place]
    for (other, twin) in term.factors.enumerated()
    where other > place && twin.node == factor.node && twin.exponent.isOne {
      for side in 0..<2 where factor.labels[side] == twin.labels[side] {
        let shared = factor.labels[side]
        guard term.uses(of: shared) == 2, !term.output.contains(shared) else { continue }
        let ends = (factor.labels[1 - side], twin.labels[1 - side])
        term.factors.remove(at: other)
        term.factors.remove(at: place)
        term.extents[shared] = Dimension(1)
        term.unify([ends])
        return true
      }
    }
    return false
  }
}

extension Term {
  /// How many axes of factors carry the label.
  func uses(of label: Int) -> Int {
    factors.reduce(0) { $0 + $1.labels.count { $0 == label } }
  }
}
