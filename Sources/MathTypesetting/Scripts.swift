extension Typesetter {
  mutating func setScripts(
    _ base: Formula, sub: Formula?, sup: Formula?, _ style: Style
  ) -> Box {
    if base.takesLimits(in: style) { return setLimits(base, lower: sub, upper: sup, style) }
    let start = mark
    let nucleus = set(base, style)
    return attachScripts(
      to: nucleus, since: start, sub: sub, sup: sup, style, leansWithin: base.bareOperator != nil)
  }

  /// Scripts beside a nucleus that was just set (TeXbook, appendix G, rule 18).
  ///
  /// `leansWithin`: the width of a large operator already contains its slant.
  private mutating func attachScripts(
    to nucleus: Box, since start: Pieces, sub: Formula?, sup: Formula?, _ style: Style,
    leansWithin: Bool
  ) -> Box {
    let upper = sup.map { set($0, style.superscript) }
    let lower = sub.map { set($0, style.subscript) }
    let shifts = scriptShifts(nucleus, sub: lower, sup: upper, style)
    var box = Box(
      width: nucleus.width, height: nucleus.height, depth: nucleus.depth, pieces: start)
    if let upper {
      let x =
        nucleus.width + (leansWithin ? 0 : nucleus.italic)
        + cutIn(nucleus, .topRight, upper, .bottomLeft, rise: shifts.up)
      place(script: upper, x: x, y: shifts.up, in: &box)
    }
    if let lower {
      let x =
        nucleus.width - (leansWithin ? nucleus.italic : 0)
        + cutIn(nucleus, .bottomRight, lower, .topLeft, rise: -shifts.down)
      place(script: lower, x: x, y: -shifts.down, in: &box)
    }
    box.width += constant(.spaceAfterScript, style)
    box.pieces = pieces(since: start)
    return box
  }

  private mutating func place(script: Box, x: Double, y: Double, in box: inout Box) {
    move(script, x: x, y: y)
    box.width = max(box.width, x + script.width)
    box.height = max(box.height, script.height + y)
    box.depth = max(box.depth, script.depth - y)
  }

  /// How far the superscript goes up and the subscript down.
  private func scriptShifts(
    _ nucleus: Box, sub: Box?, sup: Box?, _ style: Style
  ) -> (up: Double, down: Double) {
    var up = nucleus.isCharacter ? 0 : nucleus.height - constant(.superscriptBaselineDropMax, style)
    var down = nucleus.isCharacter ? 0 : nucleus.depth + constant(.subscriptBaselineDropMin, style)
    if let sup {
      let usual = style.cramped ? MathConstant.superscriptShiftUpCramped : .superscriptShiftUp
      up = max(up, constant(usual, style), sup.depth + constant(.superscriptBottomMin, style))
    }
    guard let sub else { return (up, down) }
    down = max(down, constant(.subscriptShiftDown, style))
    guard let sup else {
      return (up, max(down, sub.height - constant(.subscriptTopMax, style)))
    }
    let shortfall = constant(.subSuperscriptGapMin, style) - (up - sup.depth) + (sub.height - down)
    guard shortfall > 0 else { return (up, down) }
    // The subscript gives way first; then both move up until the superscript stands high enough.
    down += shortfall
    let lift = constant(.superscriptBottomMaxWithSubscript, style) - (up - sup.depth)
    return lift > 0 ? (up + lift, down - lift) : (up, down)
  }

  /// How far a script may move into the nucleus's corner: the lesser cut of the two heights at
  /// which they meet, so that neither touches.
  private func cutIn(
    _ nucleus: Box, _ corner: KernCorner, _ script: Box, _ opposite: KernCorner, rise: Double
  ) -> Double {
    guard let base = nucleus.glyph, let glyph = script.glyph, nucleus.isCharacter,
      let baseFace = font.face(base.id.face), let scriptFace = font.face(glyph.id.face)
    else { return 0 }
    func sum(atHeight height: Double) -> Double {
      baseFace.kern(of: base.id.index, corner, atHeight: height / base.scale) * base.scale
        + scriptFace.kern(of: glyph.id.index, opposite, atHeight: (height - rise) / glyph.scale)
        * glyph.scale
    }
    let isUpper = corner == .topRight
    let scriptEdge = isUpper ? rise - script.depth : rise + script.height
    let baseEdge = isUpper ? nucleus.height : -nucleus.depth
    return max(sum(atHeight: scriptEdge), sum(atHeight: baseEdge))
  }
}
