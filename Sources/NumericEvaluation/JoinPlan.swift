import ExpressionGraph

/// How operands fill a whole one behind the other along an axis: in runs of consecutive entries.
struct JoinPlan {
  /// How many consecutive entries each operand contributes in turn.
  private let runs: [Int]

  /// Nil where a length is unknown.
  init?(_ pattern: JoinPattern, sizes: [String: Int]) {
    var runs: [Int] = []
    for part in pattern.parts {
      guard let lengths = part.lengths(sizes) else { return nil }
      runs.append(lengths[pattern.axis...].reduce(1, *))
    }
    self.runs = runs
  }

  func evaluate(_ operands: Operands, into result: UnsafeMutableBufferPointer<Double>) {
    let period = runs.reduce(0, +)
    guard period > 0 else { return }
    for turn in 0..<result.count / period {
      var target = turn * period
      for (part, run) in runs.enumerated() {
        let operand = operands[part]
        for i in 0..<run { result[target + i] = operand[turn * run + i] }
        target += run
      }
    }
  }
}
