import ChainDerivation
import ChainDiagnostics
import ChainNotation
import ExpressionGraph
import MathTypesetting
import NumericEvaluation

/// Figures as one JSON object: nodes, edges, derivatives, checks.
///
/// The same figures give the same bytes.
package func json(of figures: [FigureReport]) -> String {
  var json = JSONText()
  json.object { json in
    json.member("version", number: 1)
    json.member("figures") { json in
      json.array(figures) { json, figure in
        var writer = FigureJSON(figure)
        writer.write(to: &json)
      }
    }
  }
  return json.text + "\n"
}

/// Findings, each a JSON object already, as one object.
package func json(ofFindings findings: [String]) -> String {
  var json = JSONText()
  json.object { json in
    json.member("version", number: 1)
    json.member("diagnostics") { json in
      json.array(findings) { json, finding in json.raw(finding) }
    }
  }
  return json.text + "\n"
}

/// One figure; ids are `n0`, `n1` … and `e0`, `e1` … by position.
private struct FigureJSON {
  /// Larger tensors are given by shape and norm alone.
  private static let largestTensor = 10_000

  let report: FigureReport
  let derivation: Derivation
  let notation: Notation

  init(_ report: FigureReport) {
    self.report = report
    derivation = report.derivation
    notation = Notation(
      graph: report.derivation.graph, breaksTies: report.derivation.hasTies)
  }

  mutating func write(to json: inout JSONText) {
    json.object { json in
      json.member("title", raw: report.title.map(JSONText.quoted) ?? "null")
      json.member("nodes") { json in
        json.array(derivation.figure.nodes.indices) { json, index in node(index, to: &json) }
      }
      json.member("edges") { json in
        json.array(derivation.figure.edges.enumerated()) { json, row in
          edge(row.offset, row.element, to: &json)
        }
      }
      json.member("derivatives") { json in
        json.array(derivation.derivatives) { json, row in derivative(row, to: &json) }
      }
      json.member("diagnostics") { json in
        let writer = DiagnosticWriter(style: .json)
        json.array(report.diagnostics) { json, row in
          json.raw(writer.json(of: row, in: report.source))
        }
      }
    }
  }

  private func node(_ index: Int, to json: inout JSONText) {
    let node = derivation.figure.nodes[index]
    let graph = derivation.graph
    json.object { json in
      json.member("id", "n\(index)")
      json.member("name", name(of: node.reference))
      json.member("operation", operationName(of: node))
      json.member("shape") { shape(graph.shape(of: node.reference), to: &$0) }
      let orientation = notation.orientation(of: node.reference)
      let body = notation.phrase(of: node.body ?? node.reference, orientation: orientation)
      json.member("expression", body.text)
      value(of: node.reference, to: &json)
      guard let first = derivation.derivatives.first else { return }
      tensor("adjoint", adjoint(first, index), to: &json)
      tensor("tangent", tangent(first, index), to: &json)
    }
  }

  private func edge(_ index: Int, _ edge: FigureGraph.Edge, to json: inout JSONText) {
    json.object { json in
      json.member("id", "e\(index)")
      json.member("from", "n\(edge.from.index)")
      json.member("to", "n\(edge.to.index)")
      json.member("jacobian") { jacobian(edge, to: &$0) }
    }
  }

  private func jacobian(_ edge: FigureGraph.Edge, to json: inout JSONText) {
    json.object { json in
      json.member("shape") { shape(derivation.graph.shape(of: edge.jacobian), to: &$0) }
      boundText(of: edge.jacobian, orientation(of: edge), to: &json)
      json.member("latex", report.shown(edge).formula.latex)
      value(of: edge.jacobian, to: &json)
    }
  }

  private func derivative(_ row: QueryDerivation, to json: inout JSONText) {
    json.object { json in
      json.member("of", row.query.outputName)
      json.member("wrt") { $0.row(row.query.inputNames.map(JSONText.quoted)) }
      json.member("order", number: row.query.inputs.count)
      json.member("outputShape") { shape(row.outputShape, to: &$0) }
      json.member("inputShapes") { json in
        json.array(row.inputShapes) { json, input in shape(input, to: &json) }
      }
      let orientation: Orientation = row.outputShape.isScalar ? .row : .column
      boundText(of: row.total, orientation, to: &json)
      json.member("latex", report.shown(row).formula.latex)
      value(of: row.total, to: &json)
      if row.query.inputs.count == 1 {
        json.member("paths", row.pathCount.description)
        json.member("products") { json in
          json.array(row.products) { json, path in product(path, orientation, to: &json) }
        }
      }
      accumulated("adjoints", row, adjoint, to: &json)
      accumulated("tangents", row, tangent, to: &json)
      if let multiplications = derivation.multiplications(of: row) {
        json.member("multiplications") { $0.write(multiplications) }
      }
      json.member("check") { json in check(row, to: &json) }
    }
  }

  private func product(
    _ path: PathProduct, _ orientation: Orientation, to json: inout JSONText
  ) {
    json.object { json in
      json.member("path") { $0.row(path.path.nodes.map { "\"n\($0.index)\"" }) }
      json.member("edges") { $0.row(path.path.edges.map { "\"e\($0.index)\"" }) }
      json.member("factors") { json in
        json.array(path.path.edges.reversed()) { json, id in
          jacobian(derivation.figure[id], to: &json)
        }
      }
      boundText(of: path.expression, orientation, to: &json)
      value(of: path.expression, to: &json)
    }
  }

