package import ExpressionGraph

/// Which axes of a derivative are written first.
package enum DerivativeLayout: String, Hashable, Sendable, CaseIterable {
  /// The output's, as in the lecture: a gradient is a row, a Jacobian m×n.
  case numerator
  /// The input's: a gradient is a column, a Jacobian n×m.
  case denominator
}

/// How a derivative of three or more axes is written.
package enum TensorForm: String, Hashable, Sendable, CaseIterable {
  /// Entry by entry: ∂Y_ij/∂X_pq = A_ip B_qj.
  case index
  /// As a matrix between vectors that stack the columns: ∂vec Y/∂vec X = Bᵀ ⊗ A.
  case kronecker
  /// By what it does to a small change of the input: dY = A dX B.
  case differential
}

/// How derivatives are written, whatever their numbers are.
package struct DerivativeForm: Hashable, Sendable {
  package var layout: DerivativeLayout
  package var tensors: TensorForm

  package init(layout: DerivativeLayout = .numerator, tensors: TensorForm = .index) {
    self.layout = layout
    self.tensors = tensors
  }

  package static let standard = DerivativeForm()
}

/// The shapes that a derivative lies between: axes of the output, then of each input in turn.
package struct DerivativeAxes: Hashable, Sendable {
  package let output: Shape
  package let inputs: [Shape]

  package init(output: Shape, inputs: [Shape]) {
    self.output = output
    self.inputs = inputs
  }

  var order: Int { inputs.reduce(output.order) { $0 + $1.order } }

  /// Whether matrix notation has no place for all axes.
  package var isTensor: Bool { order > 2 }

  /// Whether this is one linear map: a first derivative, or the second of a scalar.
  var isMap: Bool { inputs.count == 1 || output.isScalar && inputs.count == 2 }

  /// What the derivative maps to: the output, or of a scalar's second derivative the gradient.
  var outer: Shape { output.isScalar && inputs.count > 1 ? inputs[0] : output }

  /// What it maps from.
  var inner: [Shape] { output.isScalar && inputs.count > 1 ? Array(inputs.dropFirst()) : inputs }
}
