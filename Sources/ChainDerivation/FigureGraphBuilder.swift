import ExpressionGraph
import TensorCalculus

/// The figure graph of the queries' outputs; `graph` gains the nodes of the Jacobians.
func figureGraph(
  of queries: [DerivativeQuery], inputs: [NodeID], collapsed: [NodeID], byOperation: Bool,
  in graph: inout ExpressionGraph, simplifier: inout Simplifier
) -> FigureGraph {
  let outputs = queries.map(\.output)
  let all = shownNodes(below: outputs, byOperation: byOperation, in: graph)
  let queried = Set(queries.flatMap(\.inputs))
  let collapse = Collapse(
    collapsed.filter(all.contains), outputs: outputs, queried: queried, shown: all, in: graph)
  let shown = all.subtracting(collapse.hidden)
  var figure = FigureGraph()
  for node in displayOrder(of: shown, inputs: inputs, in: graph) {
    let role = role(of: node, queried: queried, inputs: inputs, in: graph)
    var row = FigureGraph.Node(reference: node, body: body(of: node, in: graph), role: role)
    row.isOutput = outputs.contains(node)
    if let repeats = collapse.repeats[node], let body = row.body {
      // Names of what is inside mean nothing outside.
      row.body = graph.inlined(body, keeping: shown)
      row.repeats = repeats
    }
    figure.append(row)
  }
  for position in figure.nodes.indices {
    appendEdges(
      into: FigureNodeID(position), of: &figure, byOperation: byOperation, in: &graph, &simplifier)
  }
  return figure
}

/// The nodes that get a box of their own.
private func shownNodes(
  below outputs: [NodeID], byOperation: Bool, in graph: ExpressionGraph
) -> Set<NodeID> {
  let reachable = graph.nodes(below: outputs)
  var varying = Set<NodeID>()
  var soleUses: [NodeID: Int] = [:]
  for node in reachable {
    let isVariable = if case .variable = graph.operation(of: node) { true } else { false }
    if isVariable || graph.operands(of: node).contains(where: varying.contains) {
      varying.insert(node)
    }
    for operand in graph.operands(of: node) { soleUses[operand, default: 0] += 1 }
  }
  var shown = Set(outputs)
  var hidden = Set<NodeID>()
  let entriesOnly = applicationsSeenByEntry(in: reachable, graph)
  for node in reachable where varying.contains(node) {
    let isSeen = isNamed(node, in: graph) && !entriesOnly.contains(node)
    if isSeen || byOperation { shown.insert(node) }
    // A definition shows its body's operation itself, unless others use that body too.
    if case .definition = graph.operation(of: node) {
      let body = graph.operand(of: node)
      if soleUses[body] == 1, graph.operands(of: body).count > 0, !isDefinition(body, in: graph),
        !outputs.contains(body)
      {
        hidden.insert(body)
      }
    }
  }
  return shown.subtracting(hidden)
}

/// Abstract vectors that are drawn as their entries: every use is an entry with a name.
private func applicationsSeenByEntry(
  in reachable: [NodeID], _ graph: ExpressionGraph
) -> Set<NodeID> {
  var namedEntries = Set<NodeID>()
  for node in reachable where isDefinition(node, in: graph) {
    if case .slice = graph.operation(of: graph.operand(of: node)) {
      namedEntries.insert(graph.operand(of: node))
    }
  }
  var seenByEntry = Set<NodeID>()
  var seenWhole = Set<NodeID>()
  for node in reachable {
    for operand in graph.operands(of: node) {
      guard case .application = graph.operation(of: operand) else { continue }
      if namedEntries.contains(node) {
        seenByEntry.insert(operand)
      } else {
        seenWhole.insert(operand)
      }
    }
  }
  return seenByEntry.subtracting(seenWhole)
}

private func isDefinition(_ node: NodeID, in graph: ExpressionGraph) -> Bool {
  if case .definition = graph.operation(of: node) { true } else { false }
}

/// Whether a reader has a name for the node: a variable, a definition, an abstract function.
private func isNamed(_ node: NodeID, in graph: ExpressionGraph) -> Bool {
  switch graph.operation(of: node) {
  case .variable, .definition: true
  case .application(let id): graph[id].derivatives.isEmpty
  case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
    .literal, .slice, .selector, .choice, .matrixFunction, .reshape, .join, .triangle:
    false
  }
}

/// Inputs in source order, then everything else in topological order.
private func displayOrder(
  of shown: Set<NodeID>, inputs: [NodeID], in graph: ExpressionGraph
) -> [NodeID] {
  let declared = inputs.filter(shown.contains)
  let rest = shown.subtracting(declared).sorted()
  let leaves = rest.filter { graph.operands(of: $0).isEmpty }
  return declared + leaves + rest.filter { !graph.operands(of: $0).isEmpty }
}

