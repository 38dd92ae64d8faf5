package import ExpressionGraph

extension ExpressionGraph {
  /// The derivative of a node by one of its operands, the other operands held fixed: a sum of terms
  /// of shape (node's axes) + (operand's axes).
  ///
  /// An empty sum is zero.
  ///
  /// An operand that occurs at several positions has one local Jacobian each. One row an
  /// operation; the cost is that of the operation, not of what lies below it.
  package mutating func localJacobian(of node: NodeID, operand position: Int) -> [Term] {
    let x = operand(of: node, at: position)
    switch operation(of: node) {
    case .variable, .number, .pi, .dimension, .selector, .triangle: return []
    case .definition: return [Term(identity: shape(of: node))]
    case .sum(let id):
      return [Term(identity: shape(of: node), coefficient: self[id].coefficients[position])]
    case .product: return [productJacobian(of: node, factor: position)]
    case .elementwise: return [elementwiseJacobian(of: node, operand: position)]
    case .reduction(let reduction): return reductionJacobian(reduction, of: node, operand: x)
    case .vectorFunction(let function): return vectorJacobian(function, of: node, operand: x)
    case .matrixFunction(let function): return matrixJacobian(function, of: node, operand: x)
    case .literal(let id): return [entryJacobian(of: self[id], position: position)]
    case .slice(let id): return [sliceJacobian(self[id])]
    case .reshape(let id): return [reshapeJacobian(self[id])]
    case .join(let id): return [joinJacobian(self[id], part: position, of: node)]
    case .choice: return choiceJacobian(of: node, operand: position)
    case .application(let id): return [applicationJacobian(self[id], of: node, position: position)]
    }
  }

  /// d(A^q)/dA = q A^(q−1): the other factors stay, the factor's labels become output axes.
  private func productJacobian(of node: NodeID, factor position: Int) -> Term {
    var term = self.term(of: node)
    let factor = term.factors[position]
    if factor.exponent.isOne {
      term.factors.remove(at: position)
    } else {
      term.coefficient = term.coefficient * factor.exponent
      term.factors[position].exponent = factor.exponent - .one
    }
    term.output += factor.labels
    return term
  }

  /// Entry i of the result depends on entry i of the operand alone: f'(x)ᵢ δᵢⱼ.
  private mutating func elementwiseJacobian(of node: NodeID, operand position: Int) -> Term {
    let slope = elementwiseDerivative(of: node, operand: position)
    var term = self.term(of: slope)
    term.output += term.output
    return term
  }

  /// Scalar by tensor: the gradient as a term with the operand's axes.
  private mutating func reductionJacobian(
    _ reduction: Reduction, of node: NodeID, operand x: NodeID
  ) -> [Term] {
    let labels = Array(0..<shape(of: x).order)
    func gradient(_ factors: [Term.Factor]) -> [Term] {
      [Term(factors: factors, output: labels, extents: shape(of: x).dimensions)]
    }
    switch reduction {
    case .norm1: return gradient([.init(elementwise(.sign, x), labels: labels)])
    case .norm2: return gradient([.init(x, labels: labels), .init(node, exponent: -1)])
    case .norminf:
      let largest = unary(.vectorFunction(.firstMaximum), elementwise(.abs, x))
      return gradient([
        .init(elementwise(.sign, x), labels: labels), .init(largest, labels: labels),
      ])
    case .logsumexp: return gradient([.init(unary(.vectorFunction(.softmax), x), labels: labels)])
    case .prod: return gradient([.init(node), .init(x, labels: labels, exponent: -1)])
    case .max: return gradient([.init(unary(.vectorFunction(.firstMaximum), x), labels: labels)])
    case .min: return gradient([.init(unary(.vectorFunction(.firstMinimum), x), labels: labels)])
    }
  }

