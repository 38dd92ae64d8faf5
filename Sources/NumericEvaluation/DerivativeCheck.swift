package import ExpressionGraph

extension ExpressionGraph {
  /// Compares a derivative with central differences, at the given point (if it gives every input)
  /// and at random points, until `points` of them were usable or a mismatch is found.
  ///
  /// Random points respect the inputs' properties. One at a kink, at the edge of the domain, or
  /// where the differences are unreliable is drawn again; a given one is skipped, with the reason.
  /// Sizes and stand-ins that `given` lacks are chosen. The same arguments give the same result.
  /// Costs some ten evaluations of the function for each entry of the input, or for each of five
  /// random directions if the derivative has over 200 entries, at each point.
  package func check(
    _ request: CheckRequest, at given: Environment? = nil, points: Int = 5, seed: UInt64 = 1
  ) -> CheckResult {
    var result = CheckResult()
    guard let trial = CheckTrial(request, in: self, sizes: given?.sizes ?? [:]) else {
      if given != nil { result.skipped = .incomplete }
      return result
    }
    let points = min(points, trial.affordablePoints)
    guard points > 0 else {
      result.skipped = .tooLarge
      return result
    }
    var generator = SeededGenerator(seed: seed)
    if let given {
      let outcome =
        trial.completed(given, seed: seed).map { trial.outcome(at: $0, &generator) }
        ?? .skip(.incomplete)
      if let reason = result.record(outcome) { result.skipped = reason }
    }
    trial.checkRandomPoints(near: given, upTo: points, seed: seed, &generator, &result)
    // X'X has an inverse only where X has no more columns than rows.
    if result.points == 0, result.passed,
      let other = CheckTrial(request, in: self, sizes: given?.sizes ?? [:], isDescending: true)
    {
      other.checkRandomPoints(near: given, upTo: points, seed: seed, &generator, &result)
    }
    return result
  }
}

extension CheckResult {
  /// Adds what one point says; answers why it says nothing, if so.
  fileprivate mutating func record(_ outcome: CheckOutcome) -> SkipReason? {
    switch outcome {
    case .agreement(let relativeError, _):
      points += 1
      maxRelativeError = max(maxRelativeError, relativeError)
    case .mismatch(let found):
      points += 1
      mismatch = found
      maxRelativeError = max(maxRelativeError, found.relativeError)
    case .skip(let reason):
      return reason
    }
    return nil
  }
}

extension Mismatch {
  fileprivate var relativeError: Double {
    abs(claimed - measured) / max(abs(claimed), abs(measured))
  }
}

/// A request with all that is the same at every point.
private struct CheckTrial {
  private let request: CheckRequest
  private let function: Evaluator
  private let derivative: Evaluator
  private let definitions: Evaluator
  private let source: PointSource

  private static let tries = 40
  /// Multiplications of a whole check, some seconds.
  private static let affordableWork = 1e10
  /// After so many points where the derivative is zero it is taken to be zero indeed.
  private static let trivialLimit = 15
  /// A derivative that is undefined at this many points where the function is smooth is wrong.
  private static let undefinedLimit = 10

  /// Nil if a node has no known size or is too large to evaluate.
  init?(
    _ request: CheckRequest, in graph: ExpressionGraph, sizes given: [String: Int],
    isDescending: Bool = false
  ) {
    self.request = request
    let heldNodes = ([request.input] + request.held).sorted()
    let held = Set(heldNodes)
    let roots = [request.function, request.input]
    let nodes = graph.nodes(below: roots + [request.derivative] + request.held)
    let sizes = graph.randomSizes(
      for: nodes, given: given, isDescending: isDescending)
    function = Evaluator(graph, roots: roots, held: held, sizes: sizes)
    derivative = Evaluator(
      graph, roots: [request.derivative], held: held, sizes: sizes)
    definitions = Evaluator(graph, roots: heldNodes, sizes: sizes)
    guard function.isResolved(request.function), derivative.isResolved(request.derivative),
      let source = PointSource(graph, [function, derivative], definitions, heldNodes, sizes)
    else { return nil }
    self.source = source
  }

  /// At how many points the comparison takes no longer than a reader would wait.
  ///
  /// A point takes some evaluations for its rounding noise, and some twenty a direction.
  var affordablePoints: Int {
    let lengths = [request.function, request.input].map { function.lengths(of: $0) ?? [] }
    let columns = PointComparison.directionCount(lengths[0], lengths[1])
    let work =
      4 * (function.work + derivative.work) + 20 * Double(columns) * function.work
    return Int(max(0, min(100, Self.affordableWork / max(work, 1))))
  }

  func completed(_ given: Environment, seed: UInt64) -> Environment? {
    var given = given
    if let direction = request.direction, let lengths = function.lengths(of: request.input) {
      given.values[direction] = Tensor(repeating: 0, shape: lengths)
    }
    return source.completed(given, seed: seed)
  }

  func outcome(at point: Environment, _ generator: inout SeededGenerator) -> CheckOutcome {
    PointComparison(request, at: point, function: function, derivative: derivative)
      .outcome(&generator)
  }

  func checkRandomPoints(
    near given: Environment?, upTo points: Int, seed: UInt64,
    _ generator: inout SeededGenerator, _ result: inout CheckResult
  ) {
    var (failures, trivial) = (0, 0)
    var undefined: [Environment] = []
    for attempt in 0..<Self.tries {
      guard result.passed, result.points < points, trivial < Self.trivialLimit else { break }
      let point = source.random(
        .style(afterFailures: failures), near: given, seed: seed, attempt: attempt)
      let outcome = outcome(at: point, &generator)
      if case .agreement(_, isTrivial: true) = outcome {
        trivial += 1
      } else if let reason = result.record(outcome) {
        failures += 1
        // One that is too large for a number is not wrong, nor is one that says by an inverse what
        // goes on where there is none, as an adjugate's does.
        if case .undefinedDerivative(let value) = reason, value?.reason != .overflow,
          value?.reason != .singular
        {
          undefined.append(point)
        }
      }
    }
    if result.passed { result.points = max(result.points, min(points, result.points + trivial)) }
    if result.points == 0, undefined.count >= Self.undefinedLimit {
      result.mismatch = Mismatch(
        point: undefined[0], position: nil, claimed: .nan, measured: .nan)
    }
  }
}
