package import ExpressionGraph

/// A derivative to be compared with finite differences.
package struct CheckRequest: Hashable, Sendable {
  /// What was differentiated; for a derivative of order k, the derivative of order k − 1.
  package let function: NodeID
  /// The node it was differentiated by: a variable, or a definition held as an input.
  package let input: NodeID
  /// The claim.
  ///
  /// Its shape is the function's followed by the input's.
  package var derivative: NodeID
  /// A variable of the input's shape where the claim is the derivative times it, of the function's
  /// shape: for derivatives too large to be written out.
  package var direction: NodeID?
  /// Other definitions that are held as inputs, as both are in ∂²f/∂x ∂y.
  package let held: [NodeID]

  package init(function: NodeID, input: NodeID, derivative: NodeID, held: [NodeID] = []) {
    self.function = function
    self.input = input
    self.derivative = derivative
    self.held = held
  }
}

/// What a comparison with finite differences found.
package struct CheckResult: Sendable {
  /// At how many points the two were compared.
  package var points = 0
  /// Why the given point was not used; nil if it was, or none was given.
  ///
  /// No point is used where comparing would take too long.
  package var skipped: SkipReason?
  /// The largest difference between entries, relative to the largest entry at the point.
  package var maxRelativeError = 0.0
  /// Where the derivative differs from the finite differences.
  package var mismatch: Mismatch?

  package init() {}

  /// False only if a mismatch was found; true as well where no point was usable.
  package var passed: Bool { mismatch == nil }
}

/// Why nothing can be compared at a point.
package enum SkipReason: Hashable, Sendable {
  /// The function has a kink or a jump at the point; the node where it is, if that is exact.
  case kink(NodeID?)
  /// The function itself is undefined at the point.
  case undefined(UndefinedValue?)
  /// The function is undefined arbitrarily close to the point.
  case domainEdge
  /// The derivative's formula is undefined at the point although the function is smooth there.
  case undefinedDerivative(UndefinedValue?)
  /// Rounding leaves too few digits to the finite differences.
  case unreliable
  /// A size or a value is missing.
  case incomplete
  /// Comparing would take too long.
  case tooLarge
}

/// A point at which a derivative is wrong.
package struct Mismatch: Sendable {
  package let point: Environment
  /// The flat position in the derivative, or nil if it was compared along a random direction.
  package let position: Int?
  /// The derivative's value there, or along the direction.
  package let claimed: Double
  /// The finite difference.
  package let measured: Double

  package init(point: Environment, position: Int?, claimed: Double, measured: Double) {
    self.point = point
    self.position = position
    self.claimed = claimed
    self.measured = measured
  }
}