  /// softmax: sᵢ(δᵢⱼ − sⱼ); logsoftmax: δᵢⱼ − softmax(x)ⱼ.
  private mutating func vectorJacobian(
    _ function: VectorFunction, of node: NodeID, operand x: NodeID
  ) -> [Term] {
    let shape = shape(of: x)
    let rows = Array(0..<shape.order)
    let columns = rows.map { $0 + shape.order }
    let extents = shape.dimensions + shape.dimensions
    switch function {
    case .softmax:
      let diagonal = Term(
        factors: [.init(node, labels: rows)], output: rows + rows, extents: shape.dimensions)
      let outer = Term(
        coefficient: .minusOne,
        factors: [.init(node, labels: rows), .init(node, labels: columns)],
        output: rows + columns, extents: extents)
      return [diagonal, outer]
    case .logsoftmax:
      let softmax = unary(.vectorFunction(.softmax), x)
      let outer = Term(
        coefficient: .minusOne, factors: [.init(softmax, labels: columns)],
        output: rows + columns, extents: extents)
      return [Term(identity: shape), outer]
    case .firstMaximum, .firstMinimum: return []
    }
  }

  /// The k-th scalar of a literal lands in one entry: a product of one-hot vectors, an axis each.
  private mutating func entryJacobian(of shape: Shape, position: Int) -> Term {
    var remaining = position
    var indices = [Int](repeating: 0, count: shape.order)
    for axis in shape.dimensions.indices.reversed() {
      let length = shape.dimensions[axis].known ?? 1
      indices[axis] = remaining % length
      remaining /= length
    }
    var factors: [Term.Factor] = []
    for (axis, dimension) in shape.dimensions.enumerated() {
      factors.append(.init(selector(.index(indices[axis]), of: dimension), labels: [axis]))
    }
    return Term(
      factors: factors, output: Array(shape.dimensions.indices), extents: shape.dimensions)
  }

  /// A slice picks entries axis by axis: a one-hot vector for an index, a 0/1 matrix for a range,
  /// a delta for a whole axis.
  private mutating func sliceJacobian(_ pattern: SlicePattern) -> Term {
    var term = Term()
    var columns: [Int] = []
    for (axis, dimension) in zip(pattern.axes, pattern.source.dimensions) {
      let column = term.extents.count
      term.extents.append(dimension)
      columns.append(column)
      switch axis {
      case .index: term.factors.append(.init(selector(axis, of: dimension), labels: [column]))
      case .range(_, let length):
        term.extents.append(length)
        term.factors.append(.init(selector(axis, of: dimension), labels: [column + 1, column]))
        term.output.append(column + 1)
      case .all: term.output.append(column)
      }
    }
    term.output += columns
    return term
  }

  /// The constant 0/1 tensor that picks part of one axis.
  package mutating func selector(_ axis: SlicePattern.Axis, of dimension: Dimension) -> NodeID {
    node(.selector(intern(SlicePattern(axes: [axis], source: Shape([dimension])))))
  }

  /// The value that the comparisons choose passes its derivative on, the others none.
  private mutating func choiceJacobian(of node: NodeID, operand position: Int) -> [Term] {
    guard case .choice(let id) = operation(of: node) else { return [] }
    let cases = self[id].comparisons.count
    let isValue = position == 3 * cases || position % 3 == 2
    guard isValue else { return [] }
    let chosen = position == 3 * cases ? cases : position / 3
    var operands = Array(self.operands(of: node))
    for branch in 0...cases {
      operands[branch == cases ? 3 * cases : 3 * branch + 2] = number(branch == chosen ? 1 : 0)
    }
    var term = Term(identity: shape(of: node))
    term.factors.append(.init(self.node(.choice(id), operands)))
    return [term]
  }

  /// The derivative of an abstract function by one more argument.
  ///
  /// Mixed derivatives commute, so the new axes stand where the sorted argument positions put them.
  private mutating func applicationJacobian(
    _ pattern: ApplicationPattern, of node: NodeID, position: Int
  ) -> Term {
    let function = pattern.function
    let arguments = Array(operands(of: node))
    let derivative = application(
      function, derivatives: pattern.derivatives + [position], to: arguments)
    let before = pattern.derivatives.filter { $0 <= position }
    let start =
      function.codomain.order
      + before.reduce(0) { $0 + function.domain[$1].order }
    let moved = function.domain[position].order
    let extents = shape(of: derivative).dimensions
    let labels = Array(extents.indices)
    let inner = start..<start + moved
    return Term(
      factors: [.init(derivative, labels: labels)],
      output: labels.filter { !inner.contains($0) } + Array(inner), extents: extents)
  }
}
