package import ChainGeometry

/// What is to be placed: boxes of given sizes and the arrows between them.
///
/// Several edges between the same two nodes are parallel strands, each with a label of its own.
/// Cycles, self loops, isolated nodes and the empty graph are allowed.
package struct LayoutGraph: Sendable, Hashable {
  /// Where the arrows point on the whole.
  package enum Direction: Sendable, Hashable, CaseIterable {
    case right, up, down, left
  }

  package enum Shape: Sendable, Hashable, CaseIterable {
    case box, ellipse
  }

  /// A wish where along the direction a node stands.
  ///
  /// A node with an incoming edge cannot be first and one with an outgoing edge cannot be last;
  /// for these the wish counts as `free`. Self loops do not count as incoming or outgoing.
  package enum Rank: Sendable, Hashable, CaseIterable {
    case free, first, last
  }

  /// A node by its place in `nodes`.
  package struct NodeIndex: Sendable, Hashable, ExpressibleByIntegerLiteral {
    package let value: Int

    package init(_ value: Int) { self.value = value }
    package init(integerLiteral value: Int) { self.init(value) }
  }

  package struct Node: Sendable, Hashable {
    /// The outer size in points; for an ellipse, that of the rectangle around it.
    package var size: Size
    package var shape: Shape
    package var rank: Rank

    package init(size: Size, shape: Shape = .box, rank: Rank = .free) {
      self.size = size
      self.shape = shape
      self.rank = rank
    }
  }

  package struct Edge: Sendable, Hashable {
    package var from: NodeIndex
    package var to: NodeIndex
    /// The size of the label's box in points, its own padding included.
    package var label: Size?
    /// How much this edge counts among those that want to be short and straight, from 1 to 100;
    /// edges that every longest path runs through are made heavier on top of it.
    package var weight: Int

    package init(from: NodeIndex, to: NodeIndex, label: Size? = nil, weight: Int = 1) {
      self.from = from
      self.to = to
      self.label = label
      self.weight = weight
    }
  }

  package var direction: Direction
  package var nodes: [Node]
  package var edges: [Edge]
  /// The least distance between neighbours across the direction, in points.
  package var nodeSeparation: Double
  /// The least distance along the direction, in points: between a node and a label on its arrow,
  /// or between two nodes whose arrow has no label.
  package var rankSeparation: Double

  package init(
    direction: Direction = .right, nodes: [Node] = [], edges: [Edge] = [],
    nodeSeparation: Double = 18, rankSeparation: Double = 18
  ) {
    self.direction = direction
    self.nodes = nodes
    self.edges = edges
    self.nodeSeparation = nodeSeparation
    self.rankSeparation = rankSeparation
  }
}
