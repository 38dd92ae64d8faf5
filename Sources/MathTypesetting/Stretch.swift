extension Typesetter {
  /// A delimiter, root sign or brace at least as long as the target, or as long as the font goes:
  /// the first variant that reaches, else pieces put together, else the largest variant.
  ///
  /// Sizes are those of the ink, so the box's depth can be negative.
  mutating func setStretched(
    _ scalar: Unicode.Scalar, _ direction: StretchDirection, target: Double, _ style: Style
  ) -> Box {
    let base = glyph(for: scalar, .upright, Style(level: .text))
    guard let face = font.face(base.face) else { return Box(pieces: mark) }
    let scale = scale(style)
    let variants = face.variants(of: base.index, direction)
    let reaching = variants.first { index in
      let metrics = face.metrics(of: index)
      let length =
        direction == .vertical ? metrics.inkHeight : metrics.inkRight - metrics.inkLeft
      return length * scale >= target - 1e-9
    }
    if reaching == nil {
      let parts = face.assembly(of: base.index, direction)
      if !parts.isEmpty {
        let pieces = assembled(
          parts, overlap: face.minimumOverlap(), length: target / scale)
        return setAssembly(pieces, base.face, direction, scale: scale)
      }
    }
    let index = reaching ?? variants.last ?? base.index
    return setInk(GlyphID(face: base.face, index: index), scalar, scale: scale)
  }

  /// A single glyph whose box is its ink from top to bottom.
  mutating func setInk(_ id: GlyphID, _ scalar: Unicode.Scalar?, scale: Double) -> Box {
    let start = mark
    let metrics = font.metrics(of: id)
    place(PlacedGlyph(glyph: id, scalar: scalar, x: 0, y: 0, scale: scale))
    return Box(
      width: metrics.advance * scale, height: metrics.inkTop * scale,
      depth: -metrics.inkBottom * scale, italic: metrics.italic * scale,
      glyph: BoxGlyph(id: id, scale: scale), pieces: pieces(since: start))
  }

  /// Moves a box so that its middle lies on the axis.
  mutating func centerOnAxis(_ box: inout Box, _ style: Style) {
    let middle = (box.height - box.depth) / 2
    let shift = constant(.axisHeight, style) - middle
    move(box, y: shift)
    box.height += shift
    box.depth -= shift
  }

  private mutating func setAssembly(
    _ placed: [AssembledPart], _ face: FaceID, _ direction: StretchDirection, scale: Double
  ) -> Box {
    let start = mark
    var box = Box(pieces: start)
    var parts: [PlacedGlyph] = []
    for piece in placed {
      let id = GlyphID(face: face, index: piece.glyph)
      let metrics = font.metrics(of: id)
      let end = (piece.offset + piece.length) * scale
      switch direction {
      case .vertical:
        parts.append(
          PlacedGlyph(
            glyph: id, scalar: nil, x: 0, y: (piece.offset - metrics.inkBottom) * scale,
            scale: scale))
        box.width = max(box.width, metrics.advance * scale)
        box.height = end
      case .horizontal:
        parts.append(
          PlacedGlyph(
            glyph: id, scalar: nil, x: (piece.offset - metrics.inkLeft) * scale, y: 0,
            scale: scale))
        box.width = end
        box.height = max(box.height, metrics.inkTop * scale)
        // The ink of a brace above a line lies wholly above it: its depth is negative.
        let depth = -metrics.inkBottom * scale
        box.depth = parts.count == 1 ? depth : max(box.depth, depth)
      }
    }
    place(parts)
    box.pieces = pieces(since: start)
    return box
  }
}
