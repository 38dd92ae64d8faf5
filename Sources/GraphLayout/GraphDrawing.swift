package import ChainGeometry

/// Where everything of a `LayoutGraph` stands, in points, y downwards, origin upper left.
package struct GraphDrawing: Sendable, Hashable {
  package struct Edge: Sendable, Hashable {
    /// Cubic Bézier curves in the direction of the arrow, each of 1 + 3k points.
    ///
    /// Where a label interrupts the arrow there are two: up to the label's box and from it on.
    package var curves: [[Point]]
    /// The polygon of the arrow's head; its tip touches the node pointed at.
    package var arrowhead: [Point]
    /// Where the label goes; at least of the size asked for, rounded up to whole points.
    package var labelBox: Rectangle?

    package init(curves: [[Point]], arrowhead: [Point], labelBox: Rectangle? = nil) {
      self.curves = curves
      self.arrowhead = arrowhead
      self.labelBox = labelBox
    }
  }

  package var size: Size
  /// One a node, of the size asked for rounded up to whole points.
  package var nodes: [Rectangle]
  /// One an edge, in the order of the graph's edges.
  package var edges: [Edge]
  /// What Graphviz had to say that was no failure.
  package var warnings: [String]

  package init(size: Size, nodes: [Rectangle], edges: [Edge], warnings: [String] = []) {
    self.size = size
    self.nodes = nodes
    self.edges = edges
    self.warnings = warnings
  }
}
