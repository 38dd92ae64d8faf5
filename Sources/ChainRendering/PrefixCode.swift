/// Huffman's code for symbols of known frequencies, in the canonical form of RFC 1951.
struct PrefixCode {
  /// 0 for a symbol that does not occur.
  private(set) var lengths: [Int]
  /// The lowest bit is the first.
  let bits: [UInt32]

  /// No code is longer than `limit` bits, which must be room enough; at least two symbols have codes,
  /// since some decoders refuse a code of one.
  init(frequencies: [Int], limit: Int) {
    var weights = frequencies
    let companions = 2 - weights.count { $0 > 0 }
    for symbol in weights.indices.filter({ weights[$0] == 0 }).prefix(max(0, companions)) {
      weights[symbol] = 1
    }
    lengths = Self.lengths(weights)
    // Nearly optimal: frequencies nearer to each other have shorter codes at most.
    while lengths.max() ?? 0 > limit {
      for symbol in weights.indices where weights[symbol] > 0 {
        weights[symbol] = weights[symbol] / 2 + 1
      }
      lengths = Self.lengths(weights)
    }
    bits = Self.canonical(lengths)
  }

  /// Joins the two lightest trees until one is left.
  private static func lengths(_ weights: [Int]) -> [Int] {
    let leaves = weights.indices.filter { weights[$0] > 0 }.sorted {
      (weights[$0], $0) < (weights[$1], $1)
    }
    // Joined trees come out in the order of their weights, so two queues are all that is needed.
    var treeWeights = leaves.map { weights[$0] }
    var parents = [Int](repeating: 0, count: leaves.count)
    var nextLeaf = 0
    var nextJoined = leaves.count
    func takeLightest() -> Int {
      let hasLeaf = nextLeaf < leaves.count
      let hasJoined = nextJoined < treeWeights.count
      if hasLeaf, !hasJoined || treeWeights[nextLeaf] <= treeWeights[nextJoined] {
        nextLeaf += 1
        return nextLeaf - 1
      }
      nextJoined += 1
      return nextJoined - 1
    }
    for _ in 1..<max(1, leaves.count) {
      let first = takeLightest()
      let second = takeLightest()
      parents[first] = treeWeights.count
      parents[second] = treeWeights.count
      treeWeights.append(treeWeights[first] + treeWeights[second])
      parents.append(0)
    }
    var depths = [Int](repeating: 0, count: parents.count)
    for tree in parents.indices.dropLast().reversed() { depths[tree] = depths[parents[tree]] + 1 }
    var lengths = [Int](repeating: 0, count: weights.count)
    for (tree, symbol) in leaves.enumerated() { lengths[symbol] = depths[tree] }
    return lengths
  }

  /// Shorter codes first, equal ones by symbol.
  private static func canonical(_ lengths: [Int]) -> [UInt32] {
    let longest = lengths.max() ?? 0
    var next = [UInt32](repeating: 0, count: longest + 2)
    for length in 1..<max(2, longest + 1) {
      next[length + 1] = (next[length] + UInt32(lengths.count { $0 == length })) << 1
    }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[length] += 1 }
      let code = next[length]
      return (0..<length).reduce(0) { $0 | (code >> $1 & 1) << (length - 1 - $1) }
    }
  }
}
