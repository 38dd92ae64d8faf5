import ExpressionGraph

/// Products that are functions with names, and sums whose structure is better spread.
extension Simplifier {
  /// Replaces eᶻ/Σeᶻ by softmax(z), eᵘ/(1 + eᵘ) by sigmoid(u), relu(u)·step(u) by relu(u); true if
  /// something was replaced.
  ///
  /// Each holds wherever the product is defined.
  func nameFunctions(in term: inout Term, _ graph: inout ExpressionGraph) -> Bool {
    for (place, factor) in term.factors.enumerated() {
      guard case .elementwise(let function) = graph.operation(of: factor.node) else { continue }
      let operand = factor.node
      switch function {
      case .exp where factor.exponent >= .one:
        if nameExponential(operand, at: place, in: &term, &graph) { return true }
      case .step where factor.exponent >= .one:
        let rectified = graph.elementwise(.relu, graph.operand(of: operand))
        let hasRectified = term.factors.contains {
          $0.node == rectified && $0.labels == factor.labels && $0.exponent >= .one
        }
        if hasRectified {
          term.factors.remove(at: place)
          return true
        }
      case .exp, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh,
        .atanh, .log, .log2, .log10, .log1p, .expm1, .sqrt, .abs, .sign, .relu, .leakyrelu, .elu,
        .gelu, .silu, .sigmoid, .softplus, .erf, .step, .power, .atan2, .min, .max:
        continue
      }
    }
    return false
  }

  private func nameExponential(
    _ exponential: NodeID, at place: Int, in term: inout Term, _ graph: inout ExpressionGraph
  ) -> Bool {
    let factor = term.factors[place]
    let argument = graph.operand(of: exponential)
    for (other, divisor) in term.factors.enumerated() where divisor.exponent <= .minusOne {
      let name: NodeID
      if factor.labels.count == 1, divisor.labels.isEmpty,
        isTotal(divisor.node, of: exponential, graph)
      {
        name = graph.unary(.vectorFunction(.softmax), argument)
      } else if divisor.labels == factor.labels, divisor.exponent + factor.exponent >= .zero,
        isOnePlus(exponential, divisor.node, graph)
      {
        // e⁻ᵘ/(1 + e⁻ᵘ)² is left as it is: half of it as a sigmoid would be a mixture.
        name = graph.elementwise(.sigmoid, argument)
      } else {
        continue
      }
      term.factors[place].exponent = factor.exponent - .one
      term.factors[other].exponent = divisor.exponent + .one
      let present = term.factors.firstIndex { $0.node == name && $0.labels == factor.labels }
      if let present {
        term.factors[present].exponent = term.factors[present].exponent + .one
      } else {
        term.factors.append(.init(name, labels: factor.labels))
      }
      term.factors.removeAll { $0.exponent.isZero }
      return true
    }
    return false
  }

  /// Whether a node is the plain sum of all entries of a vector.
  private func isTotal(_ node: NodeID, of vector: NodeID, _ graph: ExpressionGraph) -> Bool {
    let term = graph.term(of: node)
    return term.output.isEmpty && term.coefficient.isOne && term.sizes.isEmpty
      && term.factors == [.init(vector, labels: [0])]
  }

  /// Whether a node is 1 + the other node, entry by entry.
  private func isOnePlus(_ other: NodeID, _ node: NodeID, _ graph: ExpressionGraph) -> Bool {
    guard case .sum(let id) = graph.operation(of: node), graph[id].coefficients.count == 2,
      graph[id].coefficients.allSatisfy(\.isOne)
    else { return false }
    let operands = Array(graph.operands(of: node))
    guard let place = operands.firstIndex(of: other) else { return false }
    let one = graph.term(of: operands[1 - place])
    return one.factors.isEmpty && one.sizes.isEmpty && one.coefficient.isOne
      && Set(one.output).count == one.output.count
  }

  /// Products and sums of more parts than this are not spread.
  private static let mostSpread = 8
  /// Sums within what was spread already are tried no deeper than this: each of n sums in a product
  /// may be spread or not, which would be 2ⁿ trials.
  private static let deepestSpread = 2

  /// A product with a sum that holds a delta or repeats a vector along an axis, term by term, where
  /// that is shorter: (I/s − e1ᵀ/s²)diag(e) is diag(e)/s − eeᵀ/s².
  mutating func distributedStructure(
    _ term: Term, in graph: inout ExpressionGraph
  ) -> NodeID? {
    guard term.factors.count <= Simplifier.mostSpread, !term.extents.isEmpty,
      spreadDepth < Simplifier.deepestSpread
    else { return nil }
    spreadDepth += 1
    defer { spreadDepth -= 1 }
    for (place, factor) in term.factors.enumerated() where factor.exponent.isOne {
      let isSummed = factor.labels.contains { !term.output.contains($0) }
      guard factor.labels.count > 1 || isSummed, term.factors.count > 1 || isSummed,
        case .sum(let id) = graph.operation(of: factor.node),
        graph[id].coefficients.count <= Simplifier.mostSpread
      else { continue }
      let parts = Array(zip(graph[id].coefficients, graph.operands(of: factor.node)))
      guard parts.contains(where: { graph.term(of: $0.1).hasFreeStructure }) else { continue }
      let plain = cost(of: graph.node(of: term), in: graph)
      let spread = parts.map { coefficient, node in
        var part = term
        part.factors[place].node = node
        return (coefficient, product(part, in: &graph))
      }
      let result = sumWithoutFactoring(spread, in: &graph)
      let isAllStructure =
        factor.labels.count > 2 && parts.allSatisfy { graph.term(of: $0.1).hasFreeStructure }
      // A delta or ones within a matrix product has to be written: `eye(n)`, `ones(n)'`.
      let isScaled = !isSummed && term.factors.filter { !$0.labels.isEmpty }.count == 1
      let written = isScaled ? 0 : parts.filter { hasShape(graph.term(of: $0.1)) }.count
      // What sums to a number may cancel with others of its kind: p'(c - log p) is c - p'log p.
      let vanishes =
        isSummed && spread.contains { graph.term(of: $0.1).factors.count + 1 < term.factors.count }
      if isAllStructure || cost(of: result, in: graph) < plain + written + (vanishes ? 1 : 0) {
        return result
      }
    }
    return nil
  }

  /// Whether a term ties axes together or repeats a tensor along one; a number at every entry is
  /// written as the number.
  private func hasShape(_ term: Term) -> Bool {
    term.hasFreeStructure && !(term.factors.isEmpty && Set(term.output).count == term.output.count)
  }
}
