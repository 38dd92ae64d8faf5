/// The outlines of the table `CFF`, as Adobe's Technical Note 5176 describes it.
struct CompactOutlines {
  private let charstrings: CompactIndex
  private let globalSubroutines: CompactIndex
  /// The subroutines of each font dictionary; of the only one, unless `selection` chooses.
  private let localSubroutines: [CompactIndex]
  private let selection: FontTable

  /// Nil where the table holds no outlines.
  init?(_ table: FontTable) {
    guard table.u8(0) == 1 else { return nil }
    let names = CompactIndex(table, at: table.u8(2))
    let tops = CompactIndex(table, at: names.end)
    let strings = CompactIndex(table, at: tops.end)
    globalSubroutines = CompactIndex(table, at: strings.end)
    let top = CompactDictionary(tops[0])
    guard let place = top[.charstrings].first, place > 0 else { return nil }
    charstrings = CompactIndex(table, at: place)
    if let place = top[.fonts].first {
      let fonts = CompactIndex(table, at: place)
      localSubroutines = (0..<min(fonts.count, 256)).map {
        Self.subroutines(CompactDictionary(fonts[$0]), in: table)
      }
      selection = top[.selection].first.map { table.part(from: $0) } ?? .empty
    } else {
      localSubroutines = [Self.subroutines(top, in: table)]
      selection = .empty
    }
  }

  private static func subroutines(_ font: CompactDictionary, in table: FontTable) -> CompactIndex {
    let range = font[.privateRange]
    guard range.count == 2 else { return .empty }
    let dictionary = table.part(from: range[1], length: range[0])
    guard let place = CompactDictionary(dictionary)[.subroutines].first else { return .empty }
    return CompactIndex(table, at: range[1] + place)
  }

  func draw(_ glyph: UInt32, with pen: inout GlyphPen) {
    let font = fontIndex(of: Int(glyph))
    var reader = CharstringReader(
      globalSubroutines: globalSubroutines,
      localSubroutines: localSubroutines.indices.contains(font) ? localSubroutines[font] : .empty,
      pen: pen)
    reader.run(charstrings[Int(glyph)])
    pen = reader.pen
    pen.close()
  }

  private func fontIndex(of glyph: Int) -> Int {
    switch selection.isEmpty ? -1 : selection.u8(0) {
    case 0: return selection.u8(1 + glyph)
    case 3:
      let range = bisected(selection.u16(1)) { range in
        let place = 3 + 3 * range
        return selection.u16(place + 3) <= glyph ? -1 : selection.u16(place) > glyph ? 1 : 0
      }
      return range.map { selection.u8(5 + 3 * $0) } ?? 0
    default: return 0
    }
  }
}

/// Objects one after the other, with a list of where they begin.
struct CompactIndex {
  let count: Int
  /// Where what follows begins.
  let end: Int
  private let table: FontTable
  private let offsets: Int
  private let offsetLength: Int

  static var empty: CompactIndex { CompactIndex(.empty, at: 0) }

  init(_ table: FontTable, at place: Int) {
    self.table = table
    let count = table.u16(place)
    self.count = count
    offsetLength = count == 0 ? 0 : table.u8(place + 2)
    offsets = place + 3
    // Offsets are counted from the byte before the first object.
    let base = place + 2 + (count + 1) * offsetLength
    end =
      count == 0
      ? place + 2 : base + table.unsigned(offsets + count * offsetLength, length: offsetLength)
  }

  /// Empty beyond the last.
  subscript(index: Int) -> FontTable {
    guard 0..<count ~= index else { return .empty }
    let base = offsets - 1 + (count + 1) * offsetLength
    let start = table.unsigned(offsets + index * offsetLength, length: offsetLength)
    let next = table.unsigned(offsets + (index + 1) * offsetLength, length: offsetLength)
    return table.part(from: base + start, length: next - start)
  }
}

/// Facts about a font, each an operator after its numbers.
private struct CompactDictionary {
  enum Key: Int {
    case charstrings = 17
    case privateRange = 18
    case subroutines = 19
    // Operators of two bytes, the first of which is 12.
    case fonts = 0xC24
    case selection = 0xC25
  }

  private var values: [(key: Int, numbers: [Int])] = []

  init(_ table: FontTable) {
    var numbers: [Int] = []
    var place = 0
    while place < table.count {
      let byte = table.u8(place)
      place += 1
      switch byte {
      case 0...21:
        var key = byte
        if byte == 12 {
          key = 0xC00 | table.u8(place)
          place += 1
        }
        values.append((key, numbers))
        numbers = []
      case 28:
        numbers.append(table.i16(place))
        place += 2
      case 29:
        numbers.append(Int(Int32(truncatingIfNeeded: table.u32(place))))
        place += 4
      case 30:
        // A decimal number, which no key here has, ends with a half byte of ones.
        while place < table.count, table.u8(place) & 0xF != 0xF, table.u8(place) >> 4 != 0xF {
          place += 1
        }
        place += 1
        numbers.append(0)
      case 32...246: numbers.append(byte - 139)
      case 247...250:
        numbers.append((byte - 247) * 256 + table.u8(place) + 108)
        place += 1
      case 251...254:
        numbers.append(-(byte - 251) * 256 - table.u8(place) - 108)
        place += 1
      default: break
      }
    }
  }

  /// Empty if the key is not there.
  subscript(key: Key) -> [Int] { values.first { $0.key == key.rawValue }?.numbers ?? [] }
}
