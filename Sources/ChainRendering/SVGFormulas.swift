import ChainGeometry
import ChainScene
import MathTypesetting

/// Lengths of a formula are written in thousandths of an em, the font units of most fonts.
private let unitsPerEm = 1000.0

/// Glyphs whose font units are the same length, in thousandths of an em; positions in em.
private struct GlyphRun {
  let scale: Double
  var glyphs: [(number: Int, x: Double, y: Double)] = []
}

extension SVGDocument {
  /// One group a formula, shifted to its origin and scaled to its size.
  mutating func append(_ formula: PlacedFormula, described: Bool) {
    buffer.append("<g transform=\"translate(")
    buffer.append(formula.origin.x)
    buffer.append(" ")
    buffer.append(formula.origin.y)
    buffer.append(") scale(")
    buffer.append(formula.fontSize / unitsPerEm, decimals: 6)
    buffer.append(")\"")
    append(paint: "fill", formula.color)
    if !described, !formula.layout.text.isEmpty {
      buffer.append(" role=\"math\" aria-label=\"")
      buffer.append(escaping: formula.layout.text)
      buffer.append("\"")
    }
    buffer.append(">\n")
    append(glyphs: formula.layout.glyphs)
    for assembly in formula.layout.assemblies { append(assembly: assembly) }
    append(rules: formula.layout.rules)
    if hasText { append(textOf: formula.layout) }
    buffer.append("</g>\n")
  }

  /// Unseen text as wide as the formula; its group's label says the same to readers.
  private mutating func append(textOf layout: MathLayout) {
    guard !layout.text.isEmpty, layout.width > 0 else { return }
    buffer.append("<text aria-hidden=\"true\" fill-opacity=\"0\" font-size=\"1000\"")
    buffer.append(" textLength=\"")
    buffer.append(unitsPerEm * layout.width, decimals: 0)
    buffer.append("\" lengthAdjust=\"spacingAndGlyphs\">")
    buffer.append(escaping: layout.text)
    buffer.append("</text>\n")
  }

  /// The glyphs of a size share a group, whose coordinates are their font's units.
  private mutating func append(glyphs placed: [PlacedGlyph]) {
    for run in runs(of: placed) {
      if run.scale != 1 {
        buffer.append("<g transform=\"scale(")
        buffer.append(run.scale, decimals: 6)
        buffer.append(")\">\n")
      }
      let unit = run.scale / unitsPerEm
      for glyph in run.glyphs {
        append(glyph: glyph.number, x: glyph.x / unit, y: -glyph.y / unit)
      }
      if run.scale != 1 { buffer.append("</g>\n") }
    }
  }

  /// The glyphs that have ink by size, sizes in the order in which they first occur.
  private func runs(of placed: [PlacedGlyph]) -> [GlyphRun] {
    var runs: [GlyphRun] = []
    for glyph in placed {
      guard let number = glyphs.number(of: glyph.glyph) else { continue }
      let entry = glyphs.entries[number]
      guard !entry.pathData.isEmpty else { continue }
      let scale = glyph.scale * unitsPerEm / entry.unitsPerEm
      let index = runs.firstIndex { $0.scale == scale } ?? runs.endIndex
      if index == runs.endIndex { runs.append(GlyphRun(scale: scale)) }
      runs[index].glyphs.append((number, glyph.x, glyph.y))
    }
    return runs
  }

  private mutating func append(glyph number: Int, x: Double, y: Double) {
    switch glyphMode {
    case .shared:
      buffer.append("<use xlink:href=\"#")
      append(glyphID: number)
      buffer.append("\"")
      appendPosition(x: x, y: y, opening: (" x=\"", "\" y=\""), closing: "\"")
    case .inline:
      buffer.append("<path d=\"")
      buffer.append(glyphs.entries[number].pathData)
      buffer.append("\"")
      appendPosition(x: x, y: y, opening: (" transform=\"translate(", " "), closing: ")\"")
    }
    buffer.append("/>\n")
  }

  private mutating func appendPosition(
    x: Double, y: Double, opening: (String, String), closing: String
  ) {
    buffer.append(opening.0)
    buffer.append(x, decimals: 0)
    buffer.append(opening.1)
    buffer.append(y, decimals: 0)
    buffer.append(closing)
  }

  /// The pieces of a delimiter overlap; as one outline they show no seam, even if translucent.
  private mutating func append(assembly: [PlacedGlyph]) {
    guard !assembly.isEmpty else { return }
    buffer.append("<path d=\"")
    buffer.append(pathData: Path(assembly.flatMap { outline(of: $0).segments }), decimals: 1)
    buffer.append("\"/>\n")
  }

  private func outline(of piece: PlacedGlyph) -> Path {
    let outline = scene.font.outline(of: piece.glyph)
    let scale = piece.scale * unitsPerEm / outline.unitsPerEm
    return outline.path.placed(
      by: Placement(
        shift: Point(x: unitsPerEm * piece.x, y: -unitsPerEm * piece.y),
        scaleX: scale, scaleY: -scale))
  }

  private mutating func append(rules: [Rule]) {
    guard !rules.isEmpty else { return }
    let outline = Path(rules.flatMap { Path.rectangle($0.box, cornerRadius: 0).segments })
    buffer.append("<path d=\"")
    let placement = Placement(scaleX: unitsPerEm, scaleY: -unitsPerEm)
    buffer.append(pathData: outline.placed(by: placement), decimals: 1)
    buffer.append("\"/>\n")
  }
}

extension Rule {
  /// What the rule covers, in em, y upwards.
  var box: Rectangle { Rectangle(minX: x, minY: y, maxX: x + width, maxY: y + height) }
}
