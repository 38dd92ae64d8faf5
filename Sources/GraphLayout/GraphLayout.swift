/// Places the nodes, arrows and labels of a graph.
package func layOut(_ graph: LayoutGraph) throws(LayoutError) -> GraphDrawing {
  throw .unavailable("not linked")
}
