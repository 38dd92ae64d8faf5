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
          parts, overlap: face.minimumOverlap(direction), length: target / scale)
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

/// A piece of an assembly and where it begins, in em of the font.
struct AssembledPart: Equatable {
  let glyph: UInt32
  let offset: Double
  let length: Double
}

/// Pieces with their extenders repeated as seldom as reaches a length, overlapping evenly so that
/// they are no longer than wanted, if connectors allow.
func assembled(_ parts: [GlyphPart], overlap: Double, length: Double) -> [AssembledPart] {
  let repeats = extenderRepeats(parts, overlap: overlap, length: length)
  let row = parts.flatMap { part in
    [GlyphPart](repeating: part, count: part.isExtender ? repeats : 1)
  }
  let joints = zip(row, row.dropFirst()).map { min($0.endConnector, $1.startConnector) }
  let shortest = row.reduce(0) { $0 + $1.fullAdvance } - overlap * Double(joints.count)
  let extra = joints.isEmpty ? 0 : max(0, shortest - length) / Double(joints.count)
  var offset = 0.0
  return row.enumerated().map { index, part in
    if index > 0 { offset -= max(overlap, min(joints[index - 1], overlap + extra)) }
    defer { offset += part.fullAdvance }
    return AssembledPart(glyph: part.glyph, offset: offset, length: part.fullAdvance)
  }
}

/// With f the length and n the number of fixed parts, e and m those of extenders, o the overlap:
/// the smallest r with f + r·e − (n + r·m − 1)·o ≥ length.
private func extenderRepeats(_ parts: [GlyphPart], overlap: Double, length: Double) -> Int {
  let fixed = parts.filter { !$0.isExtender }
  let extenders = parts.filter(\.isExtender)
  let fixedLength =
    fixed.reduce(0) { $0 + $1.fullAdvance } - overlap * Double(fixed.count - 1)
  let gain = extenders.reduce(0) { $0 + $1.fullAdvance - overlap }
  guard gain > 0 else { return extenders.isEmpty ? 0 : 1 }
  let most = 10_000.0
  let needed = ((length - fixedLength) / gain - 1e-9).rounded(.up)
  return Int(min(most, max(fixed.isEmpty ? 1 : 0, needed)))
}
