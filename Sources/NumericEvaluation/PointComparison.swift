import ExpressionGraph

/// What comparing a derivative with finite differences at one point says.
enum CheckOutcome {
  /// Zero agreeing with zero is an agreement that says little.
  case agreement(relativeError: Double, isTrivial: Bool)
  case mismatch(Mismatch)
  case skip(SkipReason)
}

/// A derivative times a direction, to be evaluated along several.
private struct DirectionalClaim {
  private let claim: Evaluation
  private let output: Int
  private let direction: Int
  private let dependents: [Int]

  init?(_ derivative: NodeID, along direction: NodeID, at claim: Evaluation) {
    guard let output = claim.evaluator.row(of: derivative),
      // A derivative that is zero everywhere does not depend on the direction.
      let row = claim.evaluator.row(of: direction)
    else { return nil }
    self.claim = claim
    self.output = output
    self.direction = row
    dependents = claim.evaluator.dependents(of: row)
  }

  func value(along entries: [Double]) -> [Double] {
    var claim = claim
    claim.set(direction, to: entries, dependents: dependents)
    return Array(claim.values(ofRow: output))
  }
}

/// A derivative and finite differences at one point, direction by direction.
struct PointComparison {
  let request: CheckRequest
  let point: Environment
  private let evaluation: Evaluation
  private let claim: Evaluation
  private let directional: DirectionalClaim?

  private static let entryLimit = 200
  private static let randomDirections = 5
  /// Beyond rounding, entries may differ by this part of their size, and of the largest entry.
  private static let entryTolerance = 1e-8
  private static let scaleTolerance = 1e-10
  /// How many times the estimated error of a difference is granted.
  private static let errorMargin = 20.0
  /// Differences with a larger relative error decide nothing.
  private static let usableError = 1e-5
  private static let roundingMargin = 100.0
  /// Terms that cancel may leave so many units in the last place of the largest of them.
  private static let cancelledUlps = 1024.0

  init(
    _ request: CheckRequest, at point: Environment, function: Evaluator,
    derivative: Evaluator
  ) {
    self.request = request
    self.point = point
    evaluation = function(point)
    let claim = derivative(point)
    self.claim = claim
    directional = request.direction.flatMap {
      DirectionalClaim(request.derivative, along: $0, at: claim)
    }
  }

  func outcome(_ generator: inout SeededGenerator) -> CheckOutcome {
    guard let claimed = claim[request.derivative]?.data,
      var quotient = DifferenceQuotient(of: request.function, by: request.input, at: evaluation)
    else { return .skip(.incomplete) }
    guard quotient.centre.allSatisfy(\.isFinite), quotient.point.allSatisfy(\.isFinite) else {
      return .skip(.undefined(evaluation.firstUndefined()))
    }
    let claimCount = quotient.centre.count * (request.direction == nil ? quotient.point.count : 1)
    guard claimed.count == claimCount else {
      return .mismatch(Mismatch(point: point, position: nil, claimed: .nan, measured: .nan))
    }
    if !claimed.allSatisfy(\.isFinite), let undefined = claim.firstUndefined(),
      undefined.reason == .overflow
    {
      return .skip(.undefinedDerivative(undefined))
    }
    let noise = claim.roundingNoise(of: [request.derivative])[0].largestMagnitude
    guard isMeaningful(claimed, noise, quotient) else {
      let kink = evaluation.kinks(dependingOn: [request.input]).first
      return .skip(kink.map { .kink($0) } ?? .unreliable)
    }
    var columns: [Column] = []
    let entryCount = quotient.centre.count * quotient.point.count
    for direction in directions(entryCount, quotient.point.count, &generator) {
      let span = span(direction, quotient.point)
      do throws(DifferenceQuotient.Failure) {
        columns.append(
          Column(
            direction: direction, span: span, noise: noise,
            measured: try measure(
              direction, span, &quotient, besides: claimed.largestMagnitude),
            claimed: request.direction == nil
              ? along(direction, claimed)
              : directional?.value(along: direction.entries) ?? claimed))
      } catch {
        return .skip(reason(error))
      }
    }
    return judge(columns, &quotient)
  }

