import ExpressionGraph

/// A function of one held node, or one operation of its operands, differentiated numerically at a
/// point: central differences, extrapolated to step zero by Neville's scheme with an estimate of the
/// error (Ridders 1982).
struct DifferenceQuotient {
  /// The derivative of every entry of the function along one direction.
  struct Estimate {
    var values: [Double]
    /// About how far off each value is.
    var errors: [Double]
    /// How far off rounding the function's last operation alone may put each value.
    var rounding: [Double]
    /// The same for all its operations.
    var noise: [Double]

    var largestError: Double { errors.largestMagnitude }

    /// Of two estimates the better one, entry by entry.
    func better(_ other: Estimate) -> Estimate {
      var best = self
      for i in values.indices where other.errors[i] < errors[i] {
        (best.values[i], best.errors[i]) = (other.values[i], other.errors[i])
        (best.rounding[i], best.noise[i]) = (other.rounding[i], other.noise[i])
      }
      return best
    }

    /// Whether smaller steps would hardly help.
    var isAsGoodAsItGets: Bool {
      largestError <= 1e-11 * values.largestMagnitude
        || zip(errors, noise).allSatisfy { $0 <= 4 * $1 }
    }
  }

  enum Failure: Error {
    /// However small the step, the stencil reaches over a kink or a jump.
    case kink
    /// However small the step, the function is not finite somewhere in the stencil.
    case undefined
  }

  /// The function's values at the point.
  let centre: [Double]
  /// The held node's values at the point, or those of all operands that move.
  let point: [Double]
  private var evaluation: Evaluation
  private let inputs: [Int]
  private let output: Int
  private let dependents: [Int]
  /// Rows among the dependents that can have a kink or a pole.
  private let branchRows: [Int]
  private let branchSigns: UInt64

  /// The smallest change of each of the function's entries seen along the present direction; 0
  /// before there was one.
  ///
  /// A function that moves in steps, since it is the small difference of large numbers, looks
  /// constant between them.
  private var smallestChange: [Double] = []

  /// How far off rounding puts the function's values, as seen at the centre.
  private let roundingNoise: [Double]

  private static let levels = 7
  private static let steps = 14

  /// Nil if the function or the node has no value in the evaluation.
  init?(of function: NodeID, by node: NodeID, at evaluation: Evaluation) {
    let evaluator = evaluation.evaluator
    guard let output = evaluator.row(of: function), evaluation.hasValue(output) else { return nil }
    self.evaluation = evaluation
    self.output = output
    centre = Array(evaluation.values(ofRow: output))
    guard let input = evaluator.row(of: node) else { return nil }
    inputs = [input]
    point = Array(evaluation.values(ofRow: input))
    dependents = evaluator.dependents(of: input)
    branchRows = dependents.filter {
      BranchPoint.isPossible(evaluator.rows[$0].kernel, in: evaluator.tables)
    }
    branchSigns = evaluation.branchSigns(of: branchRows)
    roundingNoise = evaluation.roundingNoise(of: [function])[0]
  }

  /// One operation by those of its operands that move.
  init(ofRow output: Int, by inputs: [Int], at evaluation: Evaluation) {
    self.evaluation = evaluation
    self.output = output
    self.inputs = inputs
    centre = Array(evaluation.values(ofRow: output))
    point = inputs.flatMap { evaluation.values(ofRow: $0) }
    dependents = [output]
    let kernel = evaluation.evaluator.rows[output].kernel
    branchRows = BranchPoint.isPossible(kernel, in: evaluation.evaluator.tables) ? [output] : []
    branchSigns = evaluation.branchSigns(of: branchRows)
    roundingNoise = centre.map { 4 * $0.ulp }
  }

  /// The chain rule in numbers, another way to the same derivative; nil where it takes too long.
  var propagation: TangentPropagation? {
    TangentPropagation(from: inputs[0], to: output, dependents: dependents, at: evaluation)
  }

  private mutating func move(to entries: [Double]) {
    var rest = entries[...]
    for row in inputs {
      let values = rest.prefix(evaluation.evaluator.rows[row].count)
      rest = rest.dropFirst(values.count)
      evaluation.set(row, to: values, dependents: rest.isEmpty ? dependents : [])
    }
  }

  /// The derivative along a direction.
  ///
  /// `span` is the length, in units of the direction, over which the function may be hoped to be
  /// smooth: the first step is an eighth of it, and smaller steps are tried until the error is
  /// negligible.
  mutating func along(_ direction: [Double], span: Double) throws(Failure) -> Estimate {
    var best: Estimate?
    var failure = Failure.undefined
    var bestQuality = Double.infinity
    var step = span / 8
    smallestChange = centre.map { _ in 0 }
    for _ in 0..<Self.steps where step > max(1e-8 * min(span, 1), 1e-12 * span) {
      do throws(Failure) {
        var estimate = try extrapolate(direction, from: step)
        if relativeError(estimate, span) < bestQuality {
          try confirm(&estimate, direction, besides: step)
        }
        let quality = relativeError(estimate, span)
        if best == nil || quality < bestQuality { (best, bestQuality) = (estimate, quality) }
        if quality <= 1e-9 { break }
      } catch let reason {
        failure = reason
      }
      step /= 8
    }
    move(to: point)
    guard let best else { throw failure }
    return best
  }

