package import ChainNotation
import ExpressionGraph
package import MathTypesetting
import NumericEvaluation

/// Numbers as a figure shows them.
package struct NumberFormat {
  /// How many digits a number has, a zero before the point counted: 0.479, 1.985.
  package let digits: Int

  package init(digits: Int) {
    self.digits = digits
  }

  /// Larger matrices are not written out.
  private static let longestSide = 3

  package func text(of value: Double) -> DecimalText {
    DecimalText(value, digits: max(1, abs(value) < 1 ? digits - 1 : digits))
  }

  /// The number that a reader of the figure takes the value for.
  package func rounded(_ value: Double) -> Double {
    let text = text(of: value)
    guard let mantissa = Double(text.mantissa) else { return value }
    let magnitude = Double("\(mantissa)e\(text.exponent ?? 0)") ?? mantissa
    return text.isNegative ? -magnitude : magnitude
  }

  package func formula(of value: Double) -> Formula { text(of: value).formula }

  /// A scalar, or the entries of what has at most three rows and columns; a vector is a column.
  ///
  /// A derivative's rows are those of what its layout writes first.
  func formula(of tensor: Tensor, as shape: JacobianShape? = nil) -> Formula? {
    if tensor.shape.isEmpty { return tensor.data.first.map(formula) }
    guard tensor.shape.count <= 2 else { return nil }
    if let shape, shape.isTurned, tensor.shape.count == 2 {
      return formula(of: tensor.transposed)
    }
    let isRow = tensor.shape.count == 1 && shape.map { $0.output.isScalar != $0.isTurned } ?? false
    let rows = isRow ? 1 : tensor.shape[0]
    let columns = isRow ? tensor.shape[0] : tensor.shape.dropFirst().first ?? 1
    guard (1...Self.longestSide).contains(rows), (1...Self.longestSide).contains(columns) else {
      return nil
    }
    let cells = (0..<rows).map { row in
      (0..<columns).map { formula(of: tensor.data[row * columns + $0]) }
    }
    return .matrix(rows: cells, left: "[", right: "]")
  }
}
