import ExpressionGraph

/// Smooth random expressions over scalars, vectors, matrices and a tensor, with every kind of
/// product: labels repeated, summed, broadcast, tied.
struct RandomExpressions {
  private static let shapes: [[String]] = [
    [], [], ["m"], ["n"], ["4"], ["m", "n"], ["n", "n"], ["4", "n"], ["2", "4"], ["m", "4", "2"],
  ]
  private static let functions: [ElementwiseFunction] = [
    .sin, .cos, .tanh, .atan, .sigmoid, .softplus, .silu, .gelu, .asinh, .erf, .elu,
  ]
  private static let largestOrder = 3

  private(set) var inputs: [NodeID] = []
  private var pool: [NodeID] = []

  /// An expression of so many operations; its order is at most two.
  mutating func expression(operations: Int, in bench: inout Bench) -> NodeID {
    if inputs.isEmpty {
      inputs = RandomExpressions.shapes.enumerated().map { index, lengths in
        let dimensions = lengths.map { Int($0).map { Dimension($0) } ?? Dimension(symbol: $0) }
        return bench.graph.variable(Variable(name: "v\(index)", shape: Shape(dimensions)))
      }
    }
    pool = inputs
    var recent = inputs[0]
    var made = 0
    while made < operations || bench.graph.shape(of: recent).order > 2 {
      guard let node = step(in: &bench), bench.graph.shape(of: node).order <= Self.largestOrder
      else { continue }
      recent = node
      made += 1
      // What was made last is likelier to be used, so that expressions grow deep.
      pool += [node, node, node]
    }
    return recent
  }

  private func pick(_ bench: inout Bench, where fits: (NodeID) -> Bool = { _ in true }) -> NodeID? {
    let fitting = pool.filter(fits)
    return fitting.isEmpty ? nil : fitting[bench.random.below(fitting.count)]
  }

  private func step(in bench: inout Bench) -> NodeID? {
    guard let x = pick(&bench) else { return nil }
    let graph = bench.graph
    switch bench.random.below(14) {
    case 0, 1:
      return bench.graph.elementwise(Self.functions[bench.random.below(Self.functions.count)], x)
    case 2, 3:
      let shape = graph.shape(of: x)
      guard let y = pick(&bench, where: { graph.shape(of: $0) == shape }) else { return nil }
      return bench.graph.sum([(coefficient(&bench), x), (coefficient(&bench), y)])
    case 4, 5, 6, 7, 8: return product(in: &bench)
    case 9: return slice(x, in: &bench)
    case 10: return literal(in: &bench)
    case 11: return choice(x, in: &bench)
    case 12: return mixing(x, in: &bench)
    case _: return application(x, in: &bench)
    }
  }

  private func coefficient(_ bench: inout Bench) -> Number {
    [.one, .minusOne, 2, Number(numerator: -1, denominator: 2) ?? .one][bench.random.below(4)]
  }

  /// One to three factors; an axis takes a label of its length that is there already, or a new one.
  private func product(in bench: inout Bench) -> NodeID? {
    var operands: [NodeID] = []
    var factors: [ProductPattern.Factor] = []
    var extents: [Dimension] = []
    func label(_ dimension: Dimension) -> Label {
      let known = extents.indices.filter { extents[$0] == dimension }
      if !known.isEmpty, bench.random.below(3) > 0 {
        return Label(known[bench.random.below(known.count)])
      }
      extents.append(dimension)
      return Label(extents.count - 1)
    }
    for _ in 0...bench.random.below(3) {
      guard let operand = pick(&bench) else { return nil }
      let labels = bench.graph.shape(of: operand).dimensions.map { label($0) }
      let exponent: Number = bench.random.below(6) == 0 ? 2 : .one
      operands.append(operand)
      factors.append(.init(labels: labels, exponent: exponent))
    }
    var output = extents.indices.filter { _ in bench.random.below(3) == 0 }
      .shuffled(using: &bench.random).map(Label.init)
    if let tied = output.first, bench.random.below(5) == 0 { output.append(tied) }
    if bench.random.below(6) == 0 {
      extents.append(Dimension(symbol: "m"))
      output.append(Label(extents.count - 1))
    }
    guard output.count <= Self.largestOrder, extents.count <= 5 else { return nil }
    return bench.graph.product(
      ProductPattern(
        coefficient: coefficient(&bench), factors: factors, output: output, extents: extents),
      operands)
  }

  private func slice(_ x: NodeID, in bench: inout Bench) -> NodeID? {
    let shape = bench.graph.shape(of: x)
    guard !shape.isScalar else { return nil }
    let axes: [SlicePattern.Axis] = shape.dimensions.map { dimension in
      guard let length = dimension.known else { return .all }
      switch bench.random.below(3) {
      case 0: return .index(bench.random.below(length))
      case 1: return .range(start: Dimension(1), length: Dimension(length - 1))
      case _: return .all
      }
    }
    return bench.graph.slice(x, axes)
  }

  private func literal(in bench: inout Bench) -> NodeID? {
    let lengths = [[2], [4], [2, 2], [2, 4]][bench.random.below(4)]
    let graph = bench.graph
    let entries = (0..<lengths.reduce(1, *)).compactMap { _ -> NodeID? in
      if bench.random.below(3) == 0 { return bench.graph.number(bench.random.below(3)) }
      return pick(&bench, where: { graph.isScalar($0) })
    }
    return bench.graph.literal(entries, shape: Shape(lengths.map { Dimension($0) }))
  }

  private func choice(_ x: NodeID, in bench: inout Bench) -> NodeID? {
    let graph = bench.graph
    let shape = graph.shape(of: x)
    guard let y = pick(&bench, where: { graph.shape(of: $0) == shape }),
      let a = pick(&bench, where: { graph.isScalar($0) }),
      let b = pick(&bench, where: { graph.isScalar($0) })
    else { return nil }
    let pattern = bench.graph.intern(ChoicePattern(comparisons: [.less]))
    return bench.graph.node(.choice(pattern), [a, b, x, y])
  }

  private func mixing(_ x: NodeID, in bench: inout Bench) -> NodeID? {
    switch bench.random.below(4) {
    case 0: return bench.graph.unary(.reduction(.logsumexp), x)
    case 1: return bench.graph.unary(.reduction(.norm2), x)
    case 2 where bench.graph.shape(of: x).order == 1:
      return bench.graph.unary(.vectorFunction(.softmax), x)
    case _ where bench.graph.shape(of: x).order == 1:
      return bench.graph.unary(.vectorFunction(.logsoftmax), x)
    case _: return nil
    }
  }

  private func application(_ x: NodeID, in bench: inout Bench) -> NodeID? {
    guard let y = pick(&bench), bench.graph.shape(of: y).order < 2,
      bench.graph.shape(of: x).order < 2
    else { return nil }
    let domain = [x, y].map { bench.graph.shape(of: $0) }
    let codomain = Shape(
      [[Dimension](), [Dimension(2)], [Dimension(symbol: "n")]][bench.random.below(3)])
    let name = "f\(domain[0])\(domain[1])\(codomain)"
    let function = AbstractFunction(name: name, domain: domain, codomain: codomain)
    return bench.graph.application(function, to: [x, y])
  }
}
