/// One of the parts that a batch is split into, to run on several machines.
struct Shard: Hashable {
  /// From 1 to the count.
  let number: Int
  let count: Int

  /// From `2/8`; nil of anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], count <= 1_000_000,
      count >= 1, 1...count ~= number
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether the figures of this name belong to it.
  ///
  /// The name alone decides, in FNV-1a's 64 bits, so that every machine splits alike and an input
  /// that comes or goes moves no other.
  func holds(_ name: String) -> Bool {
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    // The high bits too, for the low ones of names that differ in one digit fall in step.
    return (hash ^ (hash >> 32)) % UInt64(count) == UInt64(number - 1)
  }
}
