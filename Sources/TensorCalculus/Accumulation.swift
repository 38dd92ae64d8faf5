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
    of output: NodeID, by inputs: Set<NodeID>
  ) -> [NodeID: NodeID] {
    let (order, active) = activeNodes(below: output, by: inputs)
    let outer = shape(of: output)
    var adjoints: [NodeID: NodeID] = [:]
    adjoints.reserveCapacity(order.count)
    guard active.contains(output) else { return [:] }
    adjoints[output] = node(of: Term(identity: outer))
    for node in order.reversed() {
      guard let adjoint = adjoints[node], !inputs.contains(node) else { continue }
      for position in (0..<operands(of: node).count).reversed() {
        let operand = self.operand(of: node, at: position)
        guard active.contains(operand) else { continue }
        // Later users come first here: what they contribute is put behind the earlier ones'.
        let share = total(
          of: pullback(adjoint, through: node, operand: position),
          shape: outer + shape(of: operand))
        adjoints[operand] = adjoints[operand].map { plus(share, $0) } ?? share
      }
    }
    return adjoints
  }

  /// Forward accumulation: the derivative of every node by one input, from the input onwards.
  ///
  /// - Returns: the tangent of each node on a way to `outputs`, of shape (node's axes) + (input's
  ///   axes), not simplified; a node without an entry has a derivative of zero.
  /// - Complexity: linear in the size of the expression.
  package mutating func tangents(
    of outputs: [NodeID], by input: NodeID
  ) -> [NodeID: NodeID] {
    let inner = shape(of: input)
    var tangents: [NodeID: NodeID] = [input: node(of: Term(identity: inner))]
    for node in nodes(below: outputs, isLeaf: { $0 == input }) where node != input {
      var parts: [NodeID] = []
      for position in 0..<operands(of: node).count {
        guard let tangent = tangents[operand(of: node, at: position)] else { continue }
        parts += pushforward(tangent, through: node, operand: position)
      }
      guard let first = parts.first else { continue }
      tangents[node] = parts.dropFirst().reduce(first) { plus($0, $1) }
    }
    return tangents
  }

  /// The nodes below the output in topological order, and those of them that depend on an input.
  private func activeNodes(
    below output: NodeID, by inputs: Set<NodeID>
  ) -> (order: [NodeID], active: Set<NodeID>) {
    let order = nodes(below: [output], isLeaf: inputs.contains)
    var active = Set<NodeID>()
    for node in order
    where inputs.contains(node) || operands(of: node).contains(where: active.contains) {
      active.insert(node)
    }
    return (order, active)
  }

  /// Adjoint times local Jacobian: the shares that one operand of a node has in the adjoint of
  /// that operand, one a term of the local Jacobian.
  package mutating func pullback(
    _ adjoint: NodeID, through node: NodeID, operand position: Int
  ) -> [NodeID] {
    let axes = shape(of: node).order
    return localJacobian(of: node, operand: position).map { local in
      contract(adjoint, local, axes: axes, adjointFirst: true)
    }
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

  /// The product of scalars, the common case of long chains: no term is built that is not needed.
  private mutating func times(_ accumulated: NodeID, _ local: Term) -> NodeID {
    if isOne(accumulated) { return node(of: local) }
    if local.factors.isEmpty, local.sizes.isEmpty, let constant = constant(accumulated) {
      return number(constant * local.coefficient)
    }
    let factor = node(of: local)
    if isOne(factor) { return accumulated }
    if isZero(factor) { return factor }
    return binary(.product(plainProduct), accumulated, factor)
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
