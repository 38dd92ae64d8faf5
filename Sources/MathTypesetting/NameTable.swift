/// The table `name`: what the font says of itself.
struct NameTable {
  private let table: FontTable

  init(_ table: FontTable) {
    self.table = table
  }

  /// In English, from the entries for Windows, for all systems or for older Macs; nil if there is none.
  subscript(name: FontName) -> String? {
    let records = (0..<table.u16(2)).map { table.part(from: 6 + 12 * $0, length: 12) }
      .filter { $0.u16(6) == name.rawValue }
    func text(_ record: FontTable) -> FontTable {
      table.part(from: table.u16(4) + record.u16(10), length: record.u16(8))
    }
    // The low bits of a language of Windows name it, the others its country.
    let record =
      records.first { $0.u16(0) == 3 && $0.u16(4) & 0x3FF == 9 } ?? records.first { $0.u16(0) == 0 }
    if let record {
      let text = text(record)
      let units = (0..<(text.count / 2)).map { UInt16(text.u16(2 * $0)) }
      return units.isEmpty ? nil : String(decoding: units, as: UTF16.self)
    }
    let old = records.first { $0.u16(0) == 1 && $0.u16(4) == 0 }.map(text)
    return old.map { String(decoding: $0.contents.map { $0 < 128 ? $0 : 63 }, as: UTF8.self) }
  }
}

/// Entries of a font's name table.
enum FontName: Int {
  case family = 1
  case version = 5
  case typographicFamily = 16
}
