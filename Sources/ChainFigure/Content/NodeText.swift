import ChainDerivation
import ChainNotation
import ExpressionGraph
import MathTypesetting

extension Wording {
  /// What stands in each node, in the order of the figure's nodes.
  func nodes(_ derivatives: NodeDerivatives) -> [NodeContent] {
    figure.nodes.indices.map { index in
      let id = FigureNodeID(index)
      let title = title(of: id)
      let ink = figure[id].role == .constant ? Ink.muted : .text
      var lines = [TextLine(formula: title, ink: ink)]
      if let shape = shapeLine(of: id) { lines.append(TextLine(formula: shape, ink: .muted)) }
      let value = value(of: figure[id].reference)
      if let value { lines.append(TextLine(formula: value, ink: .value)) }
      lines += derivatives.lines(of: id).map { TextLine(formula: $0, ink: .derivative) }
      var content = NodeContent(look: look(of: id), lines: lines)
      content.isStack = figure[id].repeats > 0
      content.sentence = sentence(of: id, title: title, value: value)
      return content
    }
  }

  private func look(of id: FigureNodeID) -> NodeContent.Look {
    let node = figure[id]
    switch node.role {
    case .input: return .input
    case .parameter: return .parameter
    case .constant: return .constant
    case .definition: return node.isOutput ? .output : .definition
    case .abstract: return node.isOutput ? .output : .abstract
    case .operation: return node.isOutput ? .output : .operation
    }
  }

  /// `t`, `x₁ = sin t`, `f(x₁, x₂)`, with the space of what is not scalar and not written out.
  private func title(of id: FigureNodeID) -> Formula {
    let node = figure[id]
    switch node.role {
    case .input, .parameter, .constant:
      return spaced(name(id), shape(id))
    case .abstract:
      return spaced(.row([name(id), arguments(of: id)]), shape(id))
    case .definition, .operation:
      if node.repeats > 1 {
        let times = Formula.row([.space(mu: 9), .ordinary("×"), .number(String(node.repeats))])
        return .row([spaced(name(id), shape(id)), times])
      }
      guard let body = node.body, !isLong(body) else { return spaced(name(id), shape(id)) }
      return entryEquation(of: body, named: name(id))
        ?? .row([name(id), .relation("="), phrase(of: body).formula(style)])
    }
  }

  private func spaced(_ formula: Formula, _ shape: Shape) -> Formula {
    guard options.show.contains(.shapes), !shape.isScalar else { return formula }
    return .row([formula, .relation("\u{2208}"), shape.formula])
  }

  /// The space of a vector whose definition is written out.
  private func shapeLine(of id: FigureNodeID) -> Formula? {
    let node = figure[id]
    guard options.show.contains(.shapes), !shape(id).isScalar, let body = node.body, !isLong(body),
      node.repeats <= 1
    else { return nil }
    switch node.role {
    case .input, .parameter, .constant, .abstract: return nil
    case .definition, .operation: return .row([.relation("\u{2208}"), shape(id).formula])
    }
  }

  /// The operands of an abstract function, by name.
  private func arguments(of id: FigureNodeID) -> Formula {
    let operands = figure.incoming[id.index].map { name(figure[$0].from) }
    guard !operands.isEmpty else { return .row([]) }
    return .parenthesized(.row(Array(operands.map { [$0] }.joined(separator: [.punctuation(",")]))))
  }

  private func sentence(of id: FigureNodeID, title: Formula, value: Formula?) -> String {
    let node = figure[id]
    let role: String
    switch node.role {
    case .input: role = "Input "
    case .parameter: role = "Parameter "
    case .constant: role = "Constant "
    case .definition, .operation, .abstract: role = node.isOutput ? "Output " : ""
    }
    let steps = node.repeats > 1 ? ", \(node.repeats) alike in a chain" : ""
    return role + linearText(title) + steps + (value.map { ", value " + linearText($0) } ?? "")
      + "."
  }
}

/// The total derivatives that stand at the nodes.
struct NodeDerivatives {
  private let wording: Wording
  private let query: QueryDerivation?

  /// Those of the first query, if it has one output and one input in the figure.
  init(_ wording: Wording) {
    self.wording = wording
    query = wording.derivation.derivatives.first { $0.outputs.count == 1 }
  }

  func lines(of id: FigureNodeID) -> [Formula] {
    guard let query, query.query.inputs.count == 1 else { return [] }
    var lines: [Formula] = []
    let mode = wording.options.mode
    if mode.showsAdjoints, let adjoint = query.adjoints[id.index] {
      lines.append(line(of: query.outputs[0], by: id, adjoint))
    }
    if mode.showsTangents, query.inputs.count == 1, let tangent = query.tangents[id.index] {
      lines.append(line(of: id, by: query.inputs[0], tangent))
    }
    return lines
  }

  private func line(
    of output: FigureNodeID, by input: FigureNodeID, _ derivative: NodeID
  ) -> Formula {
    let isTotal = wording.isTotal(of: output, by: input)
    let symbol = DerivativeSymbol(
      of: wording.name(output), by: [wording.name(input)], isTotal: isTotal)
    let value = wording.derivation.value(of: derivative).flatMap {
      wording.numbers.formula(of: $0, as: wording.jacobianShape(of: output, by: input))
    }
    let isSymbolic = wording.derivation.evaluation == nil && !wording.isLong(derivative)
    let axes = DerivativeAxes(output: wording.shape(output), inputs: [wording.shape(input)])
    let said = value ?? (isSymbolic ? wording.formula(ofTotal: derivative, axes) : nil)
    return equation([symbol.formula.onOneLine] + (said.map { [$0] } ?? [])) ?? symbol.formula
  }
}

extension Formula {
  /// A fraction with a stroke: ∂f/∂x₁.
  var onOneLine: Formula {
    if case .styled(_, let body) = self { return body.onOneLine }
    guard case .fraction(let numerator, let denominator) = self else { return self }
    return .row([numerator, .ordinary("/"), denominator])
  }
}

extension Wording {
  /// Whether the total derivative of a node is that of a function of one variable: the input is a
  /// scalar and the only one in the figure that is differentiated.
  func isTotal(of output: FigureNodeID, by input: FigureNodeID) -> Bool {
    guard figure[input].body == nil, shape(input).isScalar else { return false }
    return figure.nodes.filter { $0.body == nil && $0.role != .constant }.count == 1
  }
}
