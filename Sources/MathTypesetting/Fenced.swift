extension Typesetter {
  /// A body between delimiters as tall as it is about the axis (TeXbook, appendix G, rule 19).
  mutating func setFenced(
    left: Unicode.Scalar?, _ body: Formula, right: Unicode.Scalar?, _ style: Style
  ) -> Box {
    let start = mark
    return fence(set(body, style), since: start, left: left, right: right, style)
  }

  /// Puts delimiters around a box that was just set.
  mutating func fence(
    _ body: Box, since start: Pieces, left: Unicode.Scalar?, right: Unicode.Scalar?, _ style: Style
  ) -> Box {
    let size = delimiterSize(around: body, style)
    let opening = setDelimiter(left, size: size, style)
    let closing = setDelimiter(right, size: size, style)
    move(body, x: opening.width)
    let bodyEnd = opening.width + body.width + body.italic
    move(closing, x: bodyEnd)
    return Box(
      width: bodyEnd + closing.width, height: max(opening.height, body.height, closing.height),
      depth: max(opening.depth, body.depth, closing.depth), pieces: pieces(since: start))
  }

  /// TeX lets delimiters be a little shorter than the body: by a tenth, or by half an em.
  private func delimiterSize(around body: Box, _ style: Style) -> Double {
    let axis = constant(.axisHeight, style)
    let reach = 2 * max(body.height - axis, body.depth + axis)
    return max(0.901 * reach, reach - 0.5)
  }

  private mutating func setDelimiter(
    _ scalar: Unicode.Scalar?, size: Double, _ style: Style
  ) -> Box {
    guard let scalar else { return Box(width: Self.nullDelimiter, pieces: mark) }
    var box = setStretched(scalar, .vertical, target: size, style)
    centerOnAxis(&box, style)
    return box
  }
}
