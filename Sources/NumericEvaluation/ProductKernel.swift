import ExpressionGraph

extension Evaluator {
  /// The generic product on tensors: factors are contracted two at a time, smallest result first,
  /// so that no loop runs over all labels of a long product at once.
  func product(
    _ pattern: ProductPattern, _ operands: [Tensor], _ environment: Environment
  ) -> Tensor? {
    let extents = pattern.extents.compactMap(environment.length(of:))
    guard extents.count == pattern.extents.count,
      let scale = scale(of: pattern, environment)
    else { return nil }
    var pending = zip(pattern.factors, operands).map { factor, operand in
      LabelledTensor(
        labels: factor.labels.map { Int($0.index) },
        data: factor.exponent.isOne ? operand.data : operand.data.map { power($0, factor.exponent) })
    }
    let output = pattern.output.map { Int($0.index) }
    while pending.count > 2 {
      let (first, second) = cheapestPair(of: pending, output: output, extents)
      let rest = pending.indices.filter { $0 != first && $0 != second }.flatMap { pending[$0].labels }
      let kept = unique(pending[first].labels + pending[second].labels)
        .filter { rest.contains($0) || output.contains($0) }
      let pair = contract([pending[first], pending[second]], to: kept, extents)
      pending.remove(at: second)
      pending.remove(at: first)
      pending.append(pair)
    }
    let result = contract(pending, to: output, extents)
    return Tensor(
      shape: output.map { extents[$0] },
      data: scale == 1 ? result.data : result.data.map { scale * $0 })
  }

  private func scale(of pattern: ProductPattern, _ environment: Environment) -> Double? {
    var scale = pattern.coefficient.double
    for size in pattern.sizes {
      guard let length = environment.length(of: size.dimension) else { return nil }
      scale *= power(Double(length), Number(size.exponent))
    }
    return scale
  }

  private func cheapestPair(
    of pending: [LabelledTensor], output: [Int], _ extents: [Int]
  ) -> (Int, Int) {
    var best = (0, 1)
    var least = Int.max
    for first in pending.indices {
      for second in pending.indices where second > first {
        let labels = unique(pending[first].labels + pending[second].labels)
        let size = labels.reduce(1) { $0 * extents[$1] }
        if size < least { (least, best) = (size, (first, second)) }
      }
    }
    return best
  }
}

/// A tensor whose axes have labels, possibly the same one twice.
private struct LabelledTensor {
  let labels: [Int]
  let data: [Double]
}

private func unique(_ labels: [Int]) -> [Int] {
  var seen = Set<Int>()
  return labels.filter { seen.insert($0).inserted }
}

/// Σ over the labels that `output` lacks of the product of at most two tensors.
private func contract(
  _ factors: [LabelledTensor], to output: [Int], _ extents: [Int]
) -> LabelledTensor {
  let loops = unique(output + factors.flatMap(\.labels))
  let counts = loops.map { extents[$0] }
  let size = output.reduce(1) { $0 * extents[$1] }
  var data = [Double](repeating: 0, count: size)
  guard !counts.contains(0) else { return LabelledTensor(labels: output, data: data) }
  let outer = strides(of: output, loops, extents)
  let first = factors.first.map { strides(of: $0.labels, loops, extents) }
  let second = factors.count > 1 ? strides(of: factors[1].labels, loops, extents) : nil
  let a = factors.first?.data ?? [1]
  let b = factors.count > 1 ? factors[1].data : [1]
  let none = [Int](repeating: 0, count: loops.count)
  walk(counts, outer, first ?? none, second ?? none) { o, i, j in data[o] += a[i] * b[j] }
  return LabelledTensor(labels: output, data: data)
}

/// How far a tensor's flat index moves when each loop's label advances by one.
private func strides(of labels: [Int], _ loops: [Int], _ extents: [Int]) -> [Int] {
  var result = [Int](repeating: 0, count: loops.count)
  var step = 1
  for label in labels.reversed() {
    if let loop = loops.firstIndex(of: label) { result[loop] += step }
    step *= extents[label]
  }
  return result
}

/// Visits all positions of nested loops with three flat indices that move along, the last loop
/// innermost.
private func walk(
  _ counts: [Int], _ a: [Int], _ b: [Int], _ c: [Int], _ body: (Int, Int, Int) -> Void
) {
  guard let inner = counts.last else { return body(0, 0, 0) }
  let depth = counts.count - 1
  var position = [Int](repeating: 0, count: depth)
  var (i, j, k) = (0, 0, 0)
  while true {
    var (x, y, z) = (i, j, k)
    for _ in 0..<inner {
      body(x, y, z)
      x += a[depth]
      y += b[depth]
      z += c[depth]
    }
    var loop = depth - 1
    while loop >= 0, position[loop] + 1 == counts[loop] {
      i -= position[loop] * a[loop]
      j -= position[loop] * b[loop]
      k -= position[loop] * c[loop]
      position[loop] = 0
      loop -= 1
    }
    guard loop >= 0 else { return }
    position[loop] += 1
    i += a[loop]
    j += b[loop]
    k += c[loop]
  }
}
