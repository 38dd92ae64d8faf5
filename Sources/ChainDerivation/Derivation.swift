package import ExpressionGraph
package import NumericEvaluation

/// A figure's mathematics: the figure graph and what the chain rule makes of it for every query.
package struct Derivation: Sendable {
  /// Holds every node mentioned below, derivatives included.
  package let graph: ExpressionGraph
  package let figure: FigureGraph
  /// What `auto` came to.
  package let detail: Detail
  /// One a query, in order.
  package let derivatives: [QueryDerivation]
  /// Values of every node mentioned, if the point fixes them.
  package let evaluation: Evaluation?
  /// The first node without a finite value at the point although its operands have one.
  package let undefined: UndefinedValue?
  /// Nodes that sit on a kink at the point, where the derivative shown is a convention.
  package let kinks: [NodeID]
  /// The sizes given to symbolic dimensions.
  package let sizes: [String: Int]
  /// The squared norm of each tensor that is too large to be written out.
  let squaredNorms: [NodeID: NodeID]

  /// The value of a node at the point.
  package func value(of node: NodeID) -> Tensor? { evaluation?[node] }

  /// Whether at the point the largest or smallest entry of a tensor, which a derivative picks out,
  /// is there more than once.
  package var hasTies: Bool {
    (0..<graph.count).contains { index in
      let node = NodeID(index: Int32(index))
      guard case .vectorFunction(let function) = graph.operation(of: node),
        function == .firstMaximum || function == .firstMinimum,
        let entries = value(of: graph.operand(of: node, at: 0))?.data,
        let best = function == .firstMaximum ? entries.max() : entries.min()
      else { return false }
      return entries.count { $0 == best } > 1
    }
  }
}

/// One query: its total derivative, the paths it is the sum of, and how it was checked.
package struct QueryDerivation: Sendable {
  package let query: DerivativeQuery
  /// The total derivative in the inputs' names, simplified.
  package let total: NodeID
  package let outputShape: Shape
  package let inputShapes: [Shape]
  /// Where paths end and begin in the figure graph.
  package let outputs: [FigureNodeID]
  package let inputs: [FigureNodeID]
  package let pathCount: Natural
  /// The paths listed; all of them, or the largest.
  package let products: [PathProduct]
  /// What the paths not listed add up to; nil if all are.
  package let remainder: NodeID?
  /// The derivative of the output by each figure node, and of each figure node by the input;
  /// not simplified, by node position.
  package let adjoints: [NodeID?]
  package let tangents: [NodeID?]
  package let check: CheckResult
  /// Whether the chain rule's ways over the figure graph (forwards, backwards, path by path, node
  /// by node) gave the same number as the whole graph at the point; nil without a point.
  package let agrees: Bool?
  /// What the total's form owes to what is declared of inputs.
  package let facts: UsedFacts?

  /// Whether nothing contradicts the derivative: neither central differences nor accumulation over
  /// the figure's edges.
  package var isSound: Bool { check.passed && agrees != false }
}

/// The chain rule's product along one path.
package struct PathProduct: Sendable {
  package let path: FigurePath
  /// The Jacobians of its edges, output to input: the order in which they multiply.
  package let factors: [NodeID]
  /// Their product in operands' names, simplified.
  package let product: NodeID
  /// The same in the inputs' names.
  package let expression: NodeID
}
