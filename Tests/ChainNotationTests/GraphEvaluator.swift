import ExpressionGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Evaluates a graph node by node, straight from what each operation means.
struct GraphEvaluator {
  let graph: ExpressionGraph
  let values: [String: TensorValue]
  let sizes: [String: Int]

  func length(_ dimension: Dimension) -> Int {
    dimension.substituting { sizes[$0].map { Dimension($0) } }.known ?? 1
  }

  func lengths(_ shape: Shape) -> [Int] { shape.dimensions.map(length) }

  func value(of root: NodeID) throws -> TensorValue {
    var found: [NodeID: TensorValue] = [:]
    for node in graph.nodes(below: [root]) {
      found[node] = try value(of: node, graph.operands(of: node).compactMap { found[$0] })
    }
    guard let value = found[root] else { throw TextError.shape }
    return value
  }

  private func value(of node: NodeID, _ operands: [TensorValue]) throws -> TensorValue {
    switch graph.operation(of: node) {
    case .variable(let id):
      guard let value = values[graph[id].name] else { throw TextError.unknown(graph[id].name) }
      return value
    case .number(let id): return TensorValue(graph[id].double)
    case .pi: return TensorValue(.pi)
    case .dimension(let id): return TensorValue(Double(length(graph[id])))
    case .sum(let id):
      let terms = zip(graph[id].coefficients, operands).map { factor, operand in
        operand.map { factor.double * $0 }
      }
      return try terms.dropFirst().reduce(terms[0]) { try $0.combine($1, +) }
    case .product(let id): return product(graph[id], operands)
    case .elementwise(let function): return try apply(function, operands)
    case .reduction(let reduction): return try reduce(reduction, operands[0])
    case .vectorFunction(let function): return apply(function, operands[0])
    case .literal(let id):
      var value = TensorValue(lengths(graph[id])) { _ in 0 }
      value.data = operands.map(\.scalar)
      return value
    case .slice(let id):
      let pattern = graph[id]
      return TensorValue(lengths(pattern.shape)) { operands[0][source(pattern, $0)] }
    case .selector(let id):
      let pattern = graph[id]
      return TensorValue(lengths(pattern.shape + pattern.source)) { position in
        let part = Array(position.prefix(pattern.shape.order))
        return source(pattern, part) == Array(position.dropFirst(part.count)) ? 1 : 0
      }
    case .matrixFunction, .reshape, .join, .triangle:
      throw TextError.unknown("\(graph.operation(of: node))")
    case .choice(let id): return choose(graph[id], operands)
    case .application, .matrixFunction, .reshape, .join, .triangle:
      throw TextError.unknown("an operation that has no small evaluator")
    case .definition: return operands[0]
    }
  }

  /// Where an entry of a part is in its source.
  private func source(_ pattern: SlicePattern, _ part: [Int]) -> [Int] {
    var rest = part[...]
    return pattern.axes.map { axis in
      switch axis {
      case .index(let place): place
      case .range(let start, _): length(start) + rest.removeFirst()
      case .all: rest.removeFirst()
      }
    }
  }

  private func product(_ pattern: ProductPattern, _ operands: [TensorValue]) -> TensorValue {
    let factors = zip(pattern.factors, operands).map { factor, operand in
      (
        labels: factor.labels.map { Int($0.index) }, value: operand,
        exponent: factor.exponent.double
      )
    }
    let scale = pattern.sizes.reduce(pattern.coefficient.double) {
      $0 * pow(Double(length($1.dimension)), Double($1.exponent))
    }
    return TensorValue.product(
      factors, output: pattern.output.map { Int($0.index) }, extents: pattern.extents.map(length)
    ).map { scale * $0 }
  }

  private func apply(
    _ function: ElementwiseFunction, _ operands: [TensorValue]
  ) throws -> TensorValue {
    switch function {
    case .power: return try operands[0].combine(operands[1]) { pow($0, $1) }
    case .atan2: return try operands[0].combine(operands[1]) { atan2($0, $1) }
    case .max: return try operands[0].combine(operands[1]) { max($0, $1) }
    case .min: return try operands[0].combine(operands[1]) { min($0, $1) }
    default:
      guard let plain = entrywiseFunctions[function.name] else {
        throw TextError.unknown(function.name)
      }
      return operands[0].map(plain)
    }
  }

  private func reduce(_ reduction: Reduction, _ value: TensorValue) throws -> TensorValue {
    let data = value.data
    return switch reduction {
    case .norm1: TensorValue(data.map(abs).reduce(0, +))
    case .norm2: TensorValue(data.map { $0 * $0 }.reduce(0, +).squareRoot())
    case .norminf: TensorValue(data.map(abs).max() ?? 0)
    case .logsumexp: TensorValue(log(data.map { exp($0) }.reduce(0, +)))
    case .prod: TensorValue(data.reduce(1, *))
    case .max: TensorValue(data.max() ?? 0)
    case .min: TensorValue(data.min() ?? 0)
    }
  }

  private func apply(_ function: VectorFunction, _ value: TensorValue) -> TensorValue {
    let whole = value.data.map { exp($0) }.reduce(0, +)
    return switch function {
    case .softmax: value.map { exp($0) / whole }
    case .logsoftmax: value.map { $0 - log(whole) }
    case .firstMaximum: value.map { $0 == value.data.max() ? 1 : 0 }
    case .firstMinimum: value.map { $0 == value.data.min() ? 1 : 0 }
    }
  }

  private func choose(_ pattern: ChoicePattern, _ operands: [TensorValue]) -> TensorValue {
    for (place, comparison) in pattern.comparisons.enumerated() {
      let (a, b) = (operands[3 * place].scalar, operands[3 * place + 1].scalar)
      let holds =
        switch comparison {
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        case .equal: a == b
        case .notEqual: a != b
        }
      if holds { return operands[3 * place + 2] }
    }
    return operands[operands.count - 1]
  }
}
