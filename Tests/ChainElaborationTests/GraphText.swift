import ChainDiagnostics
import ChainElaboration
import ChainSyntax
import ExpressionGraph

/// What the first figure of a source elaborates to.
func elaborated(_ text: String, at point: String? = nil) -> Elaboration {
  let source = SourceText(name: "test", text)
  guard let figure = parse(source).figures.first else {
    return Elaboration(figure: nil, diagnostics: [], overridingDiagnostics: [])
  }
  let overriding = point.flatMap { text -> OverridingPoint? in
    let source = SourceText(name: "--at", "at " + text)
    return parse(source).figures.first.map { OverridingPoint(figure: $0, source: source) }
  }
  return elaborate(figure, in: source, overridingPoint: overriding)
}

/// The figure in one line a matter: queries, then point, then sizes; or its diagnostics.
func summary(_ text: String, at point: String? = nil) -> [String] {
  let result = elaborated(text, at: point)
  guard let figure = result.figure else { return findings(text, at: point) }
  var lines = figure.queries.map { query in
    let below = query.heldInputs.map { input in
      input.name + (input.component == nil ? "" : " of \(figure.graph.text(of: input.node))")
    }
    let mark = query.isPartial ? "partial" : "d"
    return "\(mark) \(figure.graph.text(of: query.output)) by \(below.joined(separator: ", "))"
  }
  lines += figure.point.map {
    "at \(figure.graph.text(of: $0.node)) = \(figure.graph.text(of: $0.value))"
  }
  lines += figure.sizes.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
  return lines
}

/// The body of the last definition, or of the first query's output, as an s-expression.
func body(_ text: String) -> String {
  guard let figure = elaborated(text).figure, let query = figure.queries.first else {
    return findings(text).joined(separator: " | ")
  }
  var node = query.output
  if case .definition = figure.graph.operation(of: node) {
    node = figure.graph.operand(of: node)
  }
  return figure.graph.text(of: node)
}

/// The shape of the first query's output, as the graph has it.
func shape(_ text: String) -> String {
  guard let figure = elaborated(text).figure, let query = figure.queries.first else {
    return findings(text).joined(separator: " | ")
  }
  return figure.graph.shape(of: query.output).description
    + (figure.rows.contains(query.output) ? " row" : "")
}

/// Every finding as `id: message @ marked text`.
func findings(_ text: String, at point: String? = nil) -> [String] {
  let source = SourceText(name: "test", text)
  let syntax = parse(source)
  let result = elaborated(text, at: point)
  let all = (syntax.figures.first?.diagnostics ?? []) + result.diagnostics
  return all.map { diagnostic in
    let place = diagnostic.primary.map { " @ \(source[$0.range])" } ?? ""
    return "\(diagnostic.id): \(diagnostic.message)\(place)"
  } + result.overridingDiagnostics.map { "overriding \($0.id): \($0.message)" }
}

extension ExpressionGraph {
  /// A node as an s-expression; definitions by name, products with their labels.
  func text(of node: NodeID) -> String {
    let parts = operands(of: node).map { text(of: $0) }
    switch operation(of: node) {
    case .variable(let id): return self[id].name
    case .number(let id): return text(of: self[id])
    case .pi: return "pi"
    case .dimension(let id): return "size(\(self[id]))"
    case .sum(let id):
      let terms = zip(self[id].coefficients, parts).map { coefficient, part in
        coefficient.isOne ? "+\(part)" : coefficient.isMinusOne ? "-\(part)" : "?\(part)"
      }
      return "(\(terms.joined(separator: " ")))"
    case .product(let id): return product(self[id], parts)
    case .elementwise(let function): return "\(function)(\(parts.joined(separator: " ")))"
    case .reduction(let reduction): return "\(reduction)(\(parts.joined(separator: " ")))"
    case .vectorFunction(let function): return "\(function)(\(parts.joined(separator: " ")))"
    case .matrixFunction(let function): return "\(function.name)(\(parts[0]))"
    case .reshape(let id): return "reshape(\(parts[0]) \(self[id].target))"
    case .join(let id): return "join\(self[id].axis)(\(parts.joined(separator: " ")))"
    case .triangle(let id): return (self[id].isUpper ? "upper" : "lower") + "\(self[id].shape)"
    case .literal(let id): return "[\(self[id]): \(parts.joined(separator: " "))]"
    case .slice(let id): return "\(parts[0])[\(text(of: self[id]))]"
    case .selector(let id): return "select[\(text(of: self[id]))]\(self[id].source)"
    case .choice(let id):
      let words = self[id].comparisons.map(\.rawValue).joined(separator: " ")
      return "cases(\(words): \(parts.joined(separator: " ")))"
    case .application(let id):
      let derivatives = self[id].derivatives.map { ".\($0 + 1)" }.joined()
      return "\(self[id].function.name)\(derivatives)(\(parts.joined(separator: " ")))"
    case .matrixFunction(let function): return "(\(function.name) \(parts.joined(separator: " ")))"
    case .reshape, .join, .triangle: return "(shaped \(parts.joined(separator: " ")))"
    case .definition(let id): return self[id].application ?? "\(self[id].name)"
    }
  }

  private func text(of number: Number) -> String {
    guard let (numerator, denominator) = number.fraction else { return "\(number.double)" }
    return denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }

  private func product(_ pattern: ProductPattern, _ parts: [String]) -> String {
    let factors = zip(pattern.factors, parts).map { factor, part in
      part + letters(factor.labels, mark: "_")
        + (factor.exponent == .one ? "" : "^\(text(of: factor.exponent))")
    }
    let sizes = pattern.sizes.map { "(\($0.dimension))^\($0.exponent)" }
    let coefficient = pattern.coefficient.isOne ? [] : [text(of: pattern.coefficient)]
    let all = (coefficient + sizes + factors).joined(separator: " ")
    return "{\(all)\(letters(pattern.output, mark: " -> "))}"
  }

  private func letters(_ labels: [Label], mark: String) -> String {
    let alphabet = Array("ijklmnopqrstuvwxyz")
    return labels.isEmpty
      ? "" : mark + String(labels.map { alphabet[Int($0.index) % alphabet.count] })
  }

  private func text(of pattern: SlicePattern) -> String {
    pattern.axes.map { axis in
      switch axis {
      case .index(let index): "\(index)"
      case .range(let start, let length): "\(start)+\(length)"
      case .all: ":"
      }
    }.joined(separator: ",")
  }
}
