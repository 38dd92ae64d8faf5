import ChainDerivation
import ChainNotation
import ChainScene
import ExpressionGraph
import MathTypesetting

/// The order in which a figure is revealed: the graph, values forwards, local Jacobians, the pass
/// that adds up derivatives, at last the whole figure.
struct StepPlan: Hashable {
  /// A line that is seen during one step only.
  struct Note: Hashable {
    let formula: Formula
    let step: Int
  }

  /// What is seen at each step, as a sentence.
  private(set) var sentences: [String] = []
  private(set) var notes: [Note] = []
  /// When the value of each node is seen first, and each total derivative at it.
  private(set) var values: [Int]
  private(set) var derivatives: [[Int]]
  private(set) var labels = 0
  private(set) var panel = 0

  init(_ wording: Wording, _ content: FigureContent) {
    values = Array(repeating: 0, count: content.nodes.count)
    derivatives = Array(repeating: [], count: content.nodes.count)
    let count = content.nodes.count == 1 ? "1 node" : "\(content.nodes.count) nodes"
    append("The graph, \(count).")
    let order = wording.figure.topologicalOrder
    let given = order.filter { wording.figure[$0].body == nil }
    addValues(of: given, content, together: true)
    addValues(of: order.filter { wording.figure[$0].body != nil }, content, together: false)
    if content.edges.contains(where: { !$0.label.isEmpty }) {
      labels = append("The local derivative on every edge.")
    }
    let accumulation = StepNotes(wording)
    if wording.options.mode.showsTangents {
      addDerivatives(order) { accumulation.tangent(of: $0) }
    }
    if wording.options.mode.showsAdjoints {
      addDerivatives(order.reversed(), first: true) { accumulation.adjoint(of: $0) }
    }
    panel = append("The whole figure.")
  }

  /// Counts the steps within their sentences.
  var numbered: [String] {
    sentences.enumerated().map { "Step \($0.offset + 1) of \(sentences.count). \($0.element)" }
  }

  @discardableResult
  private mutating func append(_ sentence: String) -> Int {
    sentences.append(sentence)
    return sentences.count - 1
  }

  private mutating func addValues(
    of nodes: [FigureNodeID], _ content: FigureContent, together: Bool
  ) {
    let shown = nodes.filter { node in
      content.nodes[node.index].lines.contains { $0.ink == .value }
    }
    guard !shown.isEmpty else { return }
    if together {
      let step = append(shown.map { content.nodes[$0.index].sentence }.joined(separator: " "))
      for node in shown { values[node.index] = step }
    } else {
      for node in shown { values[node.index] = append(content.nodes[node.index].sentence) }
    }
  }

  private mutating func addDerivatives(
    _ order: [FigureNodeID], first: Bool = false, _ note: (FigureNodeID) -> Formula?
  ) {
    for node in order {
      guard let formula = note(node) else { continue }
      let step = append(linearText(formula) + ".")
      notes.append(Note(formula: formula, step: step))
      // The adjoint stands above the tangent.
      derivatives[node.index].insert(step, at: first ? 0 : derivatives[node.index].count)
    }
  }
}

/// How the derivative at a node comes from those at its neighbours.
struct StepNotes {
  private let wording: Wording
  private let query: QueryDerivation?

  init(_ wording: Wording) {
    self.wording = wording
    query = wording.derivation.derivatives.first {
      $0.outputs.count == 1 && $0.query.inputs.count == 1
    }
  }

  /// `t̄ = x̄₁ · dx₁/dt + x̄₂ · dx₂/dt = 0.959 · 0.878 + …`: what comes down each edge, added up.
  func adjoint(of node: FigureNodeID) -> Formula? {
    guard let query, let adjoint = query.adjoints[node.index] else { return nil }
    let bar = { (node: FigureNodeID) in Formula.overbar(wording.name(node)) }
    if node == query.outputs[0] {
      return equation([
        bar(node), wording.derivation.graph.isScalar(adjoint) ? .number("1") : .identifier("I"),
      ])
    }
    let edges = wording.figure.outgoing[node.index].filter {
      query.adjoints[wording.figure[$0].to.index] != nil
    }
    let terms = edges.map { edge in
      Formula.row([bar(wording.figure[edge].to), .dot, factor(edge)])
    }
    let numbers = sum(
      edges, over: { query.adjoints[wording.figure[$0].to.index] }, upstreamFirst: true)
    return equation(
      [bar(node), added(terms)]
        + [numbers, value(adjoint, query.outputs[0], node)].compactMap(\.self))
  }

  /// `df/dt = ∂f/∂x₁ · dx₁/dt + …`: what comes up each edge, added up.
  func tangent(of node: FigureNodeID) -> Formula? {
    guard let query, query.inputs.count == 1, let tangent = query.tangents[node.index] else {
      return nil
    }
    let input = query.inputs[0]
    let symbol = { (node: FigureNodeID) in
      wording.symbol(of: node, by: input, isTotal: wording.isTotal(of: node, by: input))
    }
    if node == input {
      return equation([
        symbol(node), wording.derivation.graph.isScalar(tangent) ? .number("1") : .identifier("I"),
      ])
    }
    let edges = wording.figure.incoming[node.index].filter {
      query.tangents[wording.figure[$0].from.index] != nil
    }
    let terms = edges.map { edge in
      Formula.row([factor(edge), .dot, symbol(wording.figure[edge].from)])
    }
    let numbers = sum(
      edges, over: { query.tangents[wording.figure[$0].from.index] }, upstreamFirst: false)
    return equation(
      [symbol(node), added(terms)] + [numbers, value(tangent, node, input)].compactMap(\.self))
  }

  private func factor(_ edge: FigureEdgeID) -> Formula {
    wording.isOneOfSeveral(edge)
      ? wording.jacobian(wording.figure[edge].jacobian, of: edge).formula : wording.symbol(edge)
  }

  private func added(_ terms: [Formula]) -> Formula {
    .row(Array(terms.map { [$0] }.joined(separator: [.binary("+")])))
  }

  /// The same sum in numbers, where all are scalars.
  private func sum(
    _ edges: [FigureEdgeID], over derivative: (FigureEdgeID) -> NodeID?, upstreamFirst: Bool
  ) -> Formula? {
    guard wording.options.show.contains(.values) else { return nil }
    let terms = edges.compactMap { edge -> Formula? in
      guard let above = derivative(edge).flatMap(wording.scalar),
        let local = wording.scalar(wording.figure[edge].jacobian)
      else { return nil }
      let factors = upstreamFirst ? [above, local] : [local, above]
      return .row([number(factors[0]), .dot, number(factors[1])])
    }
    return terms.count == edges.count ? added(terms) : nil
  }

  private func number(_ value: Double) -> Formula {
    let formula = wording.numbers.formula(of: value)
    return value < 0 ? .parenthesized(formula) : formula
  }

  private func value(
    _ derivative: NodeID, _ output: FigureNodeID, _ input: FigureNodeID
  ) -> Formula? {
    wording.value(of: derivative, as: wording.jacobianShape(of: output, by: input))
  }
}
