import ExpressionGraph

extension Simplifier {
  /// A function of simplified operands: constants folded where the result is exact, signs pulled
  /// out of odd and even functions, literals entered.
  mutating func elementwise(
    _ function: ElementwiseFunction, _ operands: [NodeID], in graph: inout ExpressionGraph
  ) -> NodeID {
    if let folded = exactValue(function, operands, graph) { return graph.number(folded) }
    if function == .power, let exponent = graph.constant(operands[1]) {
      let labels = Array(0..<graph.shape(of: operands[0]).order)
      return product(
        Term(
          factors: [.init(operands[0], labels: labels, exponent: exponent)], output: labels,
          extents: graph.shape(of: operands[0]).dimensions), in: &graph)
    }
    if function == .power, graph.isOne(operands[0]) { return operands[0] }
    if operands.contains(where: { isLiteralNode($0, graph) }),
      let entered = enteringLiteral(function, operands, in: &graph)
    {
      return entered
    }
    if let reflected = reflected(function, operands[0], in: &graph) { return reflected }
    if function == .log, case .elementwise(.exp) = graph.operation(of: operands[0]) {
      return graph.operand(of: operands[0])
    }
    return graph.node(.elementwise(function), operands)
  }

  private func isLiteralNode(_ node: NodeID, _ graph: ExpressionGraph) -> Bool {
    if case .literal = graph.operation(of: node) { true } else { false }
  }

  private mutating func enteringLiteral(
    _ function: ElementwiseFunction, _ operands: [NodeID], in graph: inout ExpressionGraph
  ) -> NodeID? {
    let shape = graph.shape(of: operands[0])
    guard let count = shape.entryCount, count <= Simplifier.largestWrittenTensor else { return nil }
    let entries = (0..<count).map { flat in
      let position = position(flat, in: shape)
      let scalars = operands.map { entry(of: graph.opaqueTerm(of: $0), at: position, in: &graph) }
      return elementwise(function, scalars, in: &graph)
    }
    return literal(shape, entries, in: &graph)
  }

  /// f(−u) = −f(u) for odd functions, f(u) for even ones.
  private mutating func reflected(
    _ function: ElementwiseFunction, _ operand: NodeID, in graph: inout ExpressionGraph
  ) -> NodeID? {
    var term = graph.term(of: operand)
    guard term.coefficient.isNegative, term.factors.count > 0 else { return nil }
    term.coefficient = -term.coefficient
    switch parity(of: function) {
    case .none: return nil
    case .even: return elementwise(function, [graph.node(of: term)], in: &graph)
    case .odd:
      let positive = elementwise(function, [graph.node(of: term)], in: &graph)
      return scaled(.minusOne, positive, in: &graph)
    }
  }

  private enum Parity { case none, even, odd }

  private func parity(of function: ElementwiseFunction) -> Parity {
    switch function {
    case .sin, .tan, .asin, .atan, .sinh, .tanh, .asinh, .atanh, .erf, .sign: .odd
    case .cos, .cosh, .abs: .even
    case .acos, .acosh, .exp, .log, .log2, .log10, .log1p, .expm1, .sqrt, .relu, .leakyrelu, .elu,
      .gelu, .silu, .sigmoid, .softplus, .step, .power, .atan2, .min, .max:
      .none
    }
  }

  /// The value at constants where it is a fraction; nil where it is irrational or undefined.
  private func exactValue(
    _ function: ElementwiseFunction, _ operands: [NodeID], _ graph: ExpressionGraph
  ) -> Number? {
    guard let x = graph.constant(operands[0]) else { return nil }
    switch function {
    case .sin, .tan, .asin, .atan, .sinh, .tanh, .asinh, .atanh, .erf, .expm1, .log1p, .gelu,
      .silu:
      return x.isZero ? .zero : nil
    case .cos, .cosh, .exp: return x.isZero ? .one : nil
    case .log, .log2, .log10, .acosh: return x.isOne ? .zero : nil
    case .acos: return x.isOne ? .zero : nil
    case .sqrt: return exactRoot(of: x)
    case .abs: return x.magnitude
    case .sign: return Number(x.isZero ? 0 : x.isNegative ? -1 : 1)
    case .step: return Number(x.isZero || x.isNegative ? 0 : 1)
    case .relu: return x.isNegative ? .zero : x
    case .sigmoid: return x.isZero ? Number(numerator: 1, denominator: 2) : nil
    case .leakyrelu, .elu, .softplus: return nil
    case .power:
      guard let n = graph.constant(operands[1])?.integer, !(x.isZero && n <= 0) else { return nil }
      return x.power(n)
    case .atan2: return nil
    case .min: return graph.constant(operands[1]).map { Swift.min(x, $0) }
    case .max: return graph.constant(operands[1]).map { Swift.max(x, $0) }
    }
  }

  private func exactRoot(of x: Number) -> Number? {
    guard let (n, d) = x.fraction, n >= 0, let p = wholeRoot(n), let q = wholeRoot(d) else {
      return nil
    }
    return Number(numerator: p, denominator: q, isDecimal: x.isDecimal)
  }

  private func wholeRoot(_ n: Int64) -> Int64? {
    let root = Int64(Double(n).squareRoot().rounded())
    return root.multipliedReportingOverflow(by: root).partialValue == n ? root : nil
  }

  /// The largest or smallest of written entries is a nest of two-argument choices, whose
  /// derivative is that of the first tied entry.
  mutating func reduction(
    _ reduction: Reduction, _ operand: NodeID, in graph: inout ExpressionGraph
  ) -> NodeID {
    guard reduction == .max || reduction == .min, isLiteralNode(operand, graph) else {
      return graph.unary(.reduction(reduction), operand)
    }
    let entries = Array(graph.operands(of: operand))
    return entries.dropFirst().reduce(entries[0]) { result, entry in
      elementwise(reduction == .max ? .max : .min, [result, entry], in: &graph)
    }
  }

  /// A literal; zero if all entries are, the vector itself if they are its entries in order.
  mutating func literal(
    _ shape: Shape, _ entries: [NodeID], in graph: inout ExpressionGraph
  ) -> NodeID {
    if entries.allSatisfy(graph.isZero) { return graph.zero(shape) }
    if let whole = wholeTensor(entries, shape, graph) { return whole }
    return graph.literal(entries, shape: shape)
  }

  private func wholeTensor(
    _ entries: [NodeID], _ shape: Shape, _ graph: ExpressionGraph
  ) -> NodeID? {
    guard let first = entries.first, case .slice = graph.operation(of: first) else { return nil }
    let source = graph.operand(of: first)
    guard graph.shape(of: source) == shape else { return nil }
    for (flat, entry) in entries.enumerated() {
      guard case .slice(let id) = graph.operation(of: entry), graph.operand(of: entry) == source,
        graph[id].axes == position(flat, in: shape).map({ SlicePattern.Axis.index($0) })
      else { return nil }
    }
    return source
  }

  /// A choice; a single value if all branches have it.
  func choice(
    _ pattern: ChoicePattern, _ operands: [NodeID], in graph: inout ExpressionGraph
  ) -> NodeID {
    let values = branchPositions(count: pattern.comparisons.count).map { operands[$0] }
    if let first = values.first, values.allSatisfy({ $0 == first }) { return first }
    return graph.node(.choice(graph.intern(pattern)), operands)
  }
}
