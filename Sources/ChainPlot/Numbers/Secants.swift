/// Secants through a point of a curve and points that close in on it, in steps of 1, 0.5, 0.2, 0.1
/// and so on.
package struct Secants {
  package struct Secant: Hashable {
    package let step: Double
    /// The difference quotient (f(x + h) − f(x)) / h.
    package let slope: Double
  }

  package let all: [Secant]

  /// The steps go the way where there is more room, the first as far as a round number goes.
  ///
  /// A step where the function is undefined is left out.
  package init(
    of function: (Double) -> Double, at point: Double, in range: ClosedRange<Double>, count: Int
  ) {
    let (before, behind) = (point - range.lowerBound, range.upperBound - point)
    let (sign, room) = behind >= 0.4 * before ? (1.0, behind) : (-1.0, before)
    let steps = sequence(first: DecimalStep(within: 0.9 * room), next: \.finer).prefix(count)
    let value = function(point)
    all = steps.compactMap { size in
      let step = sign * size.value
      let slope = (function(point + step) - value) / step
      return slope.isFinite ? Secant(step: step, slope: slope) : nil
    }
  }
}
