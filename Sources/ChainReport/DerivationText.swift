import ChainDerivation
import ChainFigure
import ChainNotation
import ExpressionGraph
import NumericEvaluation

/// A figure's derivation in plain text: definitions, local derivatives, the product along each
/// path, the sum, the value, the check.
package func text(of report: FigureReport) -> String {
  let writer = DerivationText(report)
  return writer.lines.map { $0 + "\n" }.joined()
}

private struct DerivationText {
  let report: FigureReport
  let derivation: Derivation
  let notation: Notation

  init(_ report: FigureReport) {
    self.report = report
    derivation = report.derivation
    notation = Notation(graph: report.derivation.graph)
  }

  var lines: [String] {
    let sections = [header, definitions, localDerivatives] + derivation.derivatives.map(section)
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private var header: [String] { report.title.map { [$0] } ?? [] }

  private var definitions: [String] {
    derivation.figure.nodes.map { node in
      guard let body = node.body, body != node.reference else {
        return name(node.reference) + space(of: node.reference) + value(node.reference)
      }
      let orientation = notation.orientation(of: node.reference)
      let right = notation.phrase(of: body, orientation: orientation).text
      return "\(name(node.reference)) = \(right)\(value(node.reference))"
    }
  }

  private var localDerivatives: [String] {
    guard !report.show.isDisjoint(with: [.jacobians, .derivation]) else { return [] }
    return derivation.figure.edges.map { edge in
      let shown = report.shown(edge)
      return "\(symbol(edge, shown)) = \(shown.text)\(shape(edge))"
        + value(edge.jacobian, jacobianShape(edge)) + meaning(of: [shown])
    }
  }

  private func section(of row: QueryDerivation) -> [String] {
    let shown = report.shown(row)
    // What needs names for its parts is written with them, in whatever form.
    let orientation: Orientation = row.outputShape.isScalar ? .row : .column
    let total = notation.ofDerivatives.boundText(of: row.total, orientation: orientation)
    let isBound = !total.bindings.isEmpty
    var lines = products(of: row)
    lines += total.bindings.map { "  with \($0.name) = \($0.expression)" }
    lines.append(
      "\(totalSymbol(row, isBound ? nil : shown)) = \(isBound ? total.expression : shown.text)"
        + shape(of: row) + value(row.total, jacobianShape(row)) + meaning(of: [shown]))
    lines += facts(of: row)
    if report.show.contains(.cost), let multiplications = derivation.multiplications(of: row) {
      lines += multiplications.lines { name(derivation.figure[$0].reference) }
    }
    lines += totalsAtNodes(of: row)
    lines.append(checkSentence(row))
    return lines
  }

  /// Which declaration made the derivative shorter, and what it would be without.
  private func facts(of row: QueryDerivation) -> [String] {
    guard let facts = row.facts else { return [] }
    let equations = facts.inputs.map { input in
      let name = name(input)
      return derivation.graph.isDeclaredOrthogonal(input)
        ? "\(name)'*\(name) = I" : "\(name) = \(name)'"
    }
    let axes = DerivativeAxes(output: row.outputShape, inputs: row.inputShapes)
    let general = notation.derivative(
      facts.general, axes: axes, form: DerivativeForm(layout: report.form.layout))
    let names = facts.inputs.map(name).joined(separator: ", ")
    return [
      "  since \(equations.joined(separator: ", ")); for any \(names): "
        + "\(totalSymbol(row, general)) = \(general.text)"
    ]
  }

  private func products(of row: QueryDerivation) -> [String] {
    guard report.show.contains(.products) else { return [] }
    var lines = row.products.enumerated().map { index, path in
      product(path, number: index + 1, of: row)
    }
    if let remainder = row.remainder {
      let value = report.show.contains(.values) ? derivation.value(of: remainder) : nil
      let number = value.map { " = " + people($0.data) } ?? ""
      lines.append("  and the rest of \(row.pathCount) paths\(number)")
    }
    return lines
  }

  /// The derivatives that accumulation leaves at the nodes, in the order in which it meets them.
  private func totalsAtNodes(of row: QueryDerivation) -> [String] {
    guard row.query.inputs.count == 1 else { return [] }
    var lines: [String] = []
    if report.mode.showsTangents {
      lines += row.tangents.indices.compactMap { index in
        row.tangents[index].map {
          totalAtNode(
            "forward", nodeName(index), row.query.inputNames[0], sign(ofInput: row.inputs[0]), $0)
        }
      }
    }
    if report.mode.showsAdjoints {
      lines += row.adjoints.indices.reversed().compactMap { index in
        row.adjoints[index].map {
          totalAtNode(
            "reverse", row.query.outputName, nodeName(index),
            sign(ofInput: FigureNodeID(index)), $0)
        }
      }
    }
    return lines
  }

  private func nodeName(_ index: Int) -> String { name(derivation.figure.nodes[index].reference) }

  /// A node with a body has others beside it on the way.
  private func sign(ofInput node: FigureNodeID) -> String {
    let inputs = derivation.figure.nodes.filter { $0.body == nil }
    return derivation.figure[node].body == nil && inputs.count == 1 ? "d" : "∂"
  }

  /// With its value, or without a point its expression if that is short.
  private func totalAtNode(
    _ pass: String, _ output: String, _ input: String, _ sign: String, _ derivative: NodeID
  ) -> String {
    let symbol = ShownDerivative.leibniz.symbolText(of: output, by: [input], sign: sign)
    guard let tensor = derivation.value(of: derivative) else {
      let text = notation.ofDerivatives.boundText(of: derivative, orientation: .row)
      return "  \(pass): \(symbol)" + (text.bindings.isEmpty ? " = \(text.expression)" : "")
    }
    return "  \(pass): \(symbol)" + (tensor.data.count > 16 ? "" : " = \(written(tensor))")
  }

  private func product(
    _ path: PathProduct, number: Int, of row: QueryDerivation
  ) -> String {
    var edges = path.path.edges.map { derivation.figure[$0] }
    if report.form.layout == .numerator { edges.reverse() }
    let inner = path.path.nodes.dropFirst().dropLast().map {
      name(derivation.figure[$0].reference)
    }
    let via = inner.isEmpty ? "directly" : "via " + inner.joined(separator: ", ")
    let shown = report.shown(path, of: row)
    let symbols = edges.map { "(\(symbol($0)))" }.joined()
    let left: String
    switch shown.reading {
    case .matrix: left = symbols
    case .index, .kronecker, .differential:
      // The form has a left side of its own, which is no product.
      let own = totalSymbol(row, shown)
      left = edges.count == 1 ? own : "\(symbols), so \(own)"
    }
    return "  \(number). \(via): \(left) = \(shown.text)\(value(path.product, jacobianShape(row)))"
  }

  private func checkSentence(_ row: QueryDerivation) -> String {
    guard row.check.points > 0 else { return "not checked: no usable point was found" }
    let error = plain(row.check.maxRelativeError, digits: 2)
    let points = row.check.points == 1 ? "1 point" : "\(row.check.points) points"
    return row.isSound
      ? "checked by central differences at \(points), largest relative error \(error)"
      : "FAILED its check by central differences, relative error \(error)"
  }
}

extension DerivationText {
  private func name(_ node: NodeID) -> String {
    report.spellings[node] ?? notation.phrase(of: node).text
  }

