import ExpressionGraph

extension Simplifier {
  /// A sum as a number times another sum.
  struct Primitive {
    let content: Number
    let node: NodeID
  }

  /// What the numbers of a factor's terms share joins the product's coefficient: sin t · (−2a − 4b)
  /// is −2 sin t · (a + 2b).
  ///
  /// So factors that differ by a number, or by sign, meet in one power.
  mutating func takingContents(of term: Term, in graph: inout ExpressionGraph) -> Term {
    guard term.factors.count > 1 else { return term }
    var result = term
    for (position, factor) in term.factors.enumerated() {
      guard let exponent = factor.exponent.integer, exponent > 0,
        let primitive = primitive(of: factor.node, in: &graph),
        let power = primitive.content.power(exponent)
      else { continue }
      result.coefficient = result.coefficient * power
      result.factors[position].node = primitive.node
    }
    return result
  }

  /// The sum without its content, or the negative of that if it was built before; nil for any other
  /// node.
  ///
  /// Found once a node.
  private mutating func primitive(
    of node: NodeID, in graph: inout ExpressionGraph
  ) -> Primitive? {
    if let known = primitives[node] { return known }
    guard let terms = terms(of: node, in: &graph), let content = content(of: terms) else {
      return nil
    }
    let rest = terms.map { ($0.0 / content, $0.1) }
    var primitive = Primitive(
      content: content, node: content.isOne ? node : sumWithoutFactoring(rest, in: &graph))
    let opposite = canonicalSums[SumKey(rest.map { (-$0.0, $0.1) })]
    if let opposite, opposite < primitive.node {
      primitive = Primitive(content: -content, node: opposite)
    }
    primitives[node] = primitive
    return primitive
  }

  /// The terms of a sum, a number as a multiple of one; nil for any other node.
  private func terms(
    of node: NodeID, in graph: inout ExpressionGraph
  ) -> [(Number, NodeID)]? {
    guard case .sum(let id) = graph.operation(of: node) else { return nil }
    let one = graph.number(.one)
    return zip(graph[id].coefficients, graph.operands(of: node)).map { coefficient, operand in
      guard let number = graph.constant(operand) else { return (coefficient, operand) }
      return (coefficient * number, one)
    }
  }

  /// The largest number of which all are whole multiples, negative if all are.
  private func content(of terms: [(Number, NodeID)]) -> Number? {
    let coefficients = terms.map(\.0)
    guard let first = coefficients.first else { return nil }
    var common: Number? = first.magnitude
    for coefficient in coefficients.dropFirst() {
      common = common?.commonMeasure(with: coefficient)
    }
    return coefficients.allSatisfy(\.isNegative) ? common.map { -$0 } : common
  }
}
