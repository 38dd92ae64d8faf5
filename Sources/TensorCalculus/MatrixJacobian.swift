import ExpressionGraph

extension ExpressionGraph {
  /// The local Jacobian of a function of a square matrix.
  ///
  /// From d(X⁻¹) = −X⁻¹ dX X⁻¹ and d det(X) = tr(adj(X) dX), which holds at singular points too:
  /// inverse −(X⁻¹)ᵢₖ (X⁻¹)ₗⱼ, determinant adj(X)ₗₖ, its logarithm (X⁻¹)ₗₖ, and the adjugate, by
  /// adj(X) = det(X) X⁻¹, adj(X)ᵢⱼ (X⁻¹)ₗₖ − (X⁻¹)ᵢₖ adj(X)ₗⱼ.
  mutating func matrixJacobian(
    _ function: MatrixFunction, of node: NodeID, operand x: NodeID
  ) -> [Term] {
    let length = shape(of: x).dimensions[0]
    let inverse = matrixFunction(.inverse, x)
    func gradient(_ factor: NodeID) -> [Term] {
      [
        Term(
          factors: [.init(factor, labels: [1, 0])], output: [0, 1], extents: [length, length])
      ]
    }
    func fourAxes(_ coefficient: Number, _ factors: [Term.Factor]) -> Term {
      Term(
        coefficient: coefficient, factors: factors, output: [0, 1, 2, 3],
        extents: [length, length, length, length])
    }
    switch function {
    case .determinant: return gradient(matrixFunction(.adjugate, x))
    case .logDeterminant: return gradient(inverse)
    case .inverse:
      return [
        fourAxes(.minusOne, [.init(node, labels: [0, 2]), .init(node, labels: [3, 1])])
      ]
    case .adjugate:
      return [
        fourAxes(.one, [.init(node, labels: [0, 1]), .init(inverse, labels: [3, 2])]),
        fourAxes(.minusOne, [.init(inverse, labels: [0, 2]), .init(node, labels: [3, 1])]),
      ]
    }
  }

  /// A change of shape is linear, and each run of axes changes by itself: the constant of a run is
  /// the identity map with the axes of the result reshaped.
  ///
  /// Counted with the first axis fastest, leading axes can change shape by themselves.
  mutating func reshapeJacobian(_ pattern: ReshapePattern) -> Term {
    let columns = pattern.source.order
    var term = Term(
      output: Array(0..<pattern.target.order + columns),
      extents: pattern.target.dimensions + pattern.source.dimensions)
    var ties: [(Int, Int)] = []
    for group in pattern.groups {
      let labels = Array(group.target) + group.source.map { $0 + pattern.target.order }
      if group.source.count == 1, group.target.count == 1 {
        ties.append((labels[0], labels[1]))
        continue
      }
      let source = Shape(Array(pattern.source.dimensions[group.source]))
      let identity = node(of: Term(identity: source))
      let target = Shape(Array(pattern.target.dimensions[group.target]))
      term.factors.append(.init(reshape(identity, to: target + source), labels: labels))
    }
    term.unify(ties)
    return term
  }

  /// A part lands in its place along the axis, and keeps its other axes.
  mutating func joinJacobian(_ pattern: JoinPattern, part: Int, of node: NodeID) -> Term {
    let whole = shape(of: node)
    var inner = Array(0..<whole.order)
    inner[pattern.axis] = whole.order
    let length = pattern.parts[part].dimensions[pattern.axis]
    let start = pattern.start(of: part)
    let extent = whole.dimensions[pattern.axis]
    // One entry is picked by its number, whatever the axis of length 1 is called.
    let factor: Term.Factor =
      if length.isOne, let index = start.known {
        .init(selector(.index(index), of: extent), labels: [pattern.axis])
      } else {
        .init(
          selector(.range(start: start, length: length), of: extent),
          labels: [whole.order, pattern.axis])
      }
    return Term(
      factors: [factor],
      output: Array(0..<whole.order) + inner, extents: whole.dimensions + [length])
  }
}
