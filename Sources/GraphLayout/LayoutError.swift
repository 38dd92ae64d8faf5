/// Why a graph could not be laid out.
package enum LayoutError: Error, Sendable, Hashable {
  /// The arrows span so many ranks in sum that a layout would take minutes.
  case tooLarge(rankSpans: Int, limit: Int)
  /// The longest chain of arrows has more ranks than Graphviz can route through.
  case tooDeep(ranks: Int, limit: Int)
  /// A size or a separation is not a number, negative, or beyond `limit` points.
  case impossibleSize(value: Double, limit: Double)
  /// An edge names a node that does not exist.
  case missingNode(edge: Int, node: Int)
  /// What Graphviz said when it failed.
  case graphviz(String)
  /// Graphviz's libraries could not be loaded.
  case unavailable(String)
}

extension LayoutError {
  /// Whether the graph asks for more than there is room for.
  package var isOfInput: Bool {
    switch self {
    case .tooLarge, .tooDeep, .impossibleSize: true
    case .missingNode, .graphviz, .unavailable: false
    }
  }
}

extension LayoutError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooLarge(let rankSpans, let limit):
      "the graph is too large to lay out: its edges span \(rankSpans) ranks, the limit is \(limit)"
    case .tooDeep(let ranks, let limit):
      "the graph is too deep to lay out: \(ranks) ranks, the limit is \(limit)"
    case .impossibleSize(let value, let limit):
      "a size of \(value) points cannot be laid out; sizes go from 0 to \(limit) points"
    case .missingNode(let edge, let node):
      "edge \(edge) names node \(node), which does not exist"
    case .graphviz(let message):
      "Graphviz failed: \(message)"
    case .unavailable(let message):
      "Graphviz is not available: \(message)"
    }
  }
}
