package import ExpressionGraph
package import MathTypesetting

extension ShownDerivative {
  /// The left side for the way the derivative was read; nil where that is Leibniz's symbol alone.
  ///
  /// Of the second derivative of a scalar as a map it is that of the gradient.
  package func symbol(of output: Formula, by inputs: [Formula], isTotal: Bool) -> Formula? {
    switch reading {
    case .matrix: return nil
    case .index(let groups):
      let names = zip([output] + inputs, groups).map { $0.indexed(by: $1) }
      return DerivativeSymbol(of: names[0], by: Array(names.dropFirst()), isTotal: isTotal).formula
    case .kronecker(let orders):
      let stacks = zip([output] + inputs, orders).map { $1 > 1 ? $0.stacked : $0 }
      if inputs.count > 1 {
        let rows = Formula.raised(.inParentheses(stacks[2]), .transposeSign)
        return DerivativeSymbol(of: output, by: [stacks[1], rows], isTotal: isTotal).formula
      }
      return DerivativeSymbol(of: stacks[0], by: [stacks[1]], isTotal: isTotal).formula
    case .differential:
      guard inputs.count > 1 else { return .line([.differentialSign, output.asOneName]) }
      let gradient = DerivativeSymbol(of: output, by: [inputs[0]], isTotal: isTotal).formula
      return .line([.differentialSign, .inParentheses(gradient)])
    }
  }

  /// The left side as a line of text; `sign` is d or ∂.
  package func symbolText(of output: String, by inputs: [String], sign: String) -> String {
    let power = inputs.count > 1 ? "^\(inputs.count)" : ""
    switch reading {
    case .matrix:
      return "\(sign)\(power)\(output.asOneName)/" + inputs.asDenominator(sign)
    case .index(let groups):
      let names = zip([output] + inputs, groups).map { name, letters in
        letters.isEmpty ? name : name.asOneName + "_" + letters.joined()
      }
      let below = names.dropFirst().map { sign + $0 }.joined(separator: " ")
      return "\(sign)\(power)\(groups[0].isEmpty ? output.asOneName : names[0])/\(below)"
    case .kronecker(let orders):
      let stacks = zip([output] + inputs, orders).map { $1 > 1 ? "vec " + $0.asOneName : $0 }
      return inputs.count > 1
        ? "\(sign)\(power)\(output)/\(sign)\(stacks[1]) \(sign)(\(stacks[2]))ᵀ"
        : "\(sign)\(stacks[0])/\(sign)\(stacks[1])"
    case .differential:
      return inputs.count > 1 ? "d(\(sign)\(output)/\(sign)\(inputs[0]))" : "d" + output.asOneName
    }
  }
}

extension Formula {
  /// With letters below; what has a subscript of its own in parentheses.
  fileprivate func indexed(by letters: [String]) -> Formula {
    guard !letters.isEmpty else { return self }
    return .lowered(asOneName, .line(letters.map { .identifier($0) }))
  }

  fileprivate var stacked: Formula { .line([.function("vec"), asOneName]) }

  fileprivate var asOneName: Formula {
    switch self {
    case .symbol, .text, .accent: self
    case .row, .number, .function, .scripts, .fraction, .radical, .fenced, .matrix, .bigOperator,
      .overbar, .underbar, .overbrace, .underbrace, .space, .styled, .classed:
      .inParentheses(self)
    }
  }
}

extension Notation {
  /// A definition by entries, as Y_ij = Σ_k A_ikj x_k; nil where matrix notation has words for it.
  package func entryEquation(
    of node: NodeID, named name: Formula, _ style: FormulaStyle, limit: Int
  ) -> Formula? {
    let phrase = phrase(of: node, orientation: .column, limit: limit)
    guard phrase.isByLabels else { return nil }
    var letters = IndexLetters([graph.shape(of: node)], avoiding: phrase.names)
    let places = letters.groups[0]
    let entry = phrase.component(places, &letters)
    return .line([name.indexed(by: places), .relation("="), entry.formula(style)])
  }
}

extension [String] {
  /// Equal neighbours as a power: `∂x^2 ∂y`.
  fileprivate func asDenominator(_ sign: String) -> String {
    var groups: [(name: String, count: Int)] = []
    for name in self {
      if groups.last?.name == name {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((name, 1))
      }
    }
    return groups.map { sign + $0.name + ($0.count > 1 ? "^\($0.count)" : "") }
      .joined(separator: " ")
  }
}

extension String {
  fileprivate var asOneName: String {
    allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "'" } ? self : "(\(self))"
  }
}
