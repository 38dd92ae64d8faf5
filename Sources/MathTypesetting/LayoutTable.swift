/// The glyphs that a part of a layout table speaks of, in its order.
struct Coverage {
  private let table: FontTable

  init(_ table: FontTable) {
    self.table = table
  }

  func index(of glyph: UInt32) -> Int? {
    let glyph = Int(glyph)
    switch table.u16(0) {
    case 1:
      return bisected(table.u16(2)) { table.u16(4 + 2 * $0) - glyph }
    case 2:
      let range = bisected(table.u16(2)) { range in
        let place = 4 + 6 * range
        return table.u16(place + 2) < glyph ? -1 : table.u16(place) > glyph ? 1 : 0
      }
      return range.map { table.u16(8 + 6 * $0) + glyph - table.u16(4 + 6 * $0) }
    default: return nil
    }
  }
}

/// Classes of glyphs; one that is not named is of class 0.
struct GlyphClasses {
  private let table: FontTable

  init(_ table: FontTable) {
    self.table = table
  }

  func of(_ glyph: UInt32) -> Int {
    let glyph = Int(glyph)
    switch table.u16(0) {
    case 1:
      let index = glyph - table.u16(2)
      return 0..<table.u16(4) ~= index ? table.u16(6 + 2 * index) : 0
    case 2:
      let range = bisected(table.u16(2)) { range in
        let place = 4 + 6 * range
        return table.u16(place + 2) < glyph ? -1 : table.u16(place) > glyph ? 1 : 0
      }
      return range.map { table.u16(8 + 6 * $0) } ?? 0
    default: return 0
    }
  }
}

/// A step that a feature of a layout table takes: the first of its subtables that fits is applied.
struct LayoutLookup {
  let kind: Int
  let subtables: [FontTable]
}

/// The table `GSUB`, which exchanges glyphs, or `GPOS`, which moves them.
struct LayoutTable {
  private let table: FontTable
  /// The kind of a lookup that only points to others, which may lie further away.
  private let extensionKind: Int
  /// More than any font has, so that a broken one does not take long.
  private static let limit = 512

  init(substitutions: FontTable) {
    table = substitutions
    extensionKind = 7
  }

  init(positions: FontTable) {
    table = positions
    extensionKind = 9
  }

  /// What a feature does in the first of the scripts that the font knows, in its default language.
  func lookups(_ feature: StaticString, scripts: [Int]) -> [LayoutLookup] {
    guard let script = scripts.lazy.compactMap(script).first else { return [] }
    let language = script.target(at: 0)
    let features = table.target(at: 6)
    for entry in 0..<language.u16(4) {
      let record = 2 + 6 * language.u16(6 + 2 * entry)
      guard features.u32(record) == tag(feature) else { continue }
      let found = features.target(at: record + 4)
      return (0..<min(found.u16(2), Self.limit)).map { found.u16(4 + 2 * $0) }.sorted()
        .map(lookup)
    }
    return []
  }

  private func script(_ tag: Int) -> FontTable? {
    let list = table.target(at: 4)
    let record = (0..<list.u16(0)).map { 2 + 6 * $0 }.first { list.u32($0) == tag }
    return record.map { list.target(at: $0 + 4) }
  }

  private func lookup(_ index: Int) -> LayoutLookup {
    let lookup = table.target(at: 8).target(at: 2 + 2 * index)
    var kind = lookup.u16(0)
    let isExtension = kind == extensionKind
    let subtables = (0..<min(lookup.u16(4), Self.limit)).map { index in
      let subtable = lookup.target(at: 6 + 2 * index)
      guard isExtension else { return subtable }
      kind = subtable.u16(2)
      return subtable.part(from: subtable.u32(4))
    }
    return LayoutLookup(kind: kind, subtables: subtables)
  }
}

extension LayoutLookup {
  /// What a glyph may be exchanged for; empty if the lookup does not concern it.
  func alternates(of glyph: UInt32) -> [UInt32] {
    for table in subtables {
      guard let index = Coverage(table.target(at: 2)).index(of: glyph) else { continue }
      switch (kind, table.u16(0)) {
      case (1, 1): return [UInt32((Int(glyph) + table.u16(4)) & 0xFFFF)]
      case (1, 2): return [UInt32(table.u16(6 + 2 * index))]
      case (3, 1):
        let set = table.target(at: 6 + 2 * index)
        return (0..<set.u16(0)).map { UInt32(set.u16(2 + 2 * $0)) }
      default: continue
      }
    }
    return []
  }
}
