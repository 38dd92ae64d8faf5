package import ChainGeometry

/// One of the faces a math font is made of.
package enum FaceID: UInt8, Hashable, Sendable, CaseIterable {
  /// The OpenType math face.
  case math
  /// The face of function names and words.
  case text
  /// The face asked for glyphs that the math face lacks.
  case fallback
}

/// A glyph of a face.
package struct GlyphID: Hashable, Sendable {
  package let face: FaceID
  package let index: UInt32

  package init(face: FaceID, index: UInt32) {
    self.face = face
    self.index = index
  }
}

/// A glyph where it goes: its origin in em from the formula's origin, x to the right, y upwards.
package struct PlacedGlyph: Hashable, Sendable {
  package let glyph: GlyphID
  /// What the glyph stands for, for searchable text; nil for a piece of an assembled delimiter.
  package let scalar: Unicode.Scalar?
  package var x: Double
  package var y: Double
  /// Size relative to the formula's: 1 in text style, about 0.7 in scripts.
  package let scale: Double

  package init(glyph: GlyphID, scalar: Unicode.Scalar?, x: Double, y: Double, scale: Double) {
    self.glyph = glyph
    self.scalar = scalar
    self.x = x
    self.y = y
    self.scale = scale
  }
}

/// A filled bar of a fraction, radical or overline: its lower left corner and size in em, y upwards.
package struct Rule: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package let width: Double
  package let height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// A typeset formula: boxes with baselines, independent of the size it is drawn at.
///
/// All lengths are in em; multiply by the font size in points when drawing. The origin is the left
/// end of the baseline, y upwards. `ink` is what the glyphs and rules really cover, which can stick
/// out of the logical box (an italic 𝑓 does).
package struct MathLayout: Hashable, Sendable {
  package let width: Double
  package let height: Double
  package let depth: Double
  /// In em with y *upwards*: `minY` is the lowest ink, usually negative.
  package let ink: Rectangle
  package let glyphs: [PlacedGlyph]
  package let rules: [Rule]
  /// Delimiters assembled from overlapping pieces: each inner array is drawn as one merged outline.
  package let assemblies: [[PlacedGlyph]]
  /// The formula as one line of plain text, for readers who cannot see it.
  package let text: String
  /// Characters no face could show.
  package let missing: [Unicode.Scalar]

  package init(
    width: Double, height: Double, depth: Double, ink: Rectangle, glyphs: [PlacedGlyph],
    rules: [Rule], assemblies: [[PlacedGlyph]], text: String, missing: [Unicode.Scalar]
  ) {
    self.width = width
    self.height = height
    self.depth = depth
    self.ink = ink
    self.glyphs = glyphs
    self.rules = rules
    self.assemblies = assemblies
    self.text = text
    self.missing = missing
  }
}

/// The outline of a glyph in font units, y upwards; divide by `unitsPerEm` for em.
package struct GlyphOutline: Hashable, Sendable {
  package let path: Path
  package let unitsPerEm: Double

  package init(path: Path, unitsPerEm: Double) {
    self.path = path
    self.unitsPerEm = unitsPerEm
  }
}
