/// The derivative of a function along a direction by the chain rule in numbers: tangents pass from
/// operation to operation, each of them differentiated numerically by itself.
///
/// Where a large term swamps a small one, as in 10^16 + x, differences of the whole function say
/// nothing; those of its single operations do. It shares no rule with the symbolic derivative.
struct TangentPropagation {
  private let evaluation: Evaluation
  private let input: Int
  private let output: Int
  private let dependents: [Int]

  /// Beyond so many entries, counted once an operation, it is not worth its time.
  private static let workLimit = 20_000_000
  /// How often the tangents are passed with errors, to see what these do to the result.
  private static let trials = 3

  /// Nil where it would take too long.
  init?(from input: Int, to output: Int, dependents: [Int], at evaluation: Evaluation) {
    let work = dependents.count.multipliedReportingOverflow(
      by: evaluation.evaluator.entryCount)
    guard !work.overflow, work.partialValue <= Self.workLimit else { return nil }
    self.evaluation = evaluation
    self.input = input
    self.output = output
    self.dependents = dependents.filter { $0 <= output }
  }

  /// The derivative along a direction; nil where an operation has none nearby.
  ///
  /// Its error is how far the result moves when each tangent on the way is off by its own error.
  func estimate(along direction: [Double]) -> DifferenceQuotient.Estimate? {
    var exact: SeededGenerator?
    guard let values = tangent(along: direction, erring: &exact) else { return nil }
    var errors = values.map(\.ulp)
    for seed in 0..<Self.trials {
      var generator: SeededGenerator? = SeededGenerator(seed: UInt64(seed))
      guard let other = tangent(along: direction, erring: &generator) else { return nil }
      for i in errors.indices { errors[i] = max(errors[i], abs(other[i] - values[i])) }
    }
    return DifferenceQuotient.Estimate(
      values: values, errors: errors, rounding: errors, noise: errors)
  }

  private func tangent(
    along direction: [Double], erring generator: inout SeededGenerator?
  ) -> [Double]? {
    var local = evaluation
    var tangents: [Int: [Double]] = [input: direction]
    for row in dependents {
      let moving = movingOperands(of: row, tangents)
      guard !moving.isEmpty else { continue }
      let step = moving.flatMap { tangents[$0] ?? [] }
      let isLinear = evaluation.evaluator.rows[row].kernel.isLinear
      guard
        var passed = isLinear
          ? linear(row, moving, tangents, &local) : differentiated(row, moving, along: step)
      else { return nil }
      if generator != nil {
        for i in passed.values.indices {
          let error = passed.errors[i] + passed.values[i].ulp
          passed.values[i] += (generator?.next() ?? 0) & 1 == 0 ? error : -error
        }
      }
      tangents[row] = passed.values
    }
    return tangents[output] ?? evaluation.values(ofRow: output).map { _ in 0 }
  }

  /// The operands whose values change, each once.
  private func movingOperands(of row: Int, _ tangents: [Int: [Double]]) -> [Int] {
    let evaluator = evaluation.evaluator
    var moving: [Int] = []
    for operand in evaluator.operandRows[evaluator.rows[row].operands]
    where !moving.contains(operand) && tangents[operand]?.contains(where: { $0 != 0 }) == true {
      moving.append(operand)
    }
    return moving
  }

  /// A linear operation does to tangents what it does to values.
  private func linear(
    _ row: Int, _ moving: [Int], _ tangents: [Int: [Double]], _ local: inout Evaluation
  ) -> (values: [Double], errors: [Double])? {
    let evaluator = evaluation.evaluator
    let operands = Set(evaluator.operandRows[evaluator.rows[row].operands])
    for operand in operands {
      let zeros = evaluation.values(ofRow: operand).map { _ in 0.0 }
      local.set(
        operand, to: moving.contains(operand) ? tangents[operand] ?? zeros : zeros, dependents: [])
    }
    local.set(row, to: evaluation.values(ofRow: row), dependents: [row])
    let values = Array(local.values(ofRow: row))
    for operand in operands {
      local.set(operand, to: evaluation.values(ofRow: operand), dependents: [])
    }
    return (values, values.map { _ in 0 })
  }

  /// Any other is measured, by itself.
  private func differentiated(
    _ row: Int, _ moving: [Int], along step: [Double]
  ) -> (values: [Double], errors: [Double])? {
    let size = step.largestMagnitude
    guard size.isFinite else { return nil }
    var quotient = DifferenceQuotient(ofRow: row, by: moving, at: evaluation)
    let reach = quotient.point.largestMagnitude
    var best: DifferenceQuotient.Estimate?
    for span in Set([max(1, reach), reach == 0 ? 1 : reach]).sorted(by: >) {
      guard
        let estimate = try? quotient.along(step.map { $0 / size }, span: span),
        estimate.largestError < best?.largestError ?? .infinity
      else { continue }
      best = estimate
    }
    return best.map { best in
      (best.values.map { $0 * size }, best.errors.map { $0 * size })
    }
  }
}

extension Kernel {
  /// Whether tangents go through the operation as values do.
  fileprivate var isLinear: Bool {
    switch self {
    case .copy, .sum, .literal, .slice, .join: true
    case .input, .constant, .product, .elementwise, .reduction, .vectorFunction, .matrixFunction,
      .selector, .triangle, .choice, .application, .unresolved:
      false
    }
  }
}
