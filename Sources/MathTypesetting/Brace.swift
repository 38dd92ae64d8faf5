extension Typesetter {
  /// The font's gap belongs to stretched arrows; a brace looks right a little nearer.
  private static let braceGapShare = 0.6
  /// In em: some fonts have no gap to speak of.
  private static let braceGapMin = 0.1

  private func braceGap(_ usual: MathConstant, _ style: Style) -> Double {
    max(Self.braceGapShare * constant(usual, style), Self.braceGapMin * scale(style))
  }

  mutating func setOverbrace(_ formula: Formula, note: Formula?, _ style: Style) -> Box {
    let start = mark
    let body = set(formula, style.crampedStyle)
    let brace = setStretched("\u{23DE}", .horizontal, target: body.width, style)
    let above = note.map { set($0, style.superscript) }
    let gap = braceGap(.stretchStackGapBelowMin, style)
    var box = stacked(body, brace, above)
    let braceBottom = body.height + gap
    move(brace, y: braceBottom + brace.depth)
    box.height = braceBottom + brace.height + brace.depth
    if let above {
      let baseline = box.height + gap + above.depth
      move(above, y: baseline)
      box.height = baseline + above.height
    }
    box.pieces = pieces(since: start)
    return box
  }

  mutating func setUnderbrace(_ formula: Formula, note: Formula?, _ style: Style) -> Box {
    let start = mark
    let body = set(formula, style)
    let brace = setStretched("\u{23DF}", .horizontal, target: body.width, style)
    let below = note.map { set($0, style.subscript) }
    let gap = braceGap(.stretchStackGapAboveMin, style)
    var box = stacked(body, brace, below)
    let braceTop = body.depth + gap
    move(brace, y: -braceTop - brace.height)
    box.depth = braceTop + brace.height + brace.depth
    if let below {
      let baseline = box.depth + gap + below.height
      move(below, y: -baseline)
      box.depth = baseline + below.depth
    }
    box.pieces = pieces(since: start)
    return box
  }

  /// Centres three boxes about one line; the box they share, as tall as the body.
  private mutating func stacked(_ body: Box, _ brace: Box, _ note: Box?) -> Box {
    let width = max(body.width, brace.width, note?.width ?? 0)
    move(body, x: (width - body.width) / 2)
    move(brace, x: (width - brace.width) / 2)
    if let note { move(note, x: (width - note.width) / 2) }
    return Box(width: width, height: body.height, depth: body.depth, pieces: body.pieces)
  }
}
