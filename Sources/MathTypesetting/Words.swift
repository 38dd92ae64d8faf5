extension Typesetter {
  /// Words in the text face, kerned; characters it lacks come from the other faces.
  mutating func setWords(_ words: String, _ style: Style) -> Box {
    let start = mark
    var box = Box(pieces: start)
    var run = ""
    for scalar in words.unicodeScalars {
      if font.words.glyph(for: scalar) != nil {
        run.unicodeScalars.append(scalar)
      } else {
        append(run, to: &box, style)
        run = ""
        let symbol = setSymbol(scalar, .upright, style, leans: false)
        move(symbol, x: box.width)
        extend(&box, by: symbol)
      }
    }
    append(run, to: &box, style)
    box.pieces = pieces(since: start)
    return box
  }

  private mutating func append(_ run: String, to box: inout Box, _ style: Style) {
    guard !run.isEmpty else { return }
    let scale = scale(style)
    for shaped in font.words.shape(run) {
      let metrics = font.words.metrics(of: shaped.glyph)
      place(
        PlacedGlyph(
          glyph: GlyphID(face: .text, index: shaped.glyph), scalar: shaped.scalar,
          x: box.width + shaped.xOffset * scale, y: shaped.yOffset * scale, scale: scale))
      let glyph = Box(
        width: shaped.advance * scale, height: max(0, metrics.inkTop) * scale,
        depth: max(0, -metrics.inkBottom) * scale, pieces: mark)
      extend(&box, by: glyph)
    }
  }

  private func extend(_ box: inout Box, by next: Box) {
    box.width += next.width
    box.height = max(box.height, next.height)
    box.depth = max(box.depth, next.depth)
  }
}
