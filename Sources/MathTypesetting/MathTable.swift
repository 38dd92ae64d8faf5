/// The table `MATH`: what the font says about setting formulas, in font units.
struct MathTable {
  private let table: FontTable

  init(_ table: FontTable) {
    self.table = table
  }

  var isEmpty: Bool { table.u16(0) == 0 }

  /// A constant by its place in the table: a percentage or a length.
  func constant(_ index: Int) -> Int {
    let constants = table.target(at: 4)
    // Two percentages, two lengths, 51 records of a length and its adjustment, one percentage.
    return index < 4
      ? constants.i16(2 * index) : constants.i16(8 + 4 * (min(index, 55) - 4))
  }

  private var glyphInfo: FontTable { table.target(at: 6) }

  /// How far the slanted top sticks out to the right; 0 if nothing is said.
  func italicsCorrection(of glyph: UInt32) -> Int {
    value(of: glyph, in: glyphInfo.target(at: 0)) ?? 0
  }

  /// Where an accent is attached, from the left; nil if nothing is said.
  func accentAttachment(of glyph: UInt32) -> Int? { value(of: glyph, in: glyphInfo.target(at: 2)) }

  private func value(of glyph: UInt32, in list: FontTable) -> Int? {
    Coverage(list.target(at: 0)).index(of: glyph).map { list.i16(4 + 4 * $0) }
  }

  /// The kern at a corner and a height; 0 if nothing is said.
  func kern(of glyph: UInt32, _ corner: KernCorner, atHeight height: Int) -> Int {
    let list = glyphInfo.target(at: 6)
    guard let index = Coverage(list.target(at: 0)).index(of: glyph) else { return 0 }
    let place = 4 + 8 * index + 2 * corner.rawValue
    let kern = list.u16(place) == 0 ? .empty : list.part(from: list.u16(place))
    let count = kern.u16(0)
    // Heights in ascending order part the kerns.
    let level = (0..<count).first { kern.i16(2 + 4 * $0) >= height } ?? count
    return kern.i16(2 + 4 * (count + level))
  }

  // MARK: Stretching

  private var variants: FontTable { table.target(at: 8) }

  var minimumOverlap: Int { variants.u16(0) }

  /// Larger forms of a glyph, smallest first; empty if there are none.
  func variants(of key: StretchKey) -> [UInt32] {
    let construction = construction(of: key)
    return (0..<construction.u16(2)).map { UInt32(construction.u16(4 + 4 * $0)) }
  }

  /// The pieces of a glyph of any length, with where the first begins its facts in the table.
  func parts(of key: StretchKey) -> [(glyph: UInt32, start: Int, end: Int, full: Int, flags: Int)] {
    let assembly = construction(of: key).target(at: 0)
    return (0..<assembly.u16(4)).map { index in
      let place = 6 + 10 * index
      return (
        UInt32(assembly.u16(place)), assembly.u16(place + 2), assembly.u16(place + 4),
        assembly.u16(place + 6), assembly.u16(place + 8)
      )
    }
  }

  private func construction(of key: StretchKey) -> FontTable {
    let isVertical = key.direction == .vertical
    guard
      let index = Coverage(variants.target(at: isVertical ? 2 : 4)).index(of: key.glyph)
    else { return .empty }
    return variants.target(at: 10 + 2 * (isVertical ? index : variants.u16(6) + index))
  }
}
