/// The pairs of glyphs that the font sets closer or wider.
struct Kerning {
  private let lookups: [LayoutLookup]
  /// The table `kern` of older fonts, which counts where there is no feature of that name.
  private let pairs: FontTable

  init(positions: FontTable, kern: FontTable, scripts: [Int]) {
    lookups = LayoutTable(positions: positions).lookups("kern", scripts: scripts)
    pairs = lookups.isEmpty ? kern : .empty
  }

  /// What is added to the first glyph's advance, in font units.
  func between(_ first: UInt32, _ second: UInt32) -> Int {
    guard lookups.isEmpty else {
      return lookups.reduce(0) { sum, lookup in
        guard lookup.kind == 2 else { return sum }
        return sum + (lookup.subtables.lazy.compactMap { adjustment($0, first, second) }.first ?? 0)
      }
    }
    return oldAdjustment(first, second)
  }

  /// Nil if the subtable does not concern the pair.
  private func adjustment(_ table: FontTable, _ first: UInt32, _ second: UInt32) -> Int? {
    guard let index = Coverage(table.target(at: 2)).index(of: first) else { return nil }
    let (format1, format2) = (table.u16(4), table.u16(6))
    let length = 2 * (format1.nonzeroBitCount + format2.nonzeroBitCount)
    // Of a value's parts the placements come before the advance, a part for each bit.
    guard format1 & 4 != 0 else { return table.u16(0) == 2 ? 0 : nil }
    let part = 2 * (format1 & 3).nonzeroBitCount
    switch table.u16(0) {
    case 1:
      let set = table.target(at: 10 + 2 * index)
      let size = 2 + length
      let pair = bisected(set.u16(0)) { set.u16(2 + size * $0) - Int(second) }
      return pair.map { set.i16(4 + size * $0 + part) }
    case 2:
      let class1 = GlyphClasses(table.target(at: 8)).of(first)
      let class2 = GlyphClasses(table.target(at: 10)).of(second)
      guard class1 < table.u16(12), class2 < table.u16(14) else { return nil }
      return table.i16(16 + (class1 * table.u16(14) + class2) * length + part)
    default: return nil
    }
  }

  private func oldAdjustment(_ first: UInt32, _ second: UInt32) -> Int {
    let wanted = Int(first) << 16 | Int(second)
    var place = 4
    for _ in 0..<pairs.u16(2) {
      let table = pairs.part(from: place)
      place += table.u16(2)
      // Horizontal pairs, in order.
      guard table.u16(4) & 0xFF01 == 1 else { continue }
      let count = min(table.u16(6), table.count / 6)
      let pair = bisected(count) { table.u32(14 + 6 * $0) - wanted }
      if let pair { return table.i16(18 + 6 * pair) }
    }
    return 0
  }
}
