package import ExpressionGraph
package import MathTypesetting

extension Shape {
  /// The space of such tensors: ℝ, ℝⁿ, ℝ^{m×n}.
  package var formula: Formula {
    let reals = Formula.symbol("R", .ordinary, .doubleStruck)
    return isScalar ? reals : .raised(reals, .crossed(dimensions.map(\.formula)))
  }
}

extension Dimension {
  package var formula: Formula { Phrase.size(self).formula() }
}

/// The shape of a derivative: of what, by what.
package struct JacobianShape: Hashable, Sendable {
  package let output: Shape
  package let input: Shape

  package init(output: Shape, input: Shape) {
    self.output = output
    self.input = input
  }

  /// What stands left and right of the cross: a scalar beside a tensor leaves the tensor's shape.
  private var sides: [[Dimension]] {
    if output.isScalar, input.order > 1 { return input.dimensions.map { [$0] } }
    if input.isScalar, output.order > 1 { return output.dimensions.map { [$0] } }
    return [output, input].map { $0.isScalar ? [Dimension(1)] : $0.dimensions }
  }

  package var formula: Formula {
    .crossed(
      sides.map { side in
        side.count == 1 ? side[0].formula : .inParentheses(.crossed(side.map(\.formula)))
      })
  }

  /// `1×2`, `2×(2×3)`.
  package var text: String {
    sides.map { side in
      let lengths = side.map(\.description).joined(separator: "×")
      return side.count == 1 ? lengths : "(\(lengths))"
    }.joined(separator: "×")
  }

  /// How the shapes of factors multiply: `1×2 · 2×3 = 1×3`.
  package static func productText(_ factors: [JacobianShape], result: JacobianShape) -> String {
    factors.map(\.text).joined(separator: " · ") + " = " + result.text
  }

  package static func productFormula(
    _ factors: [JacobianShape], result: JacobianShape
  ) -> Formula {
    let product = factors.map { [$0.formula] }.joined(separator: [.dot])
    return .line(Array(product) + [.relation("="), result.formula])
  }
}

extension Formula {
  /// Lengths with crosses between, close together.
  static func crossed(_ lengths: [Formula]) -> Formula {
    .line(lengths, separator: [.ordinary("×")])
  }
}

extension DecimalText {
  package var formula: Formula {
    let sign = isNegative ? "-" : ""
    if mantissa == "∞" {
      return .line((isNegative ? [.ordinary("\u{2212}")] : []) + [.ordinary("∞")])
    }
    if mantissa == "undefined" { return .text(mantissa) }
    guard let exponent else { return .number(sign + mantissa) }
    return .line([
      .number(sign + mantissa), .binary("×"),
      .raised(.number("10"), .number(String(exponent))),
    ])
  }
}
