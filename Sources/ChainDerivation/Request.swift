package import ExpressionGraph
package import NumericEvaluation

/// How much of the computation a figure shows.
package enum Detail: String, Hashable, Sendable, CaseIterable {
  /// Components where every vector is small and written out entry by entry, else functions.
  case auto
  /// One node a named function or variable.
  case functions
  /// One node a scalar component.
  case components
  /// One node a primitive operation.
  case operations
}

/// A derivative to derive: the output by each input in turn.
package struct DerivativeQuery: Hashable, Sendable {
  package var output: NodeID
  /// One an order; variables, or definitions held as inputs.
  package var inputs: [NodeID]
  /// The entry of the input that is meant, as in `d f / d x[1]`; empty for the whole.
  package var component: [SlicePattern.Axis]
  /// Names as the reader knows them: `f`, `t`.
  package var outputName: String
  package var inputNames: [String]

  package init(
    output: NodeID, inputs: [NodeID], component: [SlicePattern.Axis] = [], outputName: String,
    inputNames: [String]
  ) {
    self.output = output
    self.inputs = inputs
    self.component = component
    self.outputName = outputName
    self.inputNames = inputNames
  }
}

/// Everything that the derivation of a figure depends on.
package struct DerivationRequest: Sendable {
  package var graph: ExpressionGraph
  /// Variables in source order.
  package var inputs: [NodeID]
  package var queries: [DerivativeQuery]
  /// The point; nil where none is given.
  package var point: Environment?
  package var detail: Detail
  /// How many paths are listed before the rest is counted.
  package var pathLimit: Int
  package var seed: UInt64
  /// Definitions to be drawn as one box with what serves only them inside.
  package var collapsed: [NodeID]

  package init(
    graph: ExpressionGraph, inputs: [NodeID], queries: [DerivativeQuery],
    point: Environment?, detail: Detail = .auto, pathLimit: Int = 8, seed: UInt64 = 0,
    collapsed: [NodeID] = []
  ) {
    self.graph = graph
    self.inputs = inputs
    self.queries = queries
    self.point = point
    self.detail = detail
    self.pathLimit = pathLimit
    self.seed = seed
    self.collapsed = collapsed
  }
}
