package import ExpressionGraph

extension Evaluation {
  /// How far rounding alone may have moved each entry of some nodes: by how much the entries change
  /// when every operation on the way errs by a unit in the last place, up or down at random
  /// (stochastic arithmetic, Vignes 1993).
  ///
  /// In a chaotic or badly conditioned expression this is as large as the values themselves, which
  /// then say nothing. Infinite where a change is; empty for a node without a value. Costs three
  /// evaluations.
  package func roundingNoise(of nodes: [NodeID]) -> [[Double]] {
    var noise = nodes.map { node in self[node]?.data.map { _ in 0.0 } ?? [] }
    for seed in 0..<3 {
      let other = erring(seed: UInt64(seed))
      for (position, node) in nodes.enumerated() {
        guard let row = evaluator.row(of: node), !noise[position].isEmpty else { continue }
        for (i, pair) in zip(values(ofRow: row), other.values(ofRow: row)).enumerated() {
          let change = abs(pair.1 - pair.0)
          noise[position][i] = max(noise[position][i], change.isNaN ? .infinity : change)
        }
      }
    }
    return noise
  }
}

extension Kernel {
  /// Whether results are rounded; what merely copies or chooses among values is exact.
  var rounds: Bool {
    switch self {
    case .sum, .product, .reduction, .vectorFunction, .matrixFunction, .application: true
    case .elementwise(let function):
      switch function {
      case .abs, .sign, .relu, .step, .min, .max: false
      case .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh,
        .exp, .log, .log2, .log10, .log1p, .expm1, .sqrt, .leakyrelu, .elu, .gelu, .silu,
        .sigmoid, .softplus, .erf, .atan2, .power:
        true
      }
    case .input, .constant, .copy, .literal, .slice, .selector, .join, .triangle, .choice,
      .unresolved:
      false
    }
  }
}
