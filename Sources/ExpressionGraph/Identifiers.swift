/// A node of an expression graph.
///
/// Operands always come before the nodes that use them, so the order of identifiers is a
/// topological order.
package struct NodeID: Hashable, Comparable, Sendable {
  package let index: Int32

  package init(index: Int32) {
    self.index = index
  }

  package static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}

/// A row of one of the graph's tables of distinct values; the phantom type says which table.
package struct TableID<Row>: Hashable, Sendable {
  package let index: Int32

  package init(index: Int32) {
    self.index = index
  }
}

/// Distinct values with an index each, in order of first appearance.
struct InternTable<Row: Hashable & Sendable>: Sendable {
  private(set) var rows: [Row] = []
  private var indices: [Row: Int32] = [:]

  mutating func intern(_ row: Row) -> TableID<Row> {
    let index = InternTable.settle(&indices[row, default: -1], Int32(rows.count))
    if Int(index) == rows.count { rows.append(row) }
    return TableID(index: index)
  }

  /// The index in a slot, which is filled if it is new: one look-up serves both.
  private static func settle(_ slot: inout Int32, _ next: Int32) -> Int32 {
    if slot < 0 { slot = next }
    return slot
  }

  subscript(id: TableID<Row>) -> Row { rows[Int(id.index)] }
}
