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
        json.array(writer.mostImportant(report.diagnostics)) { json, row in
          json.raw(writer.json(of: row, in: report.source))
        }
      }
    }
  }

  private func node(_ index: Int, to json: inout JSONText) {
    let node = derivation.figure.nodes[index]
    json.object { json in
      json.member("id", "n\(index)")
      json.member("name", name(of: node.reference))
      json.member("operation", operationName(of: node))
      json.member("shape") { shape(of: [node.reference], to: &$0) }
      let orientation = notation.orientation(of: node.reference)
      let body = notation.phrase(of: node.body ?? node.reference, orientation: orientation)
      json.member("expression", body.text)
      value(of: node.reference, over: [node.reference], to: &json)
      guard let first = derivation.derivatives.first else { return }
      tensor("adjoint", adjoint(first, index), over: ends(first, to: index), to: &json)
      tensor("tangent", tangent(first, index), over: ends(first, from: index), to: &json)
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
      json.member("shape") { shape(of: ends(edge), to: &$0) }
      boundText(of: edge.jacobian, orientation(of: edge), to: &json)
      json.member("latex", report.shown(edge).formula.latex)
      value(of: edge.jacobian, over: ends(edge), to: &json)
    }
  }

  private func derivative(_ row: QueryDerivation, to json: inout JSONText) {
    json.object { json in
      json.member("of", row.query.outputName)
      json.member("wrt") { $0.row(row.query.inputNames.map(JSONText.quoted)) }
      json.member("order", number: row.query.inputs.count)
      json.member("outputShape") { shape(of: [row.query.output], to: &$0) }
      json.member("inputShapes") { json in
        json.array(row.query.inputs) { json, input in
          shape(of: row.query.component.isEmpty ? [input] : [], to: &json)
        }
      }
      let orientation: Orientation = row.outputShape.isScalar ? .row : .column
      boundText(of: row.total, orientation, isTotal: true, to: &json)
      json.member("latex", report.shown(row).formula.latex)
      value(of: row.total, over: ends(row), to: &json)
      if row.query.inputs.count == 1 {
        json.member("paths", row.pathCount.description)
        json.member("products") { json in
          json.array(row.products) { json, path in
            product(path, orientation, over: ends(row), to: &json)
          }
        }
      }
      accumulated("adjoints", row, adjoint, over: { ends(row, to: $0) }, to: &json)
      accumulated("tangents", row, tangent, over: { ends(row, from: $0) }, to: &json)
      if let multiplications = derivation.multiplications(of: row) {
        json.member("multiplications") { $0.write(multiplications) }
      }
      json.member("check") { json in check(row, to: &json) }
    }
  }

  private func product(
    _ path: PathProduct, _ orientation: Orientation, over ends: [NodeID], to json: inout JSONText
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
      value(of: path.expression, over: ends, to: &json)
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

  /// The text of a derivative, with its bindings if it has any; of a total also if it has none.
  private func boundText(
    of node: NodeID, _ orientation: Orientation, isTotal: Bool = false, to json: inout JSONText
  ) {
    let text = notation.ofDerivatives.boundText(of: node, orientation: orientation)
    json.member("expression", text.expression)
    guard isTotal || !text.bindings.isEmpty else { return }
    json.member("bindings") { json in
      json.array(text.bindings) { json, binding in
        json.object { json in
          json.member("name", binding.name)
          json.member("expression", binding.expression)
        }
      }
    }
  }

  /// The axes of nodes as they were declared, one node's after the other's.
  private func shape(of nodes: [NodeID], to json: inout JSONText) {
    let dimensions = nodes.flatMap { derivation.graph.declaredShape(of: $0).dimensions }
    json.row(dimensions.map { $0.known.map(String.init) ?? JSONText.quoted($0.description) })
  }

  /// The output and the inputs of a derivative, whose axes it has.
  private func ends(_ row: QueryDerivation) -> [NodeID] {
    [row.query.output] + (row.query.component.isEmpty ? row.query.inputs : [])
  }

  private func ends(_ edge: FigureGraph.Edge) -> [NodeID] {
    [edge.to, edge.from].map { derivation.figure[$0].reference }
  }

  private func ends(_ row: QueryDerivation, to index: Int) -> [NodeID] {
    (row.outputs + [FigureNodeID(index)]).map { derivation.figure[$0].reference }
  }

  private func ends(_ row: QueryDerivation, from index: Int) -> [NodeID] {
    ([FigureNodeID(index)] + row.inputs).map { derivation.figure[$0].reference }
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
    over ends: (Int) -> [NodeID], to json: inout JSONText
  ) {
    let values = derivation.figure.nodes.indices.compactMap { index in
      derivative(row, index).map { (index: index, tensor: $0) }
    }
    guard !values.isEmpty else { return }
    json.member(key) { json in
      json.object { json in
        for row in values {
          tensor("n\(row.index)", row.tensor, over: ends(row.index), to: &json)
        }
      }
    }
  }

  private func value(of node: NodeID, over ends: [NodeID], to json: inout JSONText) {
    if let tensor = derivation.value(of: node) {
      self.tensor("value", tensor, over: ends, to: &json)
    } else if let summary = derivation.summary(of: node) {
      member("value", shape: lengths(summary.shape, over: ends), to: &json) { json in
        json.member("norm", raw: number(summary.norm))
      }
    }
  }

  /// The lengths of a tensor over these nodes, R^1 among them with its one.
  private func lengths(_ lengths: [Int], over nodes: [NodeID]) -> [Int] {
    var rest = lengths[...]
    return nodes.flatMap { node in
      let order = derivation.graph.shape(of: node).order
      defer { rest = rest.dropFirst(order) }
      let isOneVector = derivation.graph.declaredShape(of: node).order > order
      return isOneVector ? [1] : Array(rest.prefix(order))
    }
  }

  private func tensor(
    _ key: String, _ tensor: Tensor?, over ends: [NodeID], to json: inout JSONText
  ) {
    guard let tensor else { return }
    member(key, shape: lengths(tensor.shape, over: ends), to: &json) { json in
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
