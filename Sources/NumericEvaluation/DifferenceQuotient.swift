import ExpressionGraph

/// A function of one held node, differentiated numerically at a point: central differences,
/// extrapolated to step zero by Neville's scheme with an estimate of the error (Ridders 1982).
struct DifferenceQuotient {
  /// The derivative of every entry of the function along one direction.
  struct Estimate {
    var values: [Double]
    /// About how far off each value is.
    var errors: [Double]

    var largestError: Double { errors.largestMagnitude }
  }

  enum Failure: Error {
    /// However small the step, the stencil reaches over a kink or a jump.
    case kink
    /// However small the step, the function is not finite somewhere in the stencil.
    case undefined
  }

  /// The function's values at the point.
  let centre: [Double]
  /// The held node's values at the point.
  let point: [Double]
  private var evaluation: Evaluation
  private let input: Int
  private let output: Int
  private let dependents: [Int]
  /// Rows among the dependents that can have a kink.
  private let branchRows: [Int]
  private let branchSigns: UInt64

  private static let levels = 7
  private static let steps = 8

  /// Nil if the function or the node has no value in the evaluation.
  init?(of function: NodeID, by node: NodeID, at evaluation: Evaluation) {
    let program = evaluation.program
    guard let output = program.row(of: function), evaluation.hasValue(output) else { return nil }
    self.evaluation = evaluation
    self.output = output
    centre = Array(evaluation.values(ofRow: output))
    guard let input = program.row(of: node) else { return nil }
    self.input = input
    point = Array(evaluation.values(ofRow: input))
    dependents = program.dependents(of: input)
    branchRows = dependents.filter {
      BranchPoint.isPossible(program.rows[$0].kernel, in: program.tables)
    }
    branchSigns = evaluation.branchSigns(of: branchRows)
  }

  /// The derivative along a direction. `span` is the length, in units of the direction, over which
  /// the function may be hoped to be smooth: the first step is an eighth of it, and smaller steps
  /// are tried until the error is negligible.
  mutating func along(_ direction: [Double], span: Double) throws(Failure) -> Estimate {
    var best: Estimate?
    var failure = Failure.undefined
    var step = span / 8
    for _ in 0..<Self.steps {
      do throws(Failure) {
        let estimate = try extrapolate(direction, from: step)
        if estimate.largestError < best?.largestError ?? .infinity { best = estimate }
        if isNegligible(estimate, span) { break }
      } catch let reason {
        failure = reason
      }
      step /= 8
    }
    evaluation.set(input, to: point, dependents: dependents)
    guard let best else { throw failure }
    return best
  }

  /// Whether the error is small beside the derivative, or no more than rounding leaves anyway.
  private func isNegligible(_ estimate: Estimate, _ span: Double) -> Bool {
    estimate.largestError <= 1e-9 * estimate.values.largestMagnitude
      || estimate.largestError * span <= 1e-13 * centre.largestMagnitude
  }

  /// Row i of the scheme holds the quotient with step h/2ⁱ, then its combinations with the row
  /// above, each of which removes one more even power of the step from the error.
  private mutating func extrapolate(
    _ direction: [Double], from first: Double
  ) throws(Failure) -> Estimate {
    var step = first
    var above = [try quotient(direction, step, watchingBranches: true)]
    var best = Estimate(values: above[0].values, errors: above[0].values.map { _ in .infinity })
    for _ in 1..<Self.levels {
      step /= 2
      let plain = try quotient(direction, step, watchingBranches: false)
      var row = [plain]
      for (column, old) in above.enumerated() {
        let factor = Double(1 << (2 * (column + 1))) - 1
        let current = row[column].values
        let next = zip(current, old.values).map { $0 + ($0 - $1) / factor }
        row.append(Estimate(values: next, errors: plain.errors))
        for i in next.indices {
          let spread = max(abs(next[i] - current[i]), abs(next[i] - old.values[i]))
          let error = max(spread, plain.errors[i])
          if error < best.errors[i] { (best.values[i], best.errors[i]) = (next[i], error) }
        }
      }
      if best.largestError <= 1e-11 * best.values.largestMagnitude { break }
      above = row
    }
    return best
  }

  /// The central difference; its errors are what rounding alone may do.
  private mutating func quotient(
    _ direction: [Double], _ step: Double, watchingBranches: Bool
  ) throws(Failure) -> Estimate {
    let (ahead, forward) = try values(direction, step, watchingBranches)
    let (behind, backward) = try values(direction, -step, watchingBranches)
    let length = 0.5 * (forward - backward)
    var estimate = Estimate(values: ahead, errors: ahead)
    for i in ahead.indices {
      let size = max(abs(ahead[i]), abs(behind[i]))
      estimate.values[i] = 0.5 * (ahead[i] - behind[i]) / length
      estimate.errors[i] = 2 * size.ulp / abs(length) + 4 * estimate.values[i].ulp
    }
    return estimate
  }

  /// The function a step away, and the step as it came out after rounding.
  private mutating func values(
    _ direction: [Double], _ step: Double, _ watchingBranches: Bool
  ) throws(Failure) -> ([Double], Double) {
    let moved = zip(point, direction).map { $0 + step * $1 }
    evaluation.set(input, to: moved, dependents: dependents)
    let values = Array(evaluation.values(ofRow: output))
    guard values.allSatisfy(\.isFinite) else { throw .undefined }
    if watchingBranches, evaluation.branchSigns(of: branchRows) != branchSigns { throw .kink }
    return (values, actualStep(direction, step, moved))
  }

  /// Along one axis the rounded step is known exactly.
  private func actualStep(_ direction: [Double], _ step: Double, _ moved: [Double]) -> Double {
    var axis: Int?
    for i in direction.indices where direction[i] != 0 {
      guard axis == nil else { return step }
      axis = i
    }
    guard let axis else { return step }
    return (moved[axis] - point[axis]) / direction[axis]
  }
}

extension Evaluation {
  /// A fingerprint of the branches that rows are on: equal on both sides of a smooth stretch.
  func branchSigns(of rows: [Int]) -> UInt64 {
    guard !rows.isEmpty else { return 0 }
    let hasChoices = rows.contains {
      if case .choice = program.rows[$0].kernel { true } else { false }
    }
    let uses = hasChoices ? usedRows() : []
    var signs: UInt64 = 0
    func mix(_ value: UInt64) {
      signs = (signs ^ value &+ 1) &* 0x9E37_79B9_7F4A_7C15
      signs ^= signs >> 29
    }
    for row in rows where uses.isEmpty || uses[row] {
      mix(UInt64(row))
      BranchPoint(evaluation: self, row: program.rows[row]).visit {
        mix($0 > 0 ? 1 : $0 < 0 ? 2 : 3)
      } choice: {
        mix(UInt64($0) << 8)
      }
    }
    return signs
  }
}
