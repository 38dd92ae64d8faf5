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
  private var buckets = HashBuckets()

  /// Where a row is or, without an identifier, where it would go.
  struct Place {
    let hash: UInt32
    let slot: Int
    let id: TableID<Row>?
  }

  func place(of row: Row) -> Place {
    let hash = UInt32(truncatingIfNeeded: row.hashValue)
    var slot = buckets.slot(for: hash)
    while let index = buckets[slot, hash] {
      if index >= 0, rows[index] == row {
        return Place(hash: hash, slot: slot, id: TableID(index: Int32(index)))
      }
      slot = buckets.slot(after: slot)
    }
    return Place(hash: hash, slot: slot, id: nil)
  }

  /// Adds a row that is not there yet.
  mutating func add(_ row: Row, at place: Place) -> TableID<Row> {
    buckets.fill(place.slot, place.hash, index: rows.count)
    rows.append(row)
    return TableID(index: Int32(rows.count - 1))
  }

  mutating func intern(_ row: Row) -> TableID<Row> {
    let place = place(of: row)
    return place.id ?? add(row, at: place)
  }

  subscript(id: TableID<Row>) -> Row { rows[Int(id.index)] }
}
