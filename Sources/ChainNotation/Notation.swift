package import ExpressionGraph

/// How a vector is written.
package enum Orientation: Hashable, Sendable {
  case column, row
}

/// Says the nodes of a graph in mathematical notation.
///
/// A class because all that read nodes hold it: nothing of the graph is copied for them.
package final class Notation: Sendable {
  package let graph: ExpressionGraph
  /// Whether the transpose of a matrix declared symmetric is written as the matrix: right for
  /// finished derivatives, which are simplified so; a function is written as its author wrote it.
  package let facts: Bool

  /// Whether the text of a derivative of `max` or `min` says which of the entries that tie is meant:
  /// only at a point where entries do, for it is long.
  package let breaksTies: Bool

  package init(graph: ExpressionGraph, facts: Bool = false, breaksTies: Bool = false) {
    self.graph = graph
    self.facts = facts
    self.breaksTies = breaksTies
  }

  /// The same graph in the notation of finished derivatives.
  package var ofDerivatives: Notation {
    Notation(graph: graph, facts: true, breaksTies: breaksTies)
  }

  /// The node as a phrase; definitions below it are their names, but a definition at the root too.
  ///
  /// What would need more than `limit` operations or lie deeper than a reader can follow is an
  /// ellipsis: ask `boundText` for all of a large expression. Without an orientation a vector is
  /// written as its name is. Costs time linear in the graph below.
  package func phrase(
    of node: NodeID, orientation: Orientation? = nil, limit: Int = Extent.defaultLimit
  ) -> Phrase {
    reader(of: node, limit: limit).phrase(of: node, orientation ?? self.orientation(of: node))
  }

  /// The node and all below it read.
  func reader(of node: NodeID, limit: Int) -> NodeReader {
    let parts = graph.nodes(below: [node], isLeaf: { graph.isNamed($0) })
    var reader = NodeReader(self, count: parts.count)
    var extents: [NodeID: Extent] = Dictionary(minimumCapacity: parts.count)
    for part in parts {
      let extent = Extent(of: part, in: graph, below: extents)
      extents[part] = extent
      if extent.operations > limit || extent.depth > Extent.greatestDepth {
        reader.replace(part, by: .ellipsis)
        extents[part] = Extent()
      } else {
        reader.read(part)
      }
    }
    return reader
  }

  /// How the name of a node is written: a row if it was declared or defined as one.
  package func orientation(of node: NodeID) -> Orientation {
    switch graph.operation(of: node) {
    case .variable(let id): graph[id].isRow ? .row : .column
    case .definition(let id): graph[id].isRow ? .row : .column
    case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
      .literal, .slice, .selector, .choice, .application, .matrixFunction, .reshape, .join,
      .triangle:
      .column
    }
  }

  /// How many operations the node is written with, repeated parts counted each time; saturates.
  package func operationCount(of node: NodeID) -> Int {
    var extents: [NodeID: Extent] = [:]
    for part in graph.nodes(below: [node], isLeaf: { graph.isNamed($0) }) {
      extents[part] = Extent(of: part, in: graph, below: extents)
    }
    return extents[node]?.operations ?? 0
  }

  /// How many entries the longest literal has that an expression is written with.
  package func longestLiteral(in node: NodeID) -> Int {
    let lengths = graph.nodes(below: [node], isLeaf: { graph.isNamed($0) }).map { part in
      if case .literal = graph.operation(of: part) { graph.operands(of: part).count } else { 0 }
    }
    return lengths.max() ?? 0
  }
}

extension ExpressionGraph {
  /// Whether the node is written as a name, whatever lies below it.
  func isNamed(_ node: NodeID) -> Bool {
    if case .definition = operation(of: node) { true } else { false }
  }
}

/// How large a node is when written out as a tree.
package struct Extent: Hashable, Sendable {
  /// Past so many operations shared parts get names of their own.
  package static let defaultLimit = 2000
  /// Deeper nesting than the language's grammar reads is not written.
  static let greatestDepth = 100

  /// Where counting stops: a shared expression written out can be exponentially large.
  private static let countless = Int.max / 4

  var operations = 0
  var depth = 0

  init() {}

  init(of node: NodeID, in graph: ExpressionGraph, below extents: [NodeID: Extent]) {
    let operands = graph.isNamed(node) ? [] : graph.operands(of: node)
    guard !operands.isEmpty else { return }
    operations = 1
    for operand in operands {
      let extent = extents[operand] ?? Extent()
      operations = min(operations + extent.operations * graph.repeats(node), Extent.countless)
      depth = max(depth, extent.depth)
    }
    depth += 1
  }
}

extension ExpressionGraph {
  /// How often the text of a node repeats that of its operand.
  fileprivate func repeats(_ node: NodeID) -> Int {
    if case .vectorFunction(let function) = operation(of: node), function != .softmax {
      2
    } else {
      1
    }
  }
}

extension NodeReader {
  /// What a node was read as; only a vector has an orientation.
  func phrase(of node: NodeID, _ orientation: Orientation) -> Phrase {
    let reading = self[node]
    return orientation == .row && graph.shape(of: node).order == 1
      ? reading.rowPhrase : reading.phrase
  }
}

extension Reading {
  /// The vector as a row, spread over the terms of a sum where that reads better:
  /// `x'*(A + A') + b'`.
  fileprivate var rowPhrase: Phrase {
    if isBare, case .strand(let strand) = body, let spread = strand.spread,
      spread.primes <= strand.turned.primes + 1
    {
      return spread.phrase
    }
    return written(turned: true).phrase
  }
}
