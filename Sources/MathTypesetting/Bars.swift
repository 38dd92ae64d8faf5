extension Typesetter {
  /// A bar over a formula (TeXbook, appendix G, rule 9).
  mutating func setOverbar(_ formula: Formula, _ style: Style) -> Box {
    let start = mark
    let body = set(formula, style.crampedStyle)
    let thickness = constant(.overbarRuleThickness, style)
    let bottom = body.height + constant(.overbarVerticalGap, style)
    place(Rule(x: 0, y: bottom, width: body.width, height: thickness))
    return Box(
      width: body.width, height: bottom + thickness + constant(.overbarExtraAscender, style),
      depth: body.depth, pieces: pieces(since: start))
  }

  /// A bar under a formula (rule 10).
  mutating func setUnderbar(_ formula: Formula, _ style: Style) -> Box {
    let start = mark
    let body = set(formula, style)
    let thickness = constant(.underbarRuleThickness, style)
    let top = body.depth + constant(.underbarVerticalGap, style)
    place(Rule(x: 0, y: -top - thickness, width: body.width, height: thickness))
    return Box(
      width: body.width, height: body.height,
      depth: top + thickness + constant(.underbarExtraDescender, style),
      pieces: pieces(since: start))
  }
}
