import CHarfBuzz

extension OpenFace {
  /// Words as glyphs with kerning, left to right.
  ///
  /// Ligatures stay off, so that each glyph stands for one character of a searchable text.
  /// Characters that join, turn or stand on others are left to HarfBuzz, where it is installed.
  mutating func shape(_ text: String, path: String) -> [ShapedGlyph] {
    if text.unicodeScalars.contains(where: \.needsShaper), let shaped = shapeByLibrary(text, path) {
      return shaped
    }
    let kerning = kerning(of: text.unicodeScalars.lazy.compactMap(\.script).first ?? tag("DFLT"))
    var shaped: [ShapedGlyph] = []
    var last: UInt32?
    for scalar in text.unicodeScalars {
      let glyph = glyph(for: scalar)
      if let last {
        let kern = em(kerning.between(last, glyph))
        if kern != 0 { shaped[shaped.count - 1].advance += kern }
      }
      shaped.append(
        ShapedGlyph(
          glyph: glyph, scalar: scalar, advance: em(advance(of: glyph)), xOffset: 0, yOffset: 0))
      last = glyph
    }
    return shaped
  }

  /// Nil without the library.
  private func shapeByLibrary(_ text: String, _ path: String) -> [ShapedGlyph]? {
    let utf8 = text.utf8.map(CChar.init(bitPattern:))
    // A character has four glyphs at most in the fonts there are.
    let room = 4 * utf8.count
    var glyphs = [chaingraph_shaped_glyph](repeating: .init(), count: room)
    let count = chaingraph_shape(
      path, utf8, Int32(clamping: utf8.count), &glyphs, Int32(clamping: room))
    guard count >= 0 else { return nil }
    let scalars = scalarsByOffset(text)
    return glyphs.prefix(Int(count)).map { glyph in
      let cluster = Int(glyph.cluster)
      return ShapedGlyph(
        glyph: glyph.glyph, scalar: scalars.indices.contains(cluster) ? scalars[cluster] : nil,
        advance: em(Int(glyph.advance)), xOffset: em(Int(glyph.x_offset)),
        yOffset: em(Int(glyph.y_offset)))
    }
  }

  /// For each byte of the text the character that begins there.
  private func scalarsByOffset(_ text: String) -> [Unicode.Scalar?] {
    text.unicodeScalars.flatMap { scalar in
      [scalar] + [Unicode.Scalar?](repeating: nil, count: UTF8.width(scalar) - 1)
    }
  }
}

/// A glyph of a shaped run, in em.
struct ShapedGlyph {
  let glyph: UInt32
  let scalar: Unicode.Scalar?
  var advance: Double
  let xOffset: Double
  let yOffset: Double
}

extension Unicode.Scalar {
  /// Whether the character is more than one glyph after the other: not so for letters of Latin, Greek
  /// and Cyrillic, for punctuation and for symbols.
  fileprivate var needsShaper: Bool {
    switch value {
    case 0x20..<0x300, 0x370..<0x483, 0x48A..<0x590, 0x1E00..<0x200B, 0x2010..<0x2028,
      0x202F..<0x2060, 0x2070..<0x20D0, 0x2100..<0x2C00, 0x1D400..<0x1D800:
      false
    default: true
    }
  }

  /// The tag that fonts have for the script; nil for what all scripts share.
  fileprivate var script: Int? {
    guard properties.isAlphabetic else { return nil }
    switch value {
    case 0x41..<0x2B0, 0x1E00..<0x1F00: return tag("latn")
    case 0x370..<0x400, 0x1F00..<0x2000: return tag("grek")
    case 0x400..<0x590: return tag("cyrl")
    default: return nil
    }
  }
}
