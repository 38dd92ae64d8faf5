/// Secants through a point of a curve and points that close in on it, each step half the one before.
struct Secants {
  struct Secant: Hashable {
    let step: Double
    /// The difference quotient (f(x + h) − f(x)) / h.
    let slope: Double
  }

  let all: [Secant]

  /// The steps go the way where there is more room, the first as far as a round number goes.
  ///
  /// A step where the function is undefined is left out.
  init(
    of function: (Double) -> Double, at point: Double, in range: ClosedRange<Double>, count: Int
  ) {
    let (before, behind) = (point - range.lowerBound, range.upperBound - point)
    let (sign, room) = behind >= 0.4 * before ? (1.0, behind) : (-1.0, before)
    let first = sign * DecimalStep(within: 0.9 * room).value
    let value = function(point)
    all = (0..<count).compactMap { index in
      var step = first
      for _ in 0..<index { step /= 2 }
      let slope = (function(point + step) - value) / step
      return slope.isFinite ? Secant(step: step, slope: slope) : nil
    }
  }
}