  /// `d` above a function of one variable, `∂` otherwise; with a form's own left side.
  private func symbol(_ edge: FigureGraph.Edge, _ shown: ShownDerivative? = nil) -> String {
    let sign = derivation.figure.incoming[edge.to.index].count == 1 ? "d" : "∂"
    let (from, to) = (derivation.figure[edge.from].reference, derivation.figure[edge.to].reference)
    return (shown ?? .leibniz).symbolText(of: name(to), by: [name(from)], sign: sign)
  }

  private func totalSymbol(_ row: QueryDerivation, _ shown: ShownDerivative?) -> String {
    let sign = derivation.figure.nodes.filter { $0.body == nil }.count == 1 ? "d" : "∂"
    return (shown ?? .leibniz).symbolText(
      of: row.query.outputName, by: row.query.inputNames, sign: sign)
  }

  /// What a letter of ours stands for.
  private func meaning(of shown: [ShownDerivative]) -> String {
    shown.contains(where: \.usesCommutation) ? "   (K vec X = vec Xᵀ)" : ""
  }

  private func space(of node: NodeID) -> String {
    let shape = derivation.graph.shape(of: node)
    return shape.isScalar || !report.show.contains(.shapes) ? "" : " ∈ \(shape)"
  }

  private func jacobianShape(_ edge: FigureGraph.Edge) -> JacobianShape {
    let graph = derivation.graph
    return JacobianShape(
      output: graph.shape(of: derivation.figure[edge.to].reference),
      input: graph.shape(of: derivation.figure[edge.from].reference), layout: report.form.layout)
  }

  private func jacobianShape(_ row: QueryDerivation) -> JacobianShape {
    JacobianShape(output: row.outputShape, inputs: row.inputShapes, layout: report.form.layout)
  }

  private func shape(_ edge: FigureGraph.Edge) -> String { describe(jacobianShape(edge)) }

  private func shape(of row: QueryDerivation) -> String { describe(jacobianShape(row)) }

  /// `[1×2]` for a Jacobian that is not a number.
  private func describe(_ shape: JacobianShape) -> String {
    shape.isScalar || !report.show.contains(.shapes) ? "" : "   [\(shape.text)]"
  }

  private func value(_ node: NodeID, _ shape: JacobianShape? = nil) -> String {
    guard report.show.contains(.values), let tensor = derivation.value(of: node),
      tensor.data.count <= 16
    else { return "" }
    if case .number = derivation.graph.operation(of: node) { return "" }
    return " = " + written(tensor, shape)
  }

  private func written(_ tensor: Tensor, _ shape: JacobianShape? = nil) -> String {
    guard tensor.shape.count == 2 else { return people(tensor.data) }
    let matrix = shape?.isTurned ?? false ? tensor.transposed : tensor
    let columns = matrix.shape[1]
    let rows = (0..<matrix.shape[0]).map { row in
      matrix.data[row * columns..<(row + 1) * columns].map(plain).joined(separator: ", ")
    }
    return "[" + rows.joined(separator: "; ") + "]"
  }

  private func people(_ numbers: [Double]) -> String {
    let texts = numbers.map(plain)
    return texts.count == 1 ? texts[0] : "[" + texts.joined(separator: ", ") + "]"
  }

  private func plain(_ number: Double) -> String { plain(number, digits: report.digits) }

  /// With the minus sign of the language.
  private func plain(_ number: Double, digits: Int) -> String {
    let text = DecimalText(abs(number), digits: digits).description
    return number < 0 ? "-" + text : text
  }
}
