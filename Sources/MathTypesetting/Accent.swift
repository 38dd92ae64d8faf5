extension Typesetter {
  /// A mark above its base (TeXbook, appendix G, rule 12).
  mutating func setAccent(
    _ accent: Unicode.Scalar, _ base: Formula, stretches: Bool, _ style: Style
  ) -> Box {
    let start = mark
    let body = set(base, style.crampedStyle)
    let mark =
      stretches
      ? setWideAccent(accent, over: body, style) : setSymbol(accent, .upright, style, leans: false)
    guard let glyph = mark.glyph else { return body }
    let metrics = font.metrics(of: glyph.id)
    let shift = body.height - min(body.height, constant(.accentBaseHeight, style))
    move(mark, x: attachment(of: body) - metrics.accentAttachment * glyph.scale, y: shift)
    return Box(
      width: body.width, height: max(body.height, metrics.inkTop * glyph.scale + shift),
      depth: body.depth, italic: body.italic, pieces: pieces(since: start))
  }

  private func attachment(of body: Box) -> Double {
    guard let glyph = body.glyph, body.isCharacter else { return body.width / 2 }
    return font.metrics(of: glyph.id).accentAttachment * glyph.scale
  }

  /// The widest form that is no wider than the base.
  private mutating func setWideAccent(
    _ accent: Unicode.Scalar, over body: Box, _ style: Style
  ) -> Box {
    let base = glyph(for: accent, .upright, Style(level: .text))
    guard let face = font.face(base.face) else { return Box(pieces: mark) }
    let scale = scale(style)
    let fitting = face.variants(of: base.index, .horizontal).last { index in
      let metrics = face.metrics(of: index)
      return (metrics.inkRight - metrics.inkLeft) * scale <= body.width
    }
    return setInk(
      GlyphID(face: base.face, index: fitting ?? base.index), accent, scale: scale)
  }
}
