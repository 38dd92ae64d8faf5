package import ExpressionGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A smooth function that stands in for one without a definition, with all its derivatives.
///
/// With all arguments strung together as u, entry i is
/// `offset_i + Σₖ aᵢₖ sin(bᵢₖ·u + cᵢₖ) + ¼ (wᵢ·u)²`: no symmetry that a wrong derivative could
/// hide behind, and values of moderate size near the origin.
package struct StandIn: Sendable {
  fileprivate struct Wave: Sendable {
    let amplitude: Double
    let direction: [Double]
    let phase: Double
  }

  fileprivate struct Component: Sendable {
    let offset: Double
    let waves: [Wave]
    let slope: [Double]
  }

  /// Where each argument starts in u, then the length of u.
  private let starts: [Int]
  private let components: [Component]

  /// The same function for the same seed and name; nil if a size is unknown or too large.
  package init?(for function: AbstractFunction, sizes: [String: Int], seed: UInt64) {
    let domain = function.domain.compactMap { $0.lengths(sizes) }
    guard domain.count == function.domain.count,
      let codomain = function.codomain.lengths(sizes),
      let outputs = NumericEvaluation.entryCount(codomain, limit: 100_000)
    else { return nil }
    var starts = [0]
    for lengths in domain {
      guard let count = NumericEvaluation.entryCount(lengths, limit: 100_000) else { return nil }
      starts.append(starts[starts.count - 1] + count)
    }
    let inputs = starts[starts.count - 1]
    guard inputs * outputs <= 4_000_000 else { return nil }
    self.starts = starts
    var generator = SeededGenerator(seed: seed, name: function.name)
    components = (0..<outputs).map { _ in Component.random(inputs: inputs, &generator) }
  }

  /// How many entries a derivative has.
  func entryCount(derivatives: [Int]) -> Int {
    derivatives.reduce(components.count) { $0 * (starts[$1 + 1] - starts[$1]) }
  }

  /// Writes the derivative by the given arguments: the codomain's axes, then those of each argument
  /// in order.
  ///
  /// `u` holds all arguments strung together.
  func evaluate(
    derivatives: [Int], at u: [Double], into result: UnsafeMutableBufferPointer<Double>
  ) {
    let axes = derivatives.map { starts[$0]..<starts[$0 + 1] }
    guard !result.isEmpty else { return }
    var position = axes.map(\.lowerBound)
    let block = result.count / components.count
    for (row, component) in components.enumerated() {
      let terms = component.terms(order: axes.count, at: u)
      for column in 0..<block {
        result[row * block + column] = terms.value(at: position)
        advance(&position, in: axes)
      }
    }
  }

  private func advance(_ position: inout [Int], in axes: [Range<Int>]) {
    for axis in axes.indices.reversed() {
      position[axis] += 1
      if position[axis] < axes[axis].upperBound { return }
      position[axis] = axes[axis].lowerBound
    }
  }

  /// A derivative of one order as a sum of `weight · Π direction[position]`.
  fileprivate struct Terms {
    let constant: Double
    let terms: [(weight: Double, direction: [Double])]

    func value(at position: [Int]) -> Double {
      terms.reduce(constant) { sum, term in
        sum + position.reduce(term.weight) { $0 * term.direction[$1] }
      }
    }
  }
}

extension StandIn.Component {
  fileprivate static func random(inputs: Int, _ generator: inout SeededGenerator) -> Self {
    let scale = 1 / Double(max(inputs, 1)).squareRoot()
    func direction() -> [Double] {
      (0..<inputs).map { _ in generator.normal() * scale }
    }
    let waves = (0..<3).map { _ in
      StandIn.Wave(
        amplitude: generator.uniform(0.4, 1), direction: direction(),
        phase: generator.uniform(0, 2 * Double.pi))
    }
    return Self(offset: generator.uniform(-1, 1), waves: waves, slope: direction())
  }

  /// The n-th derivative of a sin(b·u + c) is a sin(b·u + c + nπ/2) b⊗…⊗b; those of a square end
  /// with the second.
  fileprivate func terms(order: Int, at u: [Double]) -> StandIn.Terms {
    var terms = waves.map { wave in
      let angle = dot(wave.direction, u) + wave.phase + Double(order % 4) * Double.pi / 2
      return (wave.amplitude * sin(angle), wave.direction)
    }
    let height = dot(slope, u)
    if order == 0 {
      return StandIn.Terms(constant: offset + 0.25 * height * height, terms: terms)
    }
    if order == 1 { terms.append((0.5 * height, slope)) }
    if order == 2 { terms.append((0.5, slope)) }
    return StandIn.Terms(constant: 0, terms: terms)
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
