import ExpressionGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Evaluator {
  /// The value of an operation on tensors; nil if a length is unknown or an index out of range.
  func kernel(
    _ operation: Operation, _ operands: [Tensor], _ environment: Environment
  ) -> Tensor? {
    switch operation {
    case .variable, .number, .pi, .dimension, .definition: return operands.first
    case .sum(let id): return sum(graph[id].coefficients, operands)
    case .product(let id): return product(graph[id], operands, environment)
    case .elementwise(let function):
      let others = operands.count > 1 ? operands[1].data : operands[0].data
      return Tensor(
        shape: operands[0].shape,
        data: zip(operands[0].data, others).map { value(of: function, $0, $1) })
    case .reduction(let reduction): return Tensor(value(of: reduction, operands[0].data))
    case .vectorFunction(let function):
      return Tensor(shape: operands[0].shape, data: values(of: function, operands[0].data))
    case .literal(let id):
      return environment.lengths(of: graph[id]).map {
        Tensor(shape: $0, data: operands.map { $0.data[0] })
      }
    case .slice(let id): return slice(graph[id], of: operands[0], environment)
    case .selector(let id): return selector(graph[id], environment)
    case .choice(let id): return choice(graph[id], operands)
    case .application(let id):
      return standInValue(of: graph[id], at: operands, environment)
    }
  }

  private func sum(_ coefficients: [Number], _ operands: [Tensor]) -> Tensor {
    var result = Tensor(zeros: operands[0].shape)
    for (coefficient, operand) in zip(coefficients, operands) {
      let factor = coefficient.double
      for index in result.data.indices { result.data[index] += factor * operand.data[index] }
    }
    return result
  }

  private func slice(
    _ pattern: SlicePattern, of operand: Tensor, _ environment: Environment
  ) -> Tensor? {
    var offsets = [0]
    var shape: [Int] = []
    for (axis, length) in zip(pattern.axes, operand.shape) {
      guard let positions = positions(axis, length, environment) else { return nil }
      if case .index = axis {} else { shape.append(positions.count) }
      offsets = offsets.flatMap { offset in positions.map { offset * length + $0 } }
    }
    return Tensor(shape: shape, data: offsets.map { operand.data[$0] })
  }

  private func positions(
    _ axis: SlicePattern.Axis, _ length: Int, _ environment: Environment
  ) -> [Int]? {
    switch axis {
    case .index(let index): return index < length ? [index] : nil
    case .all: return Array(0..<length)
    case .range(let start, let dimension):
      guard let count = environment.length(of: dimension), start + count <= length else {
        return nil
      }
      return Array(start..<start + count)
    }
  }

  /// Rows are the slice's positions, columns the operand's; one axis a time.
  private func selector(_ pattern: SlicePattern, _ environment: Environment) -> Tensor? {
    guard pattern.axes.count == 1, let dimension = pattern.source.dimensions.first,
      let length = environment.length(of: dimension),
      let rows = positions(pattern.axes[0], length, environment)
    else { return nil }
    var shape = [length]
    if case .index = pattern.axes[0] {} else { shape = [rows.count, length] }
    var result = Tensor(zeros: shape)
    for (row, column) in rows.enumerated() { result.data[row * length + column] = 1 }
    return result
  }

  private func choice(_ pattern: ChoicePattern, _ operands: [Tensor]) -> Tensor? {
    for (position, comparison) in pattern.comparisons.enumerated() {
      let (a, b) = (operands[3 * position].data[0], operands[3 * position + 1].data[0])
      if a.isNaN || b.isNaN {
        let shape = operands[3 * position + 2].shape
        return Tensor(shape: shape, data: Array(repeating: .nan, count: shape.reduce(1, *)))
      }
      if holds(comparison, a, b) { return operands[3 * position + 2] }
    }
    return operands.last
  }

  private func holds(_ comparison: Comparison, _ a: Double, _ b: Double) -> Bool {
    switch comparison {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .equal: a == b
    case .notEqual: a != b
    }
  }
}

/// A scalar from all entries.
func value(of reduction: Reduction, _ entries: [Double]) -> Double {
  switch reduction {
  case .norm1: entries.reduce(0) { $0 + abs($1) }
  case .norm2: Tensor(shape: [entries.count], data: entries).norm
  case .norminf: entries.reduce(0) { $1.isNaN ? $1 : max($0, abs($1)) }
  case .logsumexp: logSumExp(entries)
  case .prod: entries.reduce(1, *)
  case .max: entries.contains(where: \.isNaN) ? .nan : entries.max() ?? .nan
  case .min: entries.contains(where: \.isNaN) ? .nan : entries.min() ?? .nan
  }
}

/// log Σ eˣ, shifted by the largest entry so that nothing overflows.
private func logSumExp(_ entries: [Double]) -> Double {
  guard let largest = entries.max(), largest.isFinite else { return entries.max() ?? .nan }
  return largest + log(entries.reduce(0) { $0 + exp($1 - largest) })
}

func values(of function: VectorFunction, _ entries: [Double]) -> [Double] {
  switch function {
  case .softmax:
    let total = logSumExp(entries)
    return entries.map { exp($0 - total) }
  case .logsoftmax:
    let total = logSumExp(entries)
    return entries.map { $0 - total }
  case .firstMaximum: return oneHot(entries.firstIndex { $0 == entries.max() }, entries)
  case .firstMinimum: return oneHot(entries.firstIndex { $0 == entries.min() }, entries)
  }
}

private func oneHot(_ index: Int?, _ entries: [Double]) -> [Double] {
  entries.indices.map { $0 == index ? 1 : 0 }
}
