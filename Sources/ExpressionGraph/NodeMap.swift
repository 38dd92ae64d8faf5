/// A node for each of some nodes, at the cost of those alone, however large the graph is.
///
/// An array over the range of the nodes to come, where they are known and lie close together; for
/// all others open addressing by blocks of neighbours, since traversals touch nodes that were made
/// together.
package struct NodeMap: Sendable {
  private struct Entry {
    /// Negative where the slot is free.
    var key: Int32
    var value: NodeID

    static let free = Entry(key: -1, value: NodeID(index: -1))
  }

  /// Values from node `first` on; an index is negative where there is none.
  private var direct: [NodeID] = []
  private var first = 0
  /// A power of two long, never more than half full.
  private var entries = Array(repeating: Entry.free, count: 16)
  private var count = 0

  package init() {}

  /// Best for values of these nodes, which are ascending.
  package init(for nodes: [NodeID]) {
    guard let low = nodes.first?.index, let high = nodes.last?.index,
      (high - low) / 8 <= nodes.count
    else { return }
    first = Int(low)
    direct = Array(repeating: NodeID(index: -1), count: Int(high - low) + 1)
  }

  package subscript(node: NodeID) -> NodeID? {
    let position = Int(node.index) - first
    if direct.indices.contains(position) {
      return direct[position].index < 0 ? nil : direct[position]
    }
    let entry = entries[slot(of: node)]
    return entry.key < 0 ? nil : entry.value
  }

  /// Gives the node a value; answers whether it had none before.
  @discardableResult
  package mutating func set(_ node: NodeID, to value: NodeID) -> Bool {
    let position = Int(node.index) - first
    if direct.indices.contains(position) {
      let isNew = direct[position].index < 0
      direct[position] = value
      return isNew
    }
    var slot = slot(of: node)
    let isNew = entries[slot].key < 0
    if isNew {
      count += 1
      if count * 2 > entries.count {
        grow()
        slot = self.slot(of: node)
      }
    }
    entries[slot] = Entry(key: node.index, value: value)
    return isNew
  }

  /// Where the node is, or where it would go.
  private func slot(of node: NodeID) -> Int {
    let mask = entries.count - 1
    let block = UInt64(UInt32(bitPattern: node.index >> 3)) &* 0x9E37_79B9_7F4A_7C15
    var slot = (Int(truncatingIfNeeded: block >> 32) << 3 | Int(node.index & 7)) & mask
    while entries[slot].key >= 0, entries[slot].key != node.index { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: .free, count: old.count * 4)
    for entry in old where entry.key >= 0 {
      entries[slot(of: NodeID(index: entry.key))] = entry
    }
  }
}

/// Some nodes of a graph; see `NodeMap` for the cost.
package struct NodeSet: Sendable {
  private var members: NodeMap

  package init() {
    members = NodeMap()
  }

  package init(_ nodes: some Sequence<NodeID>) {
    let sorted = nodes.sorted()
    members = NodeMap(for: sorted)
    for node in sorted { insert(node) }
  }

  /// Best for members among these nodes, which are ascending.
  package init(among nodes: [NodeID]) {
    members = NodeMap(for: nodes)
  }

  package func contains(_ node: NodeID) -> Bool { members[node] != nil }

  /// Answers whether the node was not there before.
  @discardableResult
  package mutating func insert(_ node: NodeID) -> Bool { members.set(node, to: node) }
}

extension NodeSet: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: NodeID...) {
    self.init(elements)
  }
}
