import Synchronization

/// A face of a font file.
///
/// Metrics are read when first asked for and kept; safe from any thread.
final class FontFace: Sendable {
  let path: String
  let unitsPerEm: Double
  let hasMath: Bool
  private let state: Mutex<OpenFace>

  /// The files of all faces opened so far, in order.
  static let openedPaths = Mutex<[String]>([])

  /// Maps the file into memory; nil when it cannot be read or holds no font with outlines.
  init?(path: String) {
    guard let opened = OpenFace(path: path) else { return nil }
    Self.openedPaths.withLock { $0.append(path) }
    self.path = path
    unitsPerEm = opened.unitsPerEm
    hasMath = !opened.math.isEmpty
    state = Mutex(opened)
  }

  func glyph(for scalar: Unicode.Scalar) -> UInt32? {
    let glyph = state.withLock { $0.glyph(for: scalar) }
    return glyph == 0 ? nil : glyph
  }

  func metrics(of glyph: UInt32) -> GlyphMetrics {
    state.withLock { open in
      if let known = open.metrics[glyph] { return known }
      let read = open.readMetrics(of: glyph)
      open.metrics[glyph] = read
      return read
    }
  }

  /// Larger forms, smallest first; the glyph itself alone if the font has none.
  func variants(of glyph: UInt32, _ direction: StretchDirection) -> [UInt32] {
    let key = StretchKey(glyph: glyph, direction: direction)
    return state.withLock { open in
      if let known = open.variants[key] { return known }
      let read = open.readVariants(of: key)
      open.variants[key] = read
      return read
    }
  }

  /// Pieces from bottom to top or left to right; empty if the font has none.
  func assembly(of glyph: UInt32, _ direction: StretchDirection) -> [GlyphPart] {
    let key = StretchKey(glyph: glyph, direction: direction)
    return state.withLock { open in
      if let known = open.assemblies[key] { return known }
      let read = open.readAssembly(of: key)
      open.assemblies[key] = read
      return read
    }
  }

  func minimumOverlap() -> Double { state.withLock { $0.em($0.math.minimumOverlap) } }

  /// The form of a glyph drawn for scripts (`order` 0) or scripts of scripts (1); else itself.
  func scriptForm(of glyph: UInt32, order: Int) -> UInt32 {
    state.withLock { $0.scriptForm(of: glyph, order: order) }
  }

  /// Cut-in at a corner of a glyph, at a height in em; negative moves closer.
  func kern(of glyph: UInt32, _ corner: KernCorner, atHeight height: Double) -> Double {
    state.withLock { open in
      let level = Int((height * open.unitsPerEm).rounded())
      return open.em(open.math.kern(of: glyph, corner, atHeight: level))
    }
  }

  /// A constant of the MATH table as the font has it: a percentage, or font units.
  func constant(_ index: Int) -> Int { state.withLock { $0.math.constant(index) } }

  func outline(of glyph: UInt32) -> GlyphOutline {
    state.withLock { $0.outline(of: glyph) }
  }

  func shape(_ text: String) -> [ShapedGlyph] {
    state.withLock { $0.shape(text, path: path) }
  }

  /// The bytes of a table by its name of four letters; empty if the font has none.
  func table(_ name: StaticString) -> [UInt8] { state.withLock { $0.table(name) } }

  func name(_ name: FontName) -> String? { state.withLock { $0.name(name) } }
}
