extension Typesetter {
  /// A single character in its alphabet, or in what face has it.
  ///
  /// Only ordinary atoms lean: brackets carry stray corrections that would push their content.
  mutating func setSymbol(
    _ scalar: Unicode.Scalar, _ alphabet: Alphabet, _ style: Style, leans: Bool = true
  ) -> Box {
    let start = mark
    let id = glyph(for: scalar, alphabet, style)
    let metrics = font.metrics(of: id)
    let scale = scale(style)
    place(PlacedGlyph(glyph: id, scalar: scalar, x: 0, y: 0, scale: scale))
    return Box(
      width: metrics.advance * scale, height: max(0, metrics.inkTop) * scale,
      depth: max(0, -metrics.inkBottom) * scale, italic: leans ? metrics.italic * scale : 0,
      glyph: BoxGlyph(id: id, scale: scale), isCharacter: true, pieces: pieces(since: start))
  }

  /// The glyph of a character: in the alphabet wanted, else plain, first in the math face, then in
  /// the fallback; the math face's mark for the unknown, and a report, when nothing has it.
  mutating func glyph(
    for scalar: Unicode.Scalar, _ alphabet: Alphabet, _ style: Style
  ) -> GlyphID {
    let wanted = alphabet.letter(for: scalar)
    for id in [FaceID.math, .fallback] {
      guard let face = font.face(id), let index = face.glyph(for: wanted) else { continue }
      return GlyphID(face: id, index: scriptForm(of: index, in: face, style))
    }
    if wanted != scalar, let index = font.math.glyph(for: scalar) {
      return GlyphID(face: .math, index: scriptForm(of: index, in: font.math, style))
    }
    if let index = font.words.glyph(for: scalar) { return GlyphID(face: .text, index: index) }
    report(missing: scalar)
    return GlyphID(face: .math, index: 0)
  }

  private func scriptForm(of index: UInt32, in face: FontFace, _ style: Style) -> UInt32 {
    switch style.level {
    case .display, .text: index
    case .script: face.scriptForm(of: index, order: 0)
    case .scriptScript: face.scriptForm(of: index, order: 1)
    }
  }

  /// Digits side by side, of which scripts see the last.
  mutating func setNumber(_ digits: String, _ style: Style) -> Box {
    let start = mark
    var box = Box(isCharacter: true, pieces: start)
    for scalar in digits.unicodeScalars {
      let sign: Unicode.Scalar = scalar == "-" ? "\u{2212}" : scalar
      let digit = setSymbol(sign, .upright, style, leans: false)
      move(digit, x: box.width)
      box.width += digit.width
      box.height = max(box.height, digit.height)
      box.depth = max(box.depth, digit.depth)
      box.glyph = digit.glyph
    }
    box.pieces = pieces(since: start)
    return box
  }
}
