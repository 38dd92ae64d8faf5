extension Typesetter {
  /// TeX's null delimiter at both sides of a fraction, in em of the text size in every style.
  static let nullDelimiter = 0.12

  /// One above the other with a bar on the axis (TeXbook, appendix G, rules 15b, 15d, 15e).
  mutating func setFraction(_ above: Formula, _ below: Formula, _ style: Style) -> Box {
    let start = mark
    let numerator = set(above, style.numerator)
    let denominator = set(below, style.denominator)
    let width = max(numerator.width, denominator.width)
    let thickness = constant(.fractionRuleThickness, style)
    let barBottom = constant(.axisHeight, style) - thickness / 2
    let up = max(
      constant(
        style.isDisplay ? .fractionNumeratorDisplayShiftUp : .fractionNumeratorShiftUp, style),
      barBottom + thickness + numerator.depth
        + constant(
          style.isDisplay ? .fractionNumeratorDisplayGapMin : .fractionNumeratorGapMin, style))
    let down = max(
      constant(
        style.isDisplay ? .fractionDenominatorDisplayShiftDown : .fractionDenominatorShiftDown,
        style),
      denominator.height - barBottom
        + constant(
          style.isDisplay ? .fractionDenominatorDisplayGapMin : .fractionDenominatorGapMin, style))
    move(numerator, x: Self.nullDelimiter + (width - numerator.width) / 2, y: up)
    move(denominator, x: Self.nullDelimiter + (width - denominator.width) / 2, y: -down)
    place(Rule(x: Self.nullDelimiter, y: barBottom, width: width, height: thickness))
    return Box(
      width: width + 2 * Self.nullDelimiter, height: up + numerator.height,
      depth: down + denominator.depth, pieces: pieces(since: start))
  }
}