  private func check(_ row: QueryDerivation, to json: inout JSONText) {
    json.object { json in
      json.member("points", number: row.check.points)
      json.member("maxRelativeError", raw: number(row.check.maxRelativeError))
      json.member("passed", raw: row.isSound ? "true" : "false")
    }
  }
}

extension FigureJSON {
  /// A definition's or an input's name, else the source text.
  private func name(of node: NodeID) -> String {
    report.spellings[node] ?? notation.phrase(of: node).text
  }

  /// A gradient is a row; the derivative of a vector by a scalar is a column.
  private func orientation(of edge: FigureGraph.Edge) -> Orientation {
    derivation.graph.isScalar(derivation.figure[edge.to].reference) ? .row : .column
  }

  private func boundText(
    of node: NodeID, _ orientation: Orientation, to json: inout JSONText
  ) {
    let text = notation.ofDerivatives.boundText(of: node, orientation: orientation)
    json.member("expression", text.expression)
    guard !text.bindings.isEmpty else { return }
    json.member("bindings") { json in
      json.array(text.bindings) { json, binding in
        json.object { json in
          json.member("name", binding.name)
          json.member("expression", binding.expression)
        }
      }
    }
  }

  private func shape(_ shape: Shape, to json: inout JSONText) {
    json.row(
      shape.dimensions.map { $0.known.map(String.init) ?? JSONText.quoted($0.description) })
  }

  /// The derivative of a query's output by a node; zero where no path leads from it.
  private func adjoint(_ row: QueryDerivation, _ index: Int) -> Tensor? {
    guard row.outputs.count == 1, !row.adjoints.isEmpty else { return nil }
    return row.adjoints[index].map { derivation.value(of: $0) }
      ?? zero(row.outputs[0], FigureNodeID(index))
  }

  /// The derivative of a node by a query's input; zero where no path leads to it.
  private func tangent(_ row: QueryDerivation, _ index: Int) -> Tensor? {
    guard row.inputs.count == 1, !row.tangents.isEmpty else { return nil }
    return row.tangents[index].map { derivation.value(of: $0) }
      ?? zero(FigureNodeID(index), row.inputs[0])
  }

  private func zero(_ output: FigureNodeID, _ input: FigureNodeID) -> Tensor? {
    func lengths(_ node: FigureNodeID) -> [Int]? {
      derivation.value(of: derivation.figure[node].reference)?.shape
    }
    guard let outer = lengths(output), let inner = lengths(input),
      (outer + inner).reduce(1, *) <= Self.largestTensor
    else { return nil }
    return Tensor(repeating: 0, shape: outer + inner)
  }

  private func accumulated(
    _ key: String, _ row: QueryDerivation, _ derivative: (QueryDerivation, Int) -> Tensor?,
    to json: inout JSONText
  ) {
    let values = derivation.figure.nodes.indices.compactMap { index in
      derivative(row, index).map { (index: index, tensor: $0) }
    }
    guard !values.isEmpty else { return }
    json.member(key) { json in
      json.object { json in
        for row in values { tensor("n\(row.index)", row.tensor, to: &json) }
      }
    }
  }

  private func value(of node: NodeID, to json: inout JSONText) {
    if let tensor = derivation.value(of: node) {
      self.tensor("value", tensor, to: &json)
    } else if let summary = derivation.summary(of: node) {
      member("value", shape: summary.shape, to: &json) { json in
        json.member("norm", raw: number(summary.norm))
      }
    }
  }

  private func tensor(_ key: String, _ tensor: Tensor?, to json: inout JSONText) {
    guard let tensor else { return }
    member(key, shape: tensor.shape, to: &json) { json in
      if tensor.data.count > FigureJSON.largestTensor {
        json.member("norm", raw: number(tensor.norm))
      } else {
        json.member("data") { $0.row(tensor.data.map(number)) }
      }
    }
  }

  private func member(
    _ key: String, shape: [Int], to json: inout JSONText, _ content: (inout JSONText) -> Void
  ) {
    json.member(key) { json in
      json.object { json in
        json.member("shape") { $0.row(shape.map(String.init)) }
        content(&json)
      }
    }
  }

  private func number(_ value: Double) -> String {
    value.isFinite ? shortest(value) : JSONText.quoted(shortest(value))
  }

  /// What a figure node computes, in one word.
  private func operationName(of node: FigureGraph.Node) -> String {
    let graph = derivation.graph
    guard let body = node.body else { return node.role == .constant ? "constant" : "input" }
    switch graph.operation(of: body) {
    case .variable, .definition: return "identity"
    case .number, .pi, .dimension, .selector: return "constant"
    case .sum: return "add"
    case .product(let id): return productName(graph[id])
    case .elementwise(let function): return function == .power ? "power" : function.name
    case .reduction(let reduction): return reduction.name
    case .vectorFunction(let function): return function.name
    case .literal: return "literal"
    case .matrixFunction(let function): return function.name
    case .reshape: return "reshape"
    case .join: return "concat"
    case .triangle: return "triangle"
    case .slice: return "index"
    case .choice: return "cases"
    case .application: return "apply"
    }
  }

  private func productName(_ pattern: ProductPattern) -> String {
    guard pattern.isScalar else { return "product" }
    if pattern.factors.count == 1, !pattern.factors[0].exponent.isOne {
      return pattern.factors[0].exponent.isNegative ? "divide" : "power"
    }
    if pattern.factors.count == 1, pattern.coefficient.isMinusOne { return "negate" }
    return pattern.factors.contains { $0.exponent.isNegative } ? "divide" : "multiply"
  }
}
