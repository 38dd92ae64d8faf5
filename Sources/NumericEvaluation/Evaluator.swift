package import ExpressionGraph

/// Some nodes of a graph, to be evaluated at points that may differ in their sizes too.
package struct Evaluator: Sendable {
  private let graph: ExpressionGraph
  private let roots: [NodeID]
  private let heldInputs: Set<NodeID>

  /// `heldInputs` are inputs, whatever they are defined as: the environment gives their values.
  package init(_ graph: ExpressionGraph, roots: [NodeID], heldInputs: Set<NodeID> = []) {
    self.graph = graph
    self.roots = roots
    self.heldInputs = heldInputs
  }

  /// Evaluates once. For many points of the same sizes make the program once.
  package func callAsFunction(_ environment: Environment) -> Evaluation {
    program(sizes: environment.sizes)(environment)
  }

  /// The same nodes, ready to be evaluated at many points.
  package func program(sizes: [String: Int]) -> EvaluationProgram {
    EvaluationProgram(graph, roots: roots, heldInputs: heldInputs, sizes: sizes)
  }
}
