import ChainGeometry
import ChainScene
import MathTypesetting
import Synchronization

/// The outlines that the formulas of a scene need, each formatted once.
struct GlyphTable {
  struct Entry {
    let unitsPerEm: Double
    /// Path data in font units, y downwards; empty for a glyph without ink.
    let pathData: [UInt8]
  }

  private(set) var entries: [Entry] = []
  private var numbers: [GlyphID: Int] = [:]

  /// Numbers the glyphs in the order in which the scene first uses them.
  init(_ scene: Scene) {
    collect(from: scene.elements, font: scene.font)
  }

  /// The place among `entries` of a glyph of the scene that stands in no assembly.
  func number(of glyph: GlyphID) -> Int? { numbers[glyph] }

  private mutating func collect(from elements: [SceneElement], font: MathFont) {
    for element in elements {
      switch element {
      case .formula(let formula):
        for placed in formula.layout.glyphs { collect(placed.glyph, font: font) }
      case .group(let group): collect(from: group.elements, font: font)
      case .path, .rectangle, .ellipse: continue
      }
    }
  }

  private mutating func collect(_ glyph: GlyphID, font: MathFont) {
    guard numbers[glyph] == nil else { return }
    numbers[glyph] = entries.count
    entries.append(Self.entry(of: glyph, font))
  }

  /// Fonts live as long as the process, and so do their formatted outlines, for the figures to come.
  private static let known = Mutex<[ObjectIdentifier: [GlyphID: Entry]]>([:])

  private static func entry(of glyph: GlyphID, _ font: MathFont) -> Entry {
    known.withLock { fonts in
      if let entry = fonts[ObjectIdentifier(font)]?[glyph] { return entry }
      let outline = font.outline(of: glyph)
      var data = MarkupBuffer()
      // Fonts have y upwards, SVG downwards. Font units are whole numbers.
      data.append(pathData: outline.path.placed(by: Placement(scaleY: -1)), decimals: 0)
      let entry = Entry(unitsPerEm: outline.unitsPerEm, pathData: data.bytes)
      fonts[ObjectIdentifier(font), default: [:]][glyph] = entry
      return entry
    }
  }
}
