extension Formula {
  /// Whether scripts of this stand above and below: in display style those of sums and of the
  /// functions that range over something, never those of integrals.
  func takesLimits(in style: Style) -> Bool {
    guard style.isDisplay else { return false }
    if let sign = bareOperator { return !sign.isIntegral }
    if case .function(let name) = self { return rangingFunctions.contains(name) }
    return false
  }

  /// The sign of a large operator that has no limits yet.
  var bareOperator: Unicode.Scalar? {
    if case .bigOperator(let sign, nil, nil) = self { return sign }
    if case .symbol(let sign, .largeOperator, .upright) = self { return sign }
    return nil
  }
}

private let rangingFunctions: Set<String> = [
  "lim", "max", "min", "sup", "inf", "arg max", "arg min", "argmax", "argmin", "det", "Pr",
]

extension Unicode.Scalar {
  /// Integrals keep their limits beside them.
  var isIntegral: Bool { (0x222B...0x2233).contains(value) }
}

extension Typesetter {
  mutating func setBigOperator(
    _ scalar: Unicode.Scalar, lower: Formula?, upper: Formula?, _ style: Style
  ) -> Box {
    if lower == nil, upper == nil { return setBigOperator(scalar, style) }
    return setScripts(.bigOperator(scalar, lower: nil, upper: nil), sub: lower, sup: upper, style)
  }

  /// The sign alone, large in display style, its middle on the axis (rule 13).
  mutating func setBigOperator(_ scalar: Unicode.Scalar, _ style: Style) -> Box {
    let base = glyph(for: scalar, .upright, Style(level: .text))
    var box: Box
    if style.isDisplay {
      box = setStretched(
        scalar, .vertical, target: font.constants[.displayOperatorMinHeight], style)
    } else {
      box = setInk(base, scalar, scale: scale(style))
    }
    centerOnAxis(&box, style)
    box.glyph = nil
    return box
  }

  /// Limits above and below (rule 13a), shifted by half the slant of the sign.
  mutating func setLimits(
    _ nucleus: Formula, lower: Formula?, upper: Formula?, _ style: Style
  ) -> Box {
    let start = mark
    let sign = set(nucleus, style)
    let above = upper.map { set($0, style.superscript) }
    let below = lower.map { set($0, style.subscript) }
    let width = max(sign.width, above?.width ?? 0, below?.width ?? 0)
    var box = Box(width: width, height: sign.height, depth: sign.depth, pieces: start)
    move(sign, x: (width - sign.width) / 2)
    if let above {
      let rise =
        sign.height
        + max(
          constant(.upperLimitGapMin, style) + above.depth,
          constant(.upperLimitBaselineRiseMin, style))
      move(above, x: (width - above.width + sign.italic) / 2, y: rise)
      box.height = rise + above.height
    }
    if let below {
      let drop =
        sign.depth
        + max(
          constant(.lowerLimitGapMin, style) + below.height,
          constant(.lowerLimitBaselineDropMin, style))
      move(below, x: (width - below.width - sign.italic) / 2, y: -drop)
      box.depth = drop + below.depth
    }
    box.pieces = pieces(since: start)
    return box
  }
}
