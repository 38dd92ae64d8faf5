/// The glyphs of characters, from the table `cmap`.
struct CharacterMap {
  private let table: FontTable
  private let format: Int

  init(_ cmap: FontTable) {
    // Whole Unicode before its first plane, as platform and encoding.
    let wanted = [(3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0), (3, 0)]
    let records = (0..<cmap.u16(2)).map { 4 + 8 * $0 }
    for (platform, encoding) in wanted {
      for record in records where cmap.u16(record) == platform && cmap.u16(record + 2) == encoding {
        let table = cmap.part(from: cmap.u32(record + 4))
        guard [4, 6, 12].contains(table.u16(0)) else { continue }
        self.table = table
        format = table.u16(0)
        return
      }
    }
    table = .empty
    format = 0
  }

  /// 0 for a character that the font lacks.
  func glyph(for scalar: Unicode.Scalar) -> UInt32 {
    let value = Int(scalar.value)
    switch format {
    case 4: return UInt32(segmentGlyph(value))
    case 6:
      let index = value - table.u16(6)
      return 0..<table.u16(8) ~= index ? UInt32(table.u16(10 + 2 * index)) : 0
    case 12:
      let group = bisected(min(table.u32(12), table.count / 12)) { group in
        let place = 16 + 12 * group
        return table.u32(place + 4) < value ? -1 : table.u32(place) > value ? 1 : 0
      }
      guard let group else { return 0 }
      let place = 16 + 12 * group
      return UInt32(truncatingIfNeeded: table.u32(place + 8) + value - table.u32(place))
    default: return 0
    }
  }

  private func segmentGlyph(_ value: Int) -> Int {
    let length = table.u16(6)
    let starts = 16 + length
    let segment = bisected(length / 2) { segment in
      table.u16(14 + 2 * segment) < value ? -1 : table.u16(starts + 2 * segment) > value ? 1 : 0
    }
    guard value <= 0xFFFF, let segment else { return 0 }
    let shift = table.u16(starts + length + 2 * segment)
    let rangePlace = starts + 2 * length + 2 * segment
    let range = table.u16(rangePlace)
    guard range > 0 else { return (value + shift) & 0xFFFF }
    let glyph = table.u16(rangePlace + range + 2 * (value - table.u16(starts + 2 * segment)))
    return glyph == 0 ? 0 : (glyph + shift) & 0xFFFF
  }
}
