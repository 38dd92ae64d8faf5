/// Where rows of a table that is kept elsewhere are found by their hash: open addressing.
///
/// A dictionary would keep the rows a second time and hash them all again whenever it grows.
struct HashBuckets: Sendable {
  /// A row's hash above its index plus one, zero where free; a power of two long, and never more
  /// than half full.
  private var buckets: [UInt64] = Array(repeating: 0, count: 16)

  /// Where the search for a hash begins.
  func slot(for hash: UInt32) -> Int { Int(hash) & (buckets.count - 1) }

  func slot(after slot: Int) -> Int { (slot + 1) & (buckets.count - 1) }

  /// The index of the row in a slot, negative if its hash is another; nil where the slot is free.
  subscript(slot: Int, hash: UInt32) -> Int? {
    let bucket = buckets[slot]
    if bucket == 0 { return nil }
    return bucket >> 32 == hash ? Int(truncatingIfNeeded: bucket & 0xFFFF_FFFF) - 1 : -1
  }

  /// Puts a new row, the last so far, in the free slot that the search for it ended in.
  mutating func fill(_ slot: Int, _ hash: UInt32, index: Int) {
    buckets[slot] = UInt64(hash) << 32 | UInt64(index + 1)
    if (index + 1) * 2 > buckets.count { grow() }
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: buckets.count * 2)
    let mask = larger.count - 1
    for bucket in buckets where bucket != 0 {
      var slot = Int(bucket >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = bucket
    }
    buckets = larger
  }
}
