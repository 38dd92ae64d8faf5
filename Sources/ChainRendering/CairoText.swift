import CCairo
import ChainGeometry
import ChainScene
import MathTypesetting

/// Glyphs of one face at one size, in the order in which they are read.
private struct TextRun {
  let face: FaceID
  let scale: Double
  var glyphs: [PlacedGlyph]
}

extension CairoCanvas {
  /// Shows the glyphs of a formula; a face that cannot be opened is drawn as outlines.
  func showGlyphs(of formula: PlacedFormula, font: MathFont) {
    for run in runs(of: formula.layout.glyphs) {
      if let path = font.filePath(of: run.face), let face = ccairo_font_open(path) {
        set(formula.color)
        show(run, of: formula, face)
      } else {
        draw(outlines: run.glyphs, of: formula, font: font)
      }
    }
  }

  private func runs(of glyphs: [PlacedGlyph]) -> [TextRun] {
    var runs: [TextRun] = []
    for glyph in glyphs {
      if let last = runs.last, last.face == glyph.glyph.face, last.scale == glyph.scale {
        runs[runs.count - 1].glyphs.append(glyph)
      } else {
        runs.append(TextRun(face: glyph.glyph.face, scale: glyph.scale, glyphs: [glyph]))
      }
    }
    return runs
  }

  private func show(_ run: TextRun, of formula: PlacedFormula, _ face: OpaquePointer) {
    let em = formula.fontSize
    let glyphs = run.glyphs.map { glyph in
      let place = scale * (formula.origin + Point(x: em * glyph.x, y: -em * glyph.y))
      return ccairo_glyph(index: UInt(glyph.glyph.index), x: place.x, y: place.y)
    }
    let characters = run.glyphs.map { glyph in
      glyph.scalar.map { String(Character($0)).utf8.map(CChar.init(bitPattern:)) } ?? []
    }
    let clusters = characters.map {
      ccairo_cluster(byte_count: Int32($0.count), glyph_count: 1)
    }
    let text = Array(characters.joined())
    ccairo_show_glyphs(
      handle, face, em * run.scale * scale, text, Int32(text.count), glyphs,
      Int32(glyphs.count), clusters, Int32(clusters.count))
  }
}
