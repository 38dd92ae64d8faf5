import ChainNotation
import ExpressionGraph
import Testing

/// Operands for rows of tests: A is m×n, B n×p, W m×m, v m, x n, y n, T m×n×k, c scalar, q and Q of
/// known sizes 3 and 2×3.
struct Tensors {
  let A, B, M, W, v, x, y, T, c, q, Q: NodeID

  init(_ bench: inout Workbench) {
    A = bench.tensor("A", "m", "n")
    B = bench.tensor("B", "n", "p")
    M = bench.tensor("M", "m", "n")
    W = bench.tensor("W", "m", "m")
    v = bench.tensor("v", "m")
    x = bench.tensor("x", "n")
    y = bench.tensor("y", "n")
    T = bench.tensor("T", "m", "n", "k")
    c = bench.scalar("c")
    q = bench.tensor("q", "3")
    Q = bench.tensor("Q", "2", "3")
  }
}

/// A tensor expression and its text as a column and, where it differs, as a row.
struct TensorRow: Sendable, CustomTestStringConvertible {
  let text: String
  let row: String?
  let build: @Sendable (inout Workbench, Tensors) -> NodeID

  init(
    _ text: String, row: String? = nil,
    _ build: @escaping @Sendable (inout Workbench, Tensors) -> NodeID
  ) {
    self.text = text
    self.row = row
    self.build = build
  }

  var testDescription: String { text }
}

extension NodeID {
  /// The node times a scalar.
  func times(_ scalar: NodeID, _ bench: inout Workbench) -> NodeID {
    let shape = bench.graph.shape(of: self)
    return bench.graph.hadamard([(scalar, .one), (self, .one)], shape: shape)
  }

  /// A product of two with its factors exchanged.
  func swapped(_ bench: inout Workbench) -> NodeID {
    let operands = bench.graph.operands(of: self)
    return bench.graph.node(bench.graph.operation(of: self), operands.reversed())
  }
}

extension Workbench {
  mutating func selector(of node: NodeID, _ axes: [SlicePattern.Axis]) -> NodeID {
    let pattern = SlicePattern(axes: axes, source: graph.shape(of: node))
    return graph.node(.selector(graph.intern(pattern)))
  }

  mutating func application(
    _ name: String, _ arguments: [NodeID], derivatives: [Int] = [], to codomain: [String]
  ) -> NodeID {
    let function = AbstractFunction(
      name: name, domain: arguments.map { graph.shape(of: $0) }, codomain: shape(codomain))
    return graph.application(function, derivatives: derivatives, to: arguments)
  }
}

extension String {
  /// A part of x of known length, entry by entry.
  var expanded: String { "[x[2]; x[3]; x[4]]" }
}

/// Holds the text of a row's expression against what it should be.
func expectText(of row: TensorRow) {
  var bench = Workbench()
  let tensors = Tensors(&bench)
  let node = row.build(&bench, tensors)
  #expect(bench.text(node) == row.text)
  if let text = row.row { #expect(bench.text(node, .row) == text) }
}
