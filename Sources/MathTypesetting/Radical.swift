extension Typesetter {
  /// A root sign as tall as what stands under it (TeXbook, appendix G, rule 11).
  mutating func setRadical(_ radicand: Formula, degree: Formula?, _ style: Style) -> Box {
    let start = mark
    let body = set(radicand, style.crampedStyle)
    let rule = constant(.radicalRuleThickness, style)
    let gap = constant(
      style.isDisplay ? .radicalDisplayVerticalGap : .radicalVerticalGap, style)
    let sign = setStretched(
      "\u{221A}", .vertical, target: body.height + body.depth + gap + rule, style)
    let signHeight = sign.height + sign.depth
    // Half of what the sign is too tall goes between the radicand and the bar.
    let excess = max(0, signHeight - (body.height + body.depth + gap + rule))
    let barTop = body.height + gap + excess / 2 + rule
    let signX = set(degree: degree, barTop: barTop, signHeight: signHeight, style)
    move(sign, x: signX, y: barTop - sign.height)
    let bodyX = signX + sign.width
    move(body, x: bodyX)
    place(Rule(x: bodyX, y: barTop - rule, width: body.width, height: rule))
    return Box(
      width: bodyX + body.width, height: barTop + constant(.radicalExtraAscender, style),
      depth: max(body.depth, signHeight - barTop), pieces: pieces(since: start))
  }

  /// Sets the degree in the nook of the sign; where the sign then begins.
  private mutating func set(
    degree: Formula?, barTop: Double, signHeight: Double, _ style: Style
  ) -> Double {
    guard let degree else { return 0 }
    let box = set(degree, Style(level: .scriptScript, cramped: style.cramped))
    let before = constant(.radicalKernBeforeDegree, style)
    let bottom = barTop - signHeight + font.constants.degreeRaise * signHeight
    move(box, x: before, y: bottom + box.depth)
    // The kern after is negative: the sign's nook takes the degree in.
    return max(0, before + box.width + constant(.radicalKernAfterDegree, style))
  }
}
