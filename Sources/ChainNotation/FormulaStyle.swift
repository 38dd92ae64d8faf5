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
    Identifier(text).formula(style.isBold && order > 0 ? .bold : .italic)
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
  /// Factors from output to input with dots between: `2x₁ ⋅ cos t`.
  package static func pathFormula(_ factors: [Phrase], _ style: FormulaStyle = .plain) -> Formula {
    let writer = FormulaWriter(style: style)
    let parts = factors.map { factors.count > 1 ? writer.factor($0) : writer.formula(of: $0) }
    return .line(parts, separator: [.dot])
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