private func role(
  of node: NodeID, queried: Set<NodeID>, inputs: [NodeID], in graph: ExpressionGraph
) -> FigureGraph.Role {
  switch graph.operation(of: node) {
  case .variable(let id):
    if graph[id].properties.contains(.constant) { return .constant }
    let free = inputs.filter { !isConstant($0, in: graph) }
    let namesSome = free.contains(where: queried.contains) && !free.allSatisfy(queried.contains)
    return namesSome && queried.contains(node) ? .parameter : .input
  case .definition:
    if case .application = graph.operation(of: unsliced(graph.operand(of: node), in: graph)) {
      return .abstract
    }
    return .definition
  case .application: return .abstract
  case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
    .literal, .slice, .selector, .choice, .matrixFunction, .reshape, .join, .triangle:
    return .operation
  }
}

private func isConstant(_ node: NodeID, in graph: ExpressionGraph) -> Bool {
  if case .variable(let id) = graph.operation(of: node) {
    graph[id].properties.contains(.constant)
  } else {
    false
  }
}

private func unsliced(_ node: NodeID, in graph: ExpressionGraph) -> NodeID {
  if case .slice = graph.operation(of: node) { graph.operand(of: node) } else { node }
}

private func body(of node: NodeID, in graph: ExpressionGraph) -> NodeID? {
  switch graph.operation(of: node) {
  case .variable: nil
  case .definition: graph.operand(of: node)
  case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
    .literal, .slice, .selector, .choice, .application, .matrixFunction, .reshape, .join, .triangle:
    node
  }
}

/// The edges into one node: its body differentiated by each shown node it uses, the others held.
private func appendEdges(
  into target: FigureNodeID, of figure: inout FigureGraph, byOperation: Bool,
  in graph: inout ExpressionGraph, _ simplifier: inout Simplifier
) {
  guard let body = figure[target].body else { return }
  let piece = Piece(of: body, target: figure[target].reference, shown: figure.positions, in: graph)
  let adjoints = graph.adjoints(of: body, by: NodeSet(piece.operands))
  for operand in piece.operands {
    guard let source = figure.positions[operand] else { continue }
    let uses = body == operand ? [] : piece.uses(of: operand, in: graph)
    var strands: [NodeID] = []
    for use in uses {
      guard let adjoint = adjoints[use.node] else { continue }
      let parts = graph.pullback(adjoint, through: use.node, operand: use.position)
      let share = graph.total(of: parts, shape: graph.shape(of: body) + graph.shape(of: operand))
      strands.append(simplifier.simplified(share, in: &graph))
    }
    let zero = graph.zero(graph.shape(of: body) + graph.shape(of: operand))
    let jacobian = simplifier.simplified(adjoints[operand] ?? zero, in: &graph)
    // A Jacobian written out entry by entry says each use in its own place.
    if case .literal = graph.operation(of: jacobian), !byOperation { strands = [] }
    if byOperation, strands.count > 1 {
      for strand in strands {
        figure.append(.init(from: source, to: target, jacobian: strand, strands: [strand]))
      }
    } else {
      figure.append(
        .init(
          from: source, to: target, jacobian: jacobian,
          strands: strands.count > 1 ? strands : [jacobian]))
    }
  }
}

/// The expression between a node and the shown nodes it uses.
private struct Piece {
  struct Use {
    let node: NodeID
    let position: Int
  }

  /// Shown nodes, in the order in which the expression first mentions them.
  private(set) var operands: [NodeID] = []
  private var inner: [NodeID] = []

  init(
    of body: NodeID, target: NodeID, shown: [NodeID: FigureNodeID], in graph: ExpressionGraph
  ) {
    func isOperand(_ node: NodeID) -> Bool {
      node != target && shown[node] != nil
    }
    var seen = Set<NodeID>()
    var pending = [body]
    while let node = pending.popLast() {
      guard seen.insert(node).inserted else { continue }
      if isOperand(node) {
        operands.append(node)
      } else {
        inner.append(node)
        pending.append(contentsOf: graph.operands(of: node).reversed())
      }
    }
    inner.sort()
  }

  func uses(of operand: NodeID, in graph: ExpressionGraph) -> [Use] {
    inner.flatMap { node in
      graph.operands(of: node).enumerated()
        .filter { $0.element == operand }
        .map { Use(node: node, position: $0.offset) }
    }
  }
}