  /// Whether rounding leaves digits to the claim that differences could confirm.
  ///
  /// A chaotic function has a derivative that nothing computes in double precision; what is zero
  /// beside the function's own size, or what rounding leaves of terms that cancel, may be noise and
  /// is measured as zero.
  private func isMeaningful(
    _ claimed: [Double], _ noise: Double, _ quotient: DifferenceQuotient
  ) -> Bool {
    let span = max(1, quotient.point.largestMagnitude)
    let scale = max(claimed.largestMagnitude, 1e-4 * quotient.centre.largestMagnitude / span)
    let residue = Self.cancelledUlps * claim.largestMagnitude.ulp
    return !claimed.allSatisfy(\.isFinite) || noise <= max(Self.usableError * scale, residue)
  }

  /// The derivative along one direction, measured and claimed: an entry an output.
  private struct Column {
    let direction: Direction
    let span: Double
    /// How far off rounding may put an entry of the claim.
    let noise: Double
    let measured: DifferenceQuotient.Estimate
    let claimed: [Double]
  }

  private enum Direction {
    case axis(Int, of: Int)
    case random([Double])

    var entries: [Double] {
      switch self {
      case .axis(let axis, let count): (0..<count).map { $0 == axis ? 1 : 0 }
      case .random(let entries): entries
      }
    }
  }

  /// Along how many directions a derivative by an input of these lengths is compared.
  static func directionCount(_ output: [Int], _ input: [Int]) -> Int {
    let inputCount = input.reduce(1, *)
    return output.reduce(inputCount, *) > entryLimit ? randomDirections : inputCount
  }

  private func directions(
    _ entryCount: Int, _ inputCount: Int, _ generator: inout SeededGenerator
  ) -> [Direction] {
    guard entryCount > Self.entryLimit else {
      return (0..<inputCount).map { .axis($0, of: inputCount) }
    }
    return (0..<Self.randomDirections).map { _ in
      let entries = (0..<inputCount).map { _ in generator.normal() }
      let norm = entries.withUnsafeBufferPointer(euclideanNorm)
      return .random(entries.map { $0 / norm })
    }
  }

  private func span(_ direction: Direction, _ point: [Double]) -> Double {
    switch direction {
    case .axis(let axis, _): max(1, abs(point[axis]))
    case .random: max(1, point.largestMagnitude)
    }
  }

  /// The derivative along a direction, by the chain rule in numbers where rounding swamps the
  /// function's differences.
  private func measure(
    _ direction: Direction, _ span: Double, _ quotient: inout DifferenceQuotient,
    besides claimed: Double
  ) throws(DifferenceQuotient.Failure) -> DifferenceQuotient.Estimate {
    let measured = try differences(direction, span, &quotient)
    let scale = max(claimed, measured.values.largestMagnitude)
    guard measured.largestError > Self.usableError * scale,
      let other = quotient.propagation?.estimate(along: direction.entries)
    else { return measured }
    return measured.better(other)
  }

  /// Very near a singularity at 0 even the smallest of the usual steps is too large.
  private func differences(
    _ direction: Direction, _ span: Double, _ quotient: inout DifferenceQuotient
  ) throws(DifferenceQuotient.Failure) -> DifferenceQuotient.Estimate {
    do throws(DifferenceQuotient.Failure) {
      return try quotient.along(direction.entries, span: span)
    } catch {
      guard case .axis(let axis, _) = direction, case let size = abs(quotient.point[axis]),
        size > 0, size < 1e-3
      else { throw error }
      return try quotient.along(direction.entries, span: size)
    }
  }

  /// The claimed derivative times a direction.
  private func along(_ direction: Direction, _ claimed: [Double]) -> [Double] {
    switch direction {
    case .axis(let axis, let width):
      return stride(from: axis, to: claimed.count, by: width).map { claimed[$0] }
    case .random(let entries):
      return stride(from: 0, to: claimed.count, by: entries.count).map { start in
        entries.indices.reduce(0) { $0 + claimed[start + $1] * entries[$1] }
      }
    }
  }

  /// Whether the function did not move at all, and would not have moved visibly beside the numbers
  /// it is computed from if the claim were right: log(1 + eˣ) at −100.
  private func isLostInRounding(_ change: Double, _ first: Double, _ second: Double) -> Bool {
    guard first == 0, second == 0 else { return false }
    return abs(change) <= evaluation.largestMagnitude.ulp
  }

