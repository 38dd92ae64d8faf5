package import ExpressionGraph

extension ExpressionGraph {
  /// Reverse accumulation: the derivative of one output by every node it depends on, by the chain
  /// rule from the output backwards.
  ///
  /// - Returns: the adjoint of each node on a way from `inputs` to the output, of shape (output's
  ///   axes) + (node's axes), not simplified; a node without an entry has a derivative of zero.
  /// - Complexity: linear in the size of the expression, in time and in nodes made.
  ///
  /// Nodes of `inputs` are held: what lies below them is not entered.
  package mutating func adjoints(
    of output: NodeID, by inputs: NodeSet
  ) -> NodeMap {
    let (order, active) = activeNodes(below: output, by: inputs)
    let outer = shape(of: output)
    var adjoints = NodeMap(for: order)
    guard active.contains(output) else { return adjoints }
    adjoints.set(output, to: node(of: Term(identity: outer)))
    for node in order.reversed() {
      guard let adjoint = adjoints[node], !inputs.contains(node) else { continue }
      for position in (0..<operandCount(of: node)).reversed() {
        let operand = self.operand(of: node, at: position)
        guard active.contains(operand) else { continue }
        let share = share(of: adjoint, through: node, operand: position, outer)
        // Later users come first here: what they contribute is put behind the earlier ones'.
        let sum = if let later = adjoints[operand] { plus(share, later) } else { share }
        adjoints.set(operand, to: sum)
      }
    }
    return adjoints
  }

  /// What one operand of a node contributes to that operand's adjoint.
  private mutating func share(
    of adjoint: NodeID, through node: NodeID, operand position: Int, _ outer: Shape
  ) -> NodeID {
    if isScalar(adjoint), let slope = scalarSlope(of: node, operand: position) {
      return times(adjoint, slope)
    }
    let shape = outer + shape(of: operand(of: node, at: position))
    return total(of: pullback(adjoint, through: node, operand: position), shape: shape)
  }

  /// The local Jacobian of the scalar operations that long chains are made of, without a term;
  /// nil for every other operation.
  private mutating func scalarSlope(of node: NodeID, operand position: Int) -> NodeID? {
    guard isScalar(node) else { return nil }
    switch operation(of: node) {
    case .sum(let id): return number(self[id].coefficients[position])
    case .product(plainProduct): return operand(of: node, at: 1 - position)
    case .elementwise: return elementwiseDerivative(of: node, operand: position)
    case .variable, .number, .pi, .dimension, .product, .reduction, .vectorFunction,
      .matrixFunction, .literal, .slice, .selector, .reshape, .join, .triangle, .choice,
      .application, .definition:
      return nil
    }
  }

  /// Forward accumulation: the derivative of every node by one input, from the input onwards.
  ///
  /// - Returns: the tangent of each node on a way to `outputs`, of shape (node's axes) + (input's
  ///   axes), not simplified; a node without an entry has a derivative of zero.
  /// - Complexity: linear in the size of the expression.
  package mutating func tangents(
    of outputs: [NodeID], by input: NodeID
  ) -> NodeMap {
    let inner = shape(of: input)
    let order = nodes(below: outputs, isLeaf: { $0 == input })
    guard order.contains(input) else { return NodeMap() }
    var tangents = NodeMap(for: order)
    tangents.set(input, to: node(of: Term(identity: inner)))
    for node in order where node != input {
      var parts: [NodeID] = []
      for position in 0..<operandCount(of: node) {
        guard let tangent = tangents[operand(of: node, at: position)] else { continue }
        if isScalar(tangent), let slope = scalarSlope(of: node, operand: position) {
          parts.append(times(tangent, slope))
        } else {
          parts += pushforward(tangent, through: node, operand: position)
        }
      }
      guard let first = parts.first else { continue }
      tangents.set(node, to: parts.dropFirst().reduce(first) { plus($0, $1) })
    }
    return tangents
  }

