package import MathTypesetting

/// A derivative in Leibniz's notation: df/dt, ∂f/∂x₁, ∂²f/∂x∂y.
package struct DerivativeSymbol: Hashable, Sendable {
  package let function: Formula
  /// What is differentiated by, as often as it is.
  package let variables: [Formula]
  /// Whether `d` stands rather than `∂`.
  package let isTotal: Bool

  package init(of function: Formula, by variables: [Formula], isTotal: Bool) {
    self.function = function
    self.variables = variables
    self.isTotal = isTotal
  }

  package var formula: Formula {
    let sign = sign
    var top = sign
    if variables.count > 1 { top = .superscript(sign, .number(String(variables.count))) }
    return .fraction(numerator: .line([top, function]), denominator: .line(denominator))
  }

  /// An upright d, or ∂.
  private var sign: Formula {
    isTotal ? .differentialSign : .symbol("\u{2202}", .ordinary, .italic)
  }

  /// Equal neighbours as a power: ∂x² ∂y.
  private var denominator: [Formula] {
    var groups: [(variable: Formula, count: Int)] = []
    for variable in variables {
      if let last = groups.last, last.variable == variable {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((variable, 1))
      }
    }
    return groups.enumerated().flatMap { place, group in
      let power =
        group.count == 1
        ? group.variable : Formula.superscript(group.variable, .number(String(group.count)))
      return (place > 0 ? [.space(mu: 3)] : []) + [sign, power]
    }
  }

  package var latex: String { formula.latex }
  /// `∂f/∂x₁`.
  package var words: String { formula.words }
}