  /// Adds to the error what the estimate differs by from the quotient of a step that is much smaller.
  ///
  /// Steps that are halved see a function whose waves are shorter as one of longer waves: sin(2ᵏ(π + δ))
  /// is sin(2ᵏδ) for every k > 0, and extrapolates to a slope that is not there.
  private mutating func confirm(
    _ estimate: inout Estimate, _ direction: [Double], besides first: Double
  ) throws(Failure) {
    let step = 0.0137 * first / Double(1 << (Self.levels - 1))
    let near = try quotient(direction, step, watchingBranches: false)
    for i in near.values.indices {
      let difference = abs(near.values[i] - estimate.values[i])
      let size = max(abs(near.values[i]), abs(estimate.values[i]))
      if difference > 0.05 * size + 20 * near.errors[i] {
        estimate.errors[i] = max(estimate.errors[i], difference)
      }
    }
  }

  /// The error in proportion to the derivative, or to what rounding leaves anyway.
  private func relativeError(_ estimate: Estimate, _ span: Double) -> Double {
    let scale = estimate.values.largestMagnitude + 1e-4 * centre.largestMagnitude / span
    return estimate.largestError / max(scale, .leastNormalMagnitude)
  }

  /// Row i of the scheme holds the quotient with step h/2ⁱ, then its combinations with the row
  /// above, each of which removes one more even power of the step from the error.
  private mutating func extrapolate(
    _ direction: [Double], from first: Double
  ) throws(Failure) -> Estimate {
    var step = first
    var best = try quotient(direction, step, watchingBranches: true)
    for i in best.errors.indices { best.errors[i] = .infinity }
    // The columns of a row stand one after the other.
    let count = best.values.count
    var above = best.values
    for level in 1..<Self.levels {
      step /= 2
      let plain = try quotient(direction, step, watchingBranches: false)
      var row = plain.values
      row.reserveCapacity((level + 1) * count)
      for position in 0..<level * count {
        let factor = Double(1 << (2 * (position / count + 1))) - 1
        let (current, old) = (row[position], above[position])
        let next = current + (current - old) / factor
        row.append(next)
        let i = position % count
        let error = max(abs(next - current), abs(next - old), plain.errors[i])
        guard error < best.errors[i] else { continue }
        (best.values[i], best.errors[i]) = (next, error)
        (best.rounding[i], best.noise[i]) = (plain.rounding[i], plain.noise[i])
      }
      if best.isAsGoodAsItGets { break }
      above = row
    }
    return best
  }

  /// The central difference.
  ///
  /// Its error is what rounding may do, or the steps in which the function was seen to move.
  private mutating func quotient(
    _ direction: [Double], _ step: Double, watchingBranches: Bool
  ) throws(Failure) -> Estimate {
    let (ahead, forward) = try values(direction, step, watchingBranches)
    let (behind, backward) = try values(direction, -step, watchingBranches)
    let length = 0.5 * abs(forward - backward)
    let sign = forward < backward ? -0.5 : 0.5
    var estimate = Estimate(values: ahead, errors: ahead, rounding: ahead, noise: ahead)
    for i in ahead.indices {
      let value = sign * (ahead[i] - behind[i]) / length
      let size = max(abs(ahead[i]), abs(behind[i]))
      estimate.values[i] = value
      estimate.rounding[i] = 2 * size.ulp / length + 4 * value.ulp
      let change = max(abs(ahead[i] - centre[i]), abs(behind[i] - centre[i]))
      estimate.noise[i] = max(estimate.rounding[i], roundingNoise[i] / length)
      estimate.errors[i] = estimate.noise[i] + (change == 0 ? smallestChange[i] / length : 0)
      if change > 0, change < smallestChange[i] || smallestChange[i] == 0 {
        smallestChange[i] = change
      }
    }
    return estimate
  }

  /// The function a step away, and the step as it came out after rounding.
  private mutating func values(
    _ direction: [Double], _ step: Double, _ watchingBranches: Bool
  ) throws(Failure) -> ([Double], Double) {
    let moved = zip(point, direction).map { $0 + step * $1 }
    move(to: moved)
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
      if case .choice = evaluator.rows[$0].kernel { true } else { false }
    }
    let uses = hasChoices ? usedRows() : []
    var signs: UInt64 = 0
    func mix(_ value: UInt64) {
      signs = (signs ^ value &+ 1) &* 0x9E37_79B9_7F4A_7C15
      signs ^= signs >> 29
    }
    for row in rows where uses.isEmpty || uses[row] {
      mix(UInt64(row))
      BranchPoint(evaluation: self, row: evaluator.rows[row], includesPoles: true).visit {
        mix($0 > 0 ? 1 : $0 < 0 ? 2 : 3)
      } choice: {
        mix(UInt64($0) << 8)
      }
    }
    return signs
  }
}