  /// The nodes below the output in topological order, and those of them that depend on an input.
  private func activeNodes(
    below output: NodeID, by inputs: NodeSet
  ) -> (order: [NodeID], active: NodeSet) {
    let order = nodes(below: [output], isLeaf: inputs.contains)
    var active = NodeSet(among: order)
    for node in order where inputs.contains(node) || usesOne(of: active, node) {
      active.insert(node)
    }
    return (order, active)
  }

  private func usesOne(of set: NodeSet, _ node: NodeID) -> Bool {
    for position in 0..<operandCount(of: node)
    where set.contains(operand(of: node, at: position)) { return true }
    return false
  }

  /// Adjoint times local Jacobian: the shares that one operand of a node has in the adjoint of
  /// that operand, one a term of the local Jacobian.
  package mutating func pullback(
    _ adjoint: NodeID, through node: NodeID, operand position: Int
  ) -> [NodeID] {
    let axes = shape(of: node).order
    let terms = localJacobian(of: node, operand: position)
    // V'(diag(s) - ss') of a matrix V stays one product; of a vector the terms read better apart.
    if terms.count > 1, axes > 0, shape(of: adjoint).order > axes,
      !term(of: adjoint).hasFreeStructure
    {
      let parts = terms.map { self.node(of: $0) }
      let whole = total(of: parts, shape: shape(of: parts[0]))
      return [contract(adjoint, opaqueTerm(of: whole), axes: axes, adjointFirst: true)]
    }
    return terms.map { contract(adjoint, $0, axes: axes, adjointFirst: true) }
  }

  /// Local Jacobian times tangent.
  private mutating func pushforward(
    _ tangent: NodeID, through node: NodeID, operand position: Int
  ) -> [NodeID] {
    let axes = shape(of: operand(of: node, at: position)).order
    return localJacobian(of: node, operand: position).map { local in
      contract(tangent, local, axes: axes, adjointFirst: false)
    }
  }

  private mutating func contract(
    _ accumulated: NodeID, _ local: Term, axes: Int, adjointFirst: Bool
  ) -> NodeID {
    if local.extents.isEmpty, isScalar(accumulated) { return times(accumulated, local) }
    let known = mergeableTerm(of: accumulated)
    let product =
      adjointFirst
      ? known.contracted(with: local, axes: axes) : local.contracted(with: known, axes: axes)
    return self.node(of: product)
  }

  private mutating func times(_ accumulated: NodeID, _ local: Term) -> NodeID {
    times(accumulated, node(of: local))
  }

  private mutating func times(_ a: NodeID, _ b: NodeID) -> NodeID {
    if isOne(a) { return b }
    if isOne(b) { return a }
    if isZero(b) { return b }
    if let x = constant(a), let y = constant(b) { return number(x * y) }
    return binary(.product(plainProduct), a, b)
  }

  /// A node as a term whose deltas and broadcasts are open to be merged; a product of tensors
  /// without such structure stays one factor, so that sharing survives.
  private func mergeableTerm(of node: NodeID) -> Term {
    let term = self.term(of: node)
    return term.hasFreeStructure || term.factors.count <= 1 ? term : opaqueTerm(of: node)
  }

  /// The chain rule's product of two Jacobians that meet in a node with so many axes, not
  /// simplified: shape s + m and m + t give s + t.
  package mutating func composed(_ outer: NodeID, _ inner: NodeID, axes: Int) -> NodeID {
    if axes == 0, isScalar(outer), isScalar(inner) { return times(outer, term(of: inner)) }
    return node(of: term(of: outer).contracted(with: term(of: inner), axes: axes))
  }

  /// The sum of parts of one shape; zero if there are none.
  package mutating func total(of parts: [NodeID], shape: Shape) -> NodeID {
    guard let first = parts.first else { return zero(shape) }
    return parts.dropFirst().reduce(first) { plus($0, $1) }
  }

  private mutating func plus(_ a: NodeID, _ b: NodeID) -> NodeID {
    if isZero(a) { return b }
    if isZero(b) { return a }
    if let x = constant(a), let y = constant(b) { return number(x + y) }
    return binary(.sum(plainSum), a, b)
  }
}
