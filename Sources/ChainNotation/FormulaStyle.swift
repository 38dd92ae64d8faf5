package import ExpressionGraph
package import MathTypesetting

/// How names are set.
package struct FormulaStyle: Hashable, Sendable {
  /// Whether vectors, matrices and tensors are bold.
  package var isBold: Bool

  package init(isBold: Bool = false) {
    self.isBold = isBold
  }

  package static let plain = FormulaStyle()
}

extension Name {
  package func formula(_ style: FormulaStyle = .plain) -> Formula {
    let name = Identifier(text).formula(style.isBold && order > 0 ? .bold : .italic)
    return isDifferential ? .line([.differentialSign, name]) : name
  }

  package var latex: String { formula().latex }
  package var words: String { formula().words }
}

extension Phrase {
  /// The phrase to typeset.
  ///
  /// What is nested deeper than a reader follows becomes an ellipsis.
  package func formula(_ style: FormulaStyle = .plain) -> Formula {
    FormulaWriter(style: style).formula(of: self)
  }

  /// The phrase as LaTeX that any document with amsmath takes.
  package var latex: String { formula().latex }

  /// The phrase as one line of plain Unicode, for a reader who cannot see it: `2x₁ cos t`.
  package var words: String { formula().words }
}

extension Phrase {
  /// Factors with dots between, perhaps with a sum over letters before: `2x₁ ⋅ cos t`.
  package static func pathFormula(
    _ factors: [Phrase], summedOver letters: [String] = [], _ style: FormulaStyle = .plain
  ) -> Formula {
    let writer = FormulaWriter(style: style)
    let isAlone = factors.count == 1
    let parts = factors.map { isAlone ? writer.formula(of: $0) : writer.factor($0) }
    let product = Formula.line(parts, separator: [.dot])
    guard !letters.isEmpty else { return product }
    let below = Formula.line(letters.map { .identifier($0) })
    return .line([.bigOperator("∑", lower: below, upper: nil), product])
  }
}

extension Notation {
  /// What a definition says: `x₁ = sin t`; of any other node its formula alone.
  package func equation(of node: NodeID, _ style: FormulaStyle = .plain) -> Formula {
    let name = phrase(of: node).formula(style)
    guard graph.isNamed(node) else { return name }
    let body = phrase(of: graph.operand(of: node), orientation: orientation(of: node))
      .formula(style)
    return .line([name, .relation("="), body])
  }
}
