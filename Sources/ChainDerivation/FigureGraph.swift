package import ExpressionGraph

/// A node of the figure graph, by position.
package struct FigureNodeID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) {
    self.index = index
  }

  package static func < (a: FigureNodeID, b: FigureNodeID) -> Bool { a.index < b.index }
}

/// An edge of the figure graph, by position.
package struct FigureEdgeID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) {
    self.index = index
  }

  package static func < (a: FigureEdgeID, b: FigureEdgeID) -> Bool { a.index < b.index }
}

/// What the reader sees: the expression graph at one level of detail, a local Jacobian an edge.
///
/// Nodes are in topological order, inputs first in source order; edges are ordered by the node
/// they enter, then by that node's operands.
package struct FigureGraph: Sendable {
  package enum Role: Hashable, Sendable {
    /// A variable; one of those the queries name where they do not name all.
    case input, parameter
    /// A variable that is never differentiated.
    case constant
    case definition
    /// An abstract function at its arguments.
    case abstract
    /// An unnamed operation.
    case operation
  }

  package struct Node: Sendable {
    /// The node as others refer to it.
    package let reference: NodeID
    /// What it computes, in terms of the nodes it has edges from; nil for an input.
    package internal(set) var body: NodeID?
    package let role: Role
    /// Whether a query asks for its derivative.
    package var isOutput = false
    /// How many definitions in a chain the node stands for, each with what it is computed from
    /// inside; 0 of a node that stands for itself.
    package internal(set) var repeats = 0
  }

  package struct Edge: Sendable {
    package let from: FigureNodeID
    package let to: FigureNodeID
    /// ∂to/∂from with the other operands of `to` held fixed, simplified, in operands' names.
    package let jacobian: NodeID
    /// The parts of the Jacobian, one an occurrence of the operand; a single one is the Jacobian.
    package let strands: [NodeID]
  }

  package internal(set) var nodes: [Node] = []
  package internal(set) var edges: [Edge] = []
  /// Edges that leave and enter each node, by node index.
  package internal(set) var outgoing: [[FigureEdgeID]] = []
  package internal(set) var incoming: [[FigureEdgeID]] = []
  var positions: [NodeID: FigureNodeID] = [:]

  package subscript(id: FigureNodeID) -> Node { nodes[id.index] }
  package subscript(id: FigureEdgeID) -> Edge { edges[id.index] }

  /// The figure node that stands for a node of the expression graph.
  package func node(for reference: NodeID) -> FigureNodeID? { positions[reference] }

  mutating func append(_ node: Node) {
    positions[node.reference] = FigureNodeID(nodes.count)
    nodes.append(node)
    outgoing.append([])
    incoming.append([])
  }

  mutating func append(_ edge: Edge) {
    let id = FigureEdgeID(edges.count)
    edges.append(edge)
    outgoing[edge.from.index].append(id)
    incoming[edge.to.index].append(id)
  }
}
