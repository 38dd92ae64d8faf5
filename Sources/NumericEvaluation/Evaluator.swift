package import ExpressionGraph

/// Some nodes of a graph and all they depend on, made ready to be evaluated at many points.
///
/// All values lie in one array of doubles, a row a node in ascending order; a scalar is one entry.
/// Making an evaluator costs time linear in the graph up to the roots, evaluating in what lies below
/// them, with no look-up and no allocation a node. Nothing traps: what is undefined becomes NaN or infinite, and
/// what cannot be evaluated (an unknown size, a missing input) has no value.
package struct Evaluator: Sendable {
  struct Row {
    let node: NodeID
    let kernel: Kernel
    /// Where its entries begin, and how many there are.
    let offset: Int
    let count: Int
    /// Its operands as a range of `operandRows`.
    let operands: Range<Int>
  }

  let rows: [Row]
  let operandRows: [Int]
  /// Shapes of those rows that are not scalars, by row.
  private let shapes: [Int: [Int]]
  let roots: [Int]
  let tables: KernelTables
  /// How many numbers an evaluation works out.
  package let entryCount: Int
  /// About how many multiplications an evaluation takes.
  let work: Double

  /// Prepares the roots for dimensions of these sizes; held nodes are inputs, whatever they are
  /// defined as.
  package init(
    _ graph: ExpressionGraph, roots: [NodeID], held: Set<NodeID> = [],
    sizes: [String: Int] = [:]
  ) {
    var builder = RowBuilder(sizes: sizes)
    // Operands are older than their users, so one pass downwards finds what is needed.
    let last = roots.map { Int($0.index) }.max() ?? -1
    var rowOf: [Int32] = Array(repeating: -1, count: last + 1)
    for root in roots { rowOf[Int(root.index)] = 0 }
    for index in stride(from: last, through: 0, by: -1) where rowOf[index] == 0 {
      let node = NodeID(index: Int32(index))
      if held.contains(node) { continue }
      for operand in graph.operands(of: node) { rowOf[Int(operand.index)] = 0 }
    }
    for index in rowOf.indices where rowOf[index] == 0 {
      let node = NodeID(index: Int32(index))
      rowOf[index] = Int32(builder.rows.count)
      let isHeld = held.contains(node)
      let operands = isHeld ? [] : graph.operands(of: node)
      builder.append(
        node, isHeld: isHeld, operands: operands.lazy.map { Int(rowOf[Int($0.index)]) }, in: graph)
    }
    rows = builder.rows
    operandRows = builder.operandRows
    shapes = builder.shapes
    tables = builder.tables
    entryCount = builder.entryCount
    work = builder.work
    self.roots = roots.map { Int(rowOf[Int($0.index)]) }
  }

  /// The nodes that need a value from outside, ascending.
  package var inputs: [NodeID] {
    rows.compactMap { if case .input = $0.kernel { $0.node } else { nil } }
  }

  /// The abstract functions that need a stand-in, in order of first appearance.
  package var functions: [AbstractFunction] { tables.functions }

  /// Whether every size the node depends on is known and within limits.
  package func isResolved(_ node: NodeID) -> Bool {
    row(of: node).map { rows[$0].isResolved } ?? false
  }

  /// The lengths of a node's axes.
  package func lengths(of node: NodeID) -> [Int]? {
    row(of: node).flatMap { rows[$0].isResolved ? lengths(ofRow: $0) : nil }
  }

  func lengths(ofRow row: Int) -> [Int] { shapes[row] ?? [] }

  func row(of node: NodeID) -> Int? {
    rows.position(of: node)
  }

  /// Evaluates everything at a point; the environment's sizes are not looked at again.
  package func callAsFunction(_ environment: Environment) -> Evaluation {
    Evaluation(of: self, in: environment)
  }

  /// The rows whose values depend on a row, ascending, itself left out.
  func dependents(of source: Int) -> [Int] {
    var depends = Array(repeating: false, count: rows.count)
    depends[source] = true
    var found: [Int] = []
    for row in rows.indices.dropFirst(source + 1)
    where rows[row].operands.contains(where: { depends[operandRows[$0]] }) {
      depends[row] = true
      found.append(row)
    }
    return found
  }
}

extension Evaluator.Row {
  var isResolved: Bool { kernel.isResolved }
}

extension Kernel {
  var isResolved: Bool { if case .unresolved = self { false } else { true } }
}

extension [Evaluator.Row] {
  /// The position of a node's row; rows are in ascending order of nodes.
  fileprivate func position(of node: NodeID) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].node == node ? low : nil
  }
}

/// Lays out rows one after another.
private struct RowBuilder {
  var rows: [Evaluator.Row] = []
  var operandRows: [Int] = []
  var shapes: [Int: [Int]] = [:]
  var tables: KernelTables
  var entryCount = 0
  var work = 0.0
  private let sizes: [String: Int]

  /// The most entries one node may have, and all nodes together.
  private static let nodeLimit = 10_000_000
  private static let totalLimit = 40_000_000

  init(sizes: [String: Int]) {
    self.sizes = sizes
    tables = KernelTables(sizes: sizes)
  }

  mutating func append(
    _ node: NodeID, isHeld: Bool, operands: some Sequence<Int>, in graph: ExpressionGraph
  ) {
    let start = operandRows.count
    operandRows.append(contentsOf: operands)
    let lengths = graph.isScalar(node) ? [] : graph.shape(of: node).lengths(sizes)
    let limit = min(Self.nodeLimit, Self.totalLimit - entryCount)
    let count = lengths.flatMap { NumericEvaluation.entryCount($0, limit: limit) }
    var kernel = Kernel.unresolved
    if count != nil, operandRows[start...].allSatisfy({ rows[$0].isResolved }) {
      kernel = isHeld ? .input : tables.kernel(of: graph.operation(of: node), in: graph)
    }
    if let lengths, !lengths.isEmpty { shapes[rows.count] = lengths }
    rows.append(
      Evaluator.Row(
        node: node, kernel: kernel, offset: entryCount,
        count: kernel.isResolved ? count ?? 0 : 0, operands: start..<operandRows.count))
    entryCount += rows[rows.count - 1].count
    work += work(of: rows[rows.count - 1])
  }

  private func work(of row: Evaluator.Row) -> Double {
    switch row.kernel {
    case .product(let id): return Double(tables.products[id].work)
    case .matrixFunction:
      let operand = Double(rows[operandRows[row.operands.lowerBound]].count)
      return operand * operand.squareRoot()
    case .input, .constant, .copy, .sum, .elementwise, .reduction, .vectorFunction, .literal,
      .slice, .selector, .join, .triangle, .choice, .application, .unresolved:
      return Double(row.count)
    }
  }
}
