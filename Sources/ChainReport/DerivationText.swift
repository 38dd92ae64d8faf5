import ChainDerivation
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
    derivation.figure.edges.map { edge in
      "\(symbol(edge)) = \(expression(edge))\(shape(edge))\(value(edge.jacobian))"
    }
  }

  private func section(of row: QueryDerivation) -> [String] {
    let symbol = totalSymbol(row)
    let orientation: Orientation = row.outputShape.isScalar ? .row : .column
    let total = notation.ofDerivatives.boundText(of: row.total, orientation: orientation)
    var lines = row.products.enumerated().map { index, path in
      product(path, number: index + 1, of: row, orientation)
    }
    if let remainder = row.remainder {
      let value = derivation.value(of: remainder).map { " = " + people($0.data) } ?? ""
      lines.append("  and the rest of \(row.pathCount) paths\(value)")
    }
    lines += total.bindings.map { "  with \($0.name) = \($0.expression)" }
    let shape = shape(of: row)
    lines.append("\(symbol) = \(total.expression)\(shape)\(value(row.total))")
    if report.showsCost, let multiplications = derivation.multiplications(of: row) {
      lines += multiplications.lines { name(derivation.figure[$0].reference) }
    }
    lines.append(checkSentence(row))
    return lines
  }

  private func product(
    _ path: PathProduct, number: Int, of row: QueryDerivation, _ orientation: Orientation
  ) -> String {
    let edges = path.path.edges.reversed().map { derivation.figure[$0] }
    let inner = path.path.nodes.dropFirst().dropLast().map {
      name(derivation.figure[$0].reference)
    }
    let via = inner.isEmpty ? "directly" : "via " + inner.joined(separator: ", ")
    let symbols = edges.map { "(\(symbol($0)))" }.joined()
    let result = notation.ofDerivatives.phrase(of: path.product, orientation: orientation).text
    return "  \(number). \(via): \(symbols) = \(result)\(value(path.product))"
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

  /// `d` above a function of one variable, `∂` otherwise.
  private func symbol(_ edge: FigureGraph.Edge) -> String {
    let sign = derivation.figure.incoming[edge.to.index].count == 1 ? "d" : "∂"
    let (from, to) = (derivation.figure[edge.from].reference, derivation.figure[edge.to].reference)
    return "\(sign)\(name(to))/\(sign)\(name(from))"
  }

  private func totalSymbol(_ row: QueryDerivation) -> String {
    let order = row.query.inputs.count
    let sign = derivation.figure.nodes.filter { $0.body == nil }.count == 1 ? "d" : "∂"
    let power = order == 1 ? "" : "^\(order)"
    let below = row.query.inputNames.map { sign + $0 }.joined(separator: " ")
    return "\(sign)\(power)\(row.query.outputName)/\(below)"
  }

  private func expression(_ edge: FigureGraph.Edge) -> String {
    let isScalar = derivation.graph.isScalar(derivation.figure[edge.to].reference)
    return notation.ofDerivatives.phrase(of: edge.jacobian, orientation: isScalar ? .row : .column)
      .text
  }

  private func space(of node: NodeID) -> String {
    let shape = derivation.graph.shape(of: node)
    return shape.isScalar ? "" : " ∈ \(shape)"
  }

  private func shape(_ edge: FigureGraph.Edge) -> String {
    let graph = derivation.graph
    return describe(
      graph.shape(of: derivation.figure[edge.to].reference),
      graph.shape(of: derivation.figure[edge.from].reference))
  }

  private func shape(of row: QueryDerivation) -> String {
    row.inputShapes.count == 1 ? describe(row.outputShape, row.inputShapes[0]) : ""
  }

  /// `[1×2]` for a Jacobian that is not a number.
  private func describe(_ output: Shape, _ input: Shape) -> String {
    guard !output.isScalar || !input.isScalar else { return "" }
    func lengths(_ shape: Shape) -> String {
      let text = shape.dimensions.map(\.description).joined(separator: "×")
      return shape.isScalar ? "1" : shape.order > 1 ? "(\(text))" : text
    }
    return "   [\(lengths(output))×\(lengths(input))]"
  }

  private func value(_ node: NodeID) -> String {
    guard let tensor = derivation.value(of: node), tensor.data.count <= 16 else { return "" }
    if case .number = derivation.graph.operation(of: node) { return "" }
    return " = " + people(tensor.data)
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
