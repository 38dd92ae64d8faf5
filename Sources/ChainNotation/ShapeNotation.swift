package import ExpressionGraph
package import MathTypesetting

extension Shape {
  /// The space of such tensors: ℝ, ℝⁿ, ℝ^{m×n}.
  package var formula: Formula {
    let reals = Formula.symbol("R", .ordinary, .doubleStruck)
    if order == 1 { return .raised(reals, dimensions[0].formula) }
    return isScalar ? reals : .raised(reals, .crossed(dimensions.map(\.factor)))
  }
}

extension Dimension {
  package var formula: Formula { Phrase.size(self).formula() }

  /// As one of several lengths between crosses: (m + n)×n.
  fileprivate var factor: Formula { isSum ? .inParentheses(formula) : formula }

  fileprivate var factorText: String { isSum ? "(\(description))" : description }

  private var isSum: Bool { terms.count > 1 }
}

/// The shape of a derivative: of what, by what, in the order that the layout writes them.
package struct JacobianShape: Hashable, Sendable {
  package let output: Shape
  package let inputs: [Shape]
  package let layout: DerivativeLayout

  package init(output: Shape, inputs: [Shape], layout: DerivativeLayout = .numerator) {
    self.output = output
    self.inputs = inputs
    self.layout = layout
  }

  package init(output: Shape, input: Shape, layout: DerivativeLayout = .numerator) {
    self.init(output: output, inputs: [input], layout: layout)
  }

  package var isScalar: Bool { output.isScalar && inputs.allSatisfy(\.isScalar) }

  /// Whether rows and columns stand the other way round than in the numbers.
  package var isTurned: Bool {
    layout == .denominator && ([output] + inputs).allSatisfy { $0.order <= 1 }
  }

  /// What stands between the crosses: a scalar beside a tensor leaves the tensor's shape.
  private var sides: [[Dimension]] {
    let all = [output] + inputs
    let tensors = all.filter { !$0.isScalar }
    if tensors.count == 1, tensors[0].order > 1 { return tensors[0].dimensions.map { [$0] } }
    let kept =
      tensors.count > 1
      ? tensors : [output, output.isScalar ? tensors.first ?? .scalar : .scalar]
    let ordered = layout == .numerator ? kept : kept.reversed()
    return ordered.map { $0.isScalar ? [Dimension(1)] : $0.dimensions }
  }

  package var formula: Formula {
    .crossed(
      sides.map { side in
        side.count == 1 ? side[0].factor : .inParentheses(.crossed(side.map(\.factor)))
      })
  }

  /// `1×2`, `2×(2×3)`.
  package var text: String {
    sides.map { side in
      let lengths = side.map(\.factorText).joined(separator: "×")
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