  /// Whether the function does not move and the claim is what rounding leaves of terms that cancel,
  /// or the function itself is such a remainder, whose slope is not known better.
  private func isResidue(_ column: Column, _ output: Int, of height: Double) -> Bool {
    let remainder = Self.cancelledUlps * evaluation.largestMagnitude.ulp
    let measured = abs(column.measured.values[output])
    let isStill =
      measured <= Self.roundingMargin * column.measured.rounding[output]
      || measured <= 10 * column.measured.noise[output] && isSmall(column, output)
    let isRemainder =
      abs(height) <= remainder && measured <= remainder && !isDecisive(column.measured, output)
    return (isStill || isRemainder)
      && abs(column.claimed[output]) <= Self.cancelledUlps * claim.largestMagnitude.ulp
  }

  /// Whether the function's slope is nothing beside the numbers it is computed from, also if it
  /// were as large as the error of its measurement.
  private func isSmall(_ column: Column, _ output: Int) -> Bool {
    let slope = abs(column.measured.values[output]) + column.measured.errors[output]
    return slope * column.span <= 1e-6 * evaluation.largestMagnitude
  }

  private func reason(_ failure: DifferenceQuotient.Failure) -> SkipReason {
    switch failure {
    case .kink: .kink(evaluation.kinks(dependingOn: [request.input]).first)
    case .undefined: .domainEdge
    }
  }

  private func judge(_ columns: [Column], _ quotient: inout DifferenceQuotient) -> CheckOutcome {
    guard columns.allSatisfy({ $0.claimed.allSatisfy(\.isFinite) }) else {
      return .skip(.undefinedDerivative(claim.firstUndefined()))
    }
    let height = quotient.centre.largestMagnitude
    let measured = columns.reduce(0.0) { max($0, $1.measured.values.largestMagnitude) }
    let scale = columns.reduce(measured) { max($0, $1.claimed.largestMagnitude) }
    var largest = 0.0
    for column in columns {
      let isZero = column.claimed.indices.allSatisfy {
        isResidue(column, $0, of: quotient.centre[$0])
      }
      if isZero { continue }
      guard isUsable(column.measured, scale: scale) else { return .skip(.unreliable) }
      for output in column.claimed.indices {
        let difference = abs(column.measured.values[output] - column.claimed[output])
        if difference > tolerance(column, column.measured, output, scale),
          !isResidue(column, output, of: quotient.centre[output])
        {
          return verdict(column, output, scale, &quotient)
        }
        if difference > 0 {
          let floor = isDecisive(column.measured, output) ? 0 : 1e-6 * height / column.span
          largest = max(largest, difference / max(scale, floor))
        }
      }
    }
    return .agreement(relativeError: largest, isTrivial: scale == 0)
  }

  private func isUsable(_ estimate: DifferenceQuotient.Estimate, scale: Double) -> Bool {
    estimate.errors.allSatisfy { $0 <= Self.usableError * scale }
  }

  /// Whether one entry alone is measured well enough to contradict a claim.
  ///
  /// Over a step that is long beside its waves, a function seems flat without being so.
  private func isDecisive(_ estimate: DifferenceQuotient.Estimate, _ output: Int) -> Bool {
    let (value, error) = (estimate.values[output], estimate.errors[output])
    return error <= max(0.01 * abs(value), Self.roundingMargin * estimate.rounding[output])
  }

  private func tolerance(
    _ column: Column, _ measured: DifferenceQuotient.Estimate, _ output: Int, _ scale: Double
  ) -> Double {
    Self.entryTolerance * max(abs(measured.values[output]), abs(column.claimed[output]))
      + Self.scaleTolerance * scale
      + Self.errorMargin * (measured.errors[output] + column.noise)
  }

  /// An estimate of an error can be too small by luck, but hardly again with other steps: a
  /// difference counts only if both measurements contradict the claim and agree with each other.
  private func verdict(
    _ column: Column, _ output: Int, _ scale: Double, _ quotient: inout DifferenceQuotient
  ) -> CheckOutcome {
    do throws(DifferenceQuotient.Failure) {
      let again = try measure(column.direction, 0.37 * column.span, &quotient, besides: scale)
      let (first, second) = (column.measured.values[output], again.values[output])
      let claimed = column.claimed[output]
      guard isDecisive(column.measured, output), isDecisive(again, output),
        !isLostInRounding(claimed * column.span, first, second),
        abs(second - claimed) > tolerance(column, again, output, scale),
        abs(first - second) <= 0.1 * abs(first - claimed)
      else { return .skip(.unreliable) }
      let position: Int? =
        switch column.direction {
        case .axis(let axis, let width): output * width + axis
        case .random: nil
        }
      return .mismatch(
        Mismatch(point: point, position: position, claimed: claimed, measured: first))
    } catch {
      return .skip(reason(error))
    }
  }
}
