import ExpressionGraph
import TensorCalculus

/// The queries' outputs with their small vectors and matrices split into scalar entries.
struct Scalarization {
  /// Vectors of more entries than this stay whole.
  static let largestSplit = 16

  /// What stands in the place of each node that was reached.
  private(set) var images: [NodeID: NodeID] = [:]
  /// The scalar variables that stand for the entries of an input.
  private(set) var splitInputs: [NodeID: [NodeID]] = [:]

  init(
    of outputs: [NodeID], in graph: inout ExpressionGraph, simplifier: inout Simplifier
  ) {
    for node in graph.nodes(below: outputs) {
      images[node] = image(of: node, in: &graph, &simplifier)
    }
  }

  /// The scalar nodes that a node was split into; the node's image itself if it was not.
  func entries(of node: NodeID, in graph: ExpressionGraph) -> [NodeID] {
    let image = images[node] ?? node
    guard case .literal = graph.operation(of: image), !graph.isScalar(node) else { return [image] }
    return Array(graph.operands(of: image))
  }

  private mutating func image(
    of node: NodeID, in graph: inout ExpressionGraph, _ simplifier: inout Simplifier
  ) -> NodeID {
    let operands = graph.operands(of: node).map { images[$0] ?? $0 }
    let operation = graph.operation(of: node)
    let splits = isSplit(graph.shape(of: node))
    switch operation {
    case .variable(let id):
      return splits ? split(node, graph[id], in: &graph) : node
    case .definition(let id):
      guard splits else { return graph.node(operation, operands) }
      return split(graph[id], body: operands[0], in: &graph, &simplifier)
    case .application(let id):
      let whole = graph.node(operation, operands)
      guard splits, graph[id].derivatives.isEmpty else { return whole }
      let name = graph[id].function.name
      let definition = Definition(
        name: name, application: nil, parameters: names(of: operands, in: graph),
        serial: -Int(node.index) - 1)
      return split(definition, body: whole, in: &graph, &simplifier)
    case .number, .pi, .dimension, .selector, .triangle: return node
    case .sum, .product, .elementwise, .reduction, .vectorFunction, .matrixFunction, .literal,
      .slice, .reshape, .join, .choice:
      let isTouched = operands.contains {
        if case .literal = graph.operation(of: $0) { true } else { false }
      }
      let isLiteral = if case .literal = operation { true } else { false }
      return isTouched && !isLiteral
        ? simplifier.rebuilt(node, over: operands, in: &graph) : graph.node(operation, operands)
    }
  }

  private func isSplit(_ shape: Shape) -> Bool {
    guard shape.order == 1 || shape.order == 2, let count = shape.entryCount else { return false }
    return count > 0 && count <= Scalarization.largestSplit
  }

  private mutating func split(
    _ node: NodeID, _ variable: Variable, in graph: inout ExpressionGraph
  ) -> NodeID {
    let entries = positions(in: variable.shape).map { position in
      graph.variable(
        Variable(
          name: variable.name + subscriptText(position), shape: .scalar,
          properties: variable.properties.intersection([.positive, .constant])))
    }
    splitInputs[node] = entries
    return graph.literal(entries, shape: variable.shape)
  }

  private func split(
    _ definition: Definition, body: NodeID, in graph: inout ExpressionGraph,
    _ simplifier: inout Simplifier
  ) -> NodeID {
    let shape = graph.shape(of: body)
    let entries = positions(in: shape).map { position in
      let pattern = SlicePattern(axes: position.map { .index($0) }, source: shape)
      let entry = simplifier.slice(body, pattern, in: &graph)
      let name = definition.name + subscriptText(position)
      let part = Definition(
        name: name, application: definition.application.map { $0 + subscriptText(position) },
        parameters: definition.parameters, serial: definition.serial)
      return graph.define(part, as: entry)
    }
    return graph.literal(entries, shape: shape)
  }

  private func names(of operands: [NodeID], in graph: ExpressionGraph) -> [String] {
    operands.compactMap { operand in
      switch graph.operation(of: operand) {
      case .variable(let id): graph[id].name
      case .definition(let id): graph[id].name
      case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
        .literal, .slice, .selector, .choice, .application, .matrixFunction, .reshape, .join,
        .triangle:
        nil
      }
    }
  }
}

/// All positions in a tensor of known shape, row by row.
func positions(in shape: Shape) -> [[Int]] {
  (shape.known ?? []).reduce([[]]) { done, length in
    done.flatMap { prefix in (0..<length).map { prefix + [$0] } }
  }
}

/// An index as the language writes it, from 1: `[2]`, `[1, 2]`.
private func subscriptText(_ position: [Int]) -> String {
  "[" + position.map { String($0 + 1) }.joined(separator: ", ") + "]"
}
