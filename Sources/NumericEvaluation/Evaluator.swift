package import ExpressionGraph

/// Nodes prepared for evaluation at many points: no look-up by name or node remains in the loop.
///
/// Preparing and evaluating cost time linear in the expression; nothing recurs, so an expression
/// may be 100,000 deep. A value that lacks an input or a length is nil, one that is undefined at
/// the point is NaN or infinite; neither is an error here.
package struct Evaluator: Sendable {
  let graph: ExpressionGraph
  /// In topological order.
  let order: [NodeID]
  /// For each node the positions in `order` of its operands, end to end, with where they start.
  private let operandSlots: [Int32]
  private let operandStarts: [Int32]
  private let isHeld: [Bool]

  /// - Parameter heldInputs: nodes whose value the environment gives although they are no
  ///   variables; what lies below them is not evaluated for their sake.
  package init(_ graph: ExpressionGraph, roots: [NodeID], heldInputs: Set<NodeID> = []) {
    self.graph = graph
    order = graph.nodes(below: roots, isLeaf: heldInputs.contains)
    var slots: [NodeID: Int32] = [:]
    slots.reserveCapacity(order.count)
    var operandSlots: [Int32] = []
    var starts: [Int32] = []
    for (slot, node) in order.enumerated() {
      slots[node] = Int32(slot)
      starts.append(Int32(operandSlots.count))
      guard !heldInputs.contains(node) else { continue }
      for operand in graph.operands(of: node) { operandSlots.append(slots[operand] ?? 0) }
    }
    starts.append(Int32(operandSlots.count))
    self.operandSlots = operandSlots
    operandStarts = starts
    isHeld = order.map(heldInputs.contains)
  }

  package func callAsFunction(_ environment: Environment) -> Evaluation {
    var evaluation = Evaluation(order: order)
    for (slot, node) in order.enumerated() {
      if let given = environment.values[node] {
        evaluation.set(slot, given)
      } else if !isHeld[slot] {
        let range = Int(operandStarts[slot])..<Int(operandStarts[slot + 1])
        evaluate(node, slot, operandSlots[range], environment, &evaluation)
      }
    }
    return evaluation
  }

  /// One row an operation; scalars of the common kinds make no array.
  private func evaluate(
    _ node: NodeID, _ slot: Int, _ operands: ArraySlice<Int32>, _ environment: Environment,
    _ evaluation: inout Evaluation
  ) {
    for operand in operands where !evaluation.isKnown(Int(operand)) { return }
    let first = operands.first.map(Int.init) ?? 0
    let operation = graph.operation(of: node)
    switch operation {
    case .variable: return
    case .number(let id): evaluation.set(slot, scalar: graph[id].double)
    case .pi: evaluation.set(slot, scalar: .pi)
    case .dimension(let id):
      if let length = environment.length(of: graph[id]) {
        evaluation.set(slot, scalar: Double(length))
      }
    case .definition: evaluation.copy(first, to: slot)
    case .sum(let id) where graph.isScalar(node):
      let terms = zip(graph[id].coefficients, operands)
      evaluation.set(slot, scalar: terms.reduce(0) {
        $0 + $1.0.double * evaluation.scalar(Int($1.1))
      })
    case .elementwise(let function) where graph.isScalar(node):
      let second = operands.count > 1 ? evaluation.scalar(Int(operands[operands.startIndex + 1])) : 0
      evaluation.set(slot, scalar: value(of: function, evaluation.scalar(first), second))
    case .product(let id) where graph[id].isScalar && graph[id].sizes.isEmpty:
      let factors = zip(graph[id].factors, operands)
      evaluation.set(slot, scalar: factors.reduce(graph[id].coefficient.double) {
        $0 * power(evaluation.scalar(Int($1.1)), $1.0.exponent)
      })
    case .sum, .elementwise, .product, .reduction, .vectorFunction, .literal, .slice, .selector,
      .choice, .application:
      let tensors = operands.map { evaluation.tensor(Int($0)) }
      if let value = kernel(operation, tensors, environment) { evaluation.set(slot, value) }
    }
  }
}

/// The values of nodes at one point.
package struct Evaluation: Sendable {
  /// The nodes evaluated, ascending.
  package let order: [NodeID]
  private var scalars: [Double]
  private var tensors: [Int: Tensor] = [:]
  private var known: [Bool]

  init(order: [NodeID]) {
    self.order = order
    scalars = Array(repeating: 0, count: order.count)
    known = Array(repeating: false, count: order.count)
  }

  /// The node's value; nil if it was not evaluated or lacks an input.
  package subscript(node: NodeID) -> Tensor? {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if order[middle] < node { low = middle + 1 } else { high = middle }
    }
    guard low < order.count, order[low] == node, known[low] else { return nil }
    return tensor(low)
  }

  func isKnown(_ slot: Int) -> Bool { known[slot] }
  func scalar(_ slot: Int) -> Double { scalars[slot] }
  func tensor(_ slot: Int) -> Tensor { tensors[slot] ?? Tensor(scalars[slot]) }

  mutating func set(_ slot: Int, scalar: Double) {
    scalars[slot] = scalar
    known[slot] = true
  }

  mutating func set(_ slot: Int, _ tensor: Tensor) {
    if tensor.shape.isEmpty { return set(slot, scalar: tensor.data[0]) }
    tensors[slot] = tensor
    known[slot] = true
  }

  mutating func copy(_ source: Int, to slot: Int) { set(slot, tensor(source)) }
}
