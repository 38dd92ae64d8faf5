import ExpressionGraph

/// A generic product, ready to run: powers of factors, then contractions of two arrays at a time.
///
/// With many factors, contracting pairwise keeps the cost polynomial where one loop over all
/// labels would be exponential in their number.
struct ProductPlan {
  /// Where an array is found.
  enum Place {
    case operand(Int)
    /// A position in the scratch space; the first scratch entry is always 1.
    case scratch(Int)
    case result
  }

  struct PowerStep {
    let operand: Int
    let power: ConstantPower
    let start: Int
    let count: Int
  }

  struct Step {
    let left: Place
    let right: Place
    let target: Place
    let targetCount: Int
    let contraction: Contraction
  }

  /// The coefficient with the powers of sizes.
  let scale: Double
  /// One a factor.
  let powers: [ConstantPower]
  /// Whether neither a factor nor the result has axes; then there are no steps.
  let isScalar: Bool
  private(set) var powerSteps: [PowerStep] = []
  private(set) var steps: [Step] = []
  /// How many scratch entries a run needs.
  private(set) var scratchCount = 1
  /// How many multiplications a run takes.
  private(set) var work = 1

  /// Nil if a size is unknown or the work is beyond reason.
  init?(_ pattern: ProductPattern, sizes: [String: Int]) {
    var scale = pattern.coefficient.double
    for size in pattern.sizes {
      guard let length = size.dimension.length(sizes) else { return nil }
      scale *= ConstantPower(Number(size.exponent))(Double(length))
    }
    self.scale = scale
    powers = pattern.factors.map { ConstantPower($0.exponent) }
    isScalar = pattern.isScalar
    guard !isScalar else { return }
    guard let lengths = Shape(pattern.extents).lengths(sizes) else { return nil }
    var planner = ContractionPlanner(lengths: lengths, output: pattern.output.map { Int($0.index) })
    for (position, factor) in pattern.factors.enumerated() {
      let labels = factor.labels.map { Int($0.index) }
      if case .one = powers[position] {
        planner.append(.init(place: .operand(position), labels: labels))
        continue
      }
      let count = labels.reduce(1) { $0 * lengths[$1] }
      guard let start = planner.reserve(count) else { return nil }
      powerSteps.append(
        PowerStep(operand: position, power: powers[position], start: start, count: count))
      planner.append(.init(place: .scratch(start), labels: labels))
    }
    guard planner.plan() else { return nil }
    steps = planner.steps
    scratchCount = planner.scratchCount
    work = planner.work
  }

  /// The product of scalars.
  func scalarValue(_ operands: Operands) -> Double {
    var product = scale
    for (position, power) in powers.enumerated() { product *= power(operands[position][0]) }
    return product
  }

  /// Writes every entry of the result.
  func evaluate(
    _ operands: Operands, scratch: UnsafeMutablePointer<Double>,
    into result: UnsafeMutableBufferPointer<Double>
  ) {
    guard let target = result.baseAddress, !result.isEmpty else { return }
    scratch[0] = 1
    for step in powerSteps {
      let operand = operands[step.operand]
      for i in 0..<step.count { scratch[step.start + i] = step.power(operand[i]) }
    }
    for step in steps {
      let destination = mutable(step.target, scratch, target)
      destination.update(repeating: 0, count: step.targetCount)
      step.contraction.add(
        source(step.left, operands, scratch, target), source(step.right, operands, scratch, target),
        to: destination)
    }
    if scale != 1 { for i in result.indices { result[i] *= scale } }
  }

  private func source(
    _ place: Place, _ operands: Operands, _ scratch: UnsafeMutablePointer<Double>,
    _ result: UnsafeMutablePointer<Double>
  ) -> UnsafePointer<Double> {
    switch place {
    case .operand(let position): operands.address(position)
    case .scratch, .result: UnsafePointer(mutable(place, scratch, result))
    }
  }

  private func mutable(
    _ place: Place, _ scratch: UnsafeMutablePointer<Double>,
    _ result: UnsafeMutablePointer<Double>
  ) -> UnsafeMutablePointer<Double> {
    switch place {
    case .scratch(let start): scratch + start
    case .operand, .result: result
    }
  }
}

/// A constant exponent, with the common ones done by arithmetic.
enum ConstantPower {
  case one, square, reciprocal, squareRoot
  case general(Double)

  init(_ exponent: Number) {
    if exponent.isOne {
      self = .one
    } else if exponent.integer == 2 {
      self = .square
    } else if exponent.isMinusOne {
      self = .reciprocal
    } else if exponent.double == 0.5 {
      self = .squareRoot
    } else {
      self = .general(exponent.double)
    }
  }

  var exponent: Double {
    switch self {
    case .one: 1
    case .square: 2
    case .reciprocal: -1
    case .squareRoot: 0.5
    case .general(let exponent): exponent
    }
  }

  func callAsFunction(_ base: Double) -> Double {
    switch self {
    case .one: base
    case .square: base * base
    case .reciprocal: 1 / base
    case .squareRoot: base.squareRoot()
    case .general(let exponent): value(of: .power, at: base, exponent)
    }
  }
}
