import ChainGeometry

/// An opened font file with what has been read of it, in font units so that nothing is rounded.
struct OpenFace: ~Copyable {
  private let file: FontFile
  let unitsPerEm: Double
  let math: MathTable
  var metrics: [UInt32: GlyphMetrics] = [:]
  var variants: [StretchKey: [UInt32]] = [:]
  var assemblies: [StretchKey: [GlyphPart]] = [:]
  private let characters: CharacterMap
  private let advances: FontTable
  private let advanceCount: Int
  private let compact: CompactOutlines?
  private let trueType: TrueTypeOutlines?
  private var glyphs: [Unicode.Scalar: UInt32] = [:]
  private var drawings: [UInt32: (outline: GlyphOutline, box: Rectangle?)] = [:]
  private var scriptLookups: [LayoutLookup]?
  private var kernings: [(script: Int, kerning: Kerning)] = []

  /// Nil when the file cannot be read or holds no font with outlines.
  init?(path: String) {
    guard let file = FontFile(path: path) else { return nil }
    let head = file.table("head")
    let compact = CompactOutlines(file.table("CFF "))
    let trueType = TrueTypeOutlines(glyf: file.table("glyf"), loca: file.table("loca"), head: head)
    guard head.u16(18) > 0, compact != nil || trueType != nil else { return nil }
    self.compact = compact
    self.trueType = trueType
    unitsPerEm = Double(head.u16(18))
    advances = file.table("hmtx")
    advanceCount = file.table("hhea").u16(34)
    characters = CharacterMap(file.table("cmap"))
    math = MathTable(file.table("MATH"))
    self.file = file
  }

  /// A length of the font's, in em.
  func em(_ length: Int) -> Double { Double(length) / unitsPerEm }

  /// 0 for a character that the font lacks.
  mutating func glyph(for scalar: Unicode.Scalar) -> UInt32 {
    if let known = glyphs[scalar] { return known }
    let glyph = characters.glyph(for: scalar)
    glyphs[scalar] = glyph
    return glyph
  }

  func table(_ name: StaticString) -> [UInt8] { file.table(name).contents }

  func name(_ name: FontName) -> String? { NameTable(file.table("name"))[name] }

  /// The width of a glyph.
  func advance(of glyph: UInt32) -> Int {
    advances.u16(4 * min(Int(glyph), advanceCount - 1))
  }

  private func leftBearing(of glyph: UInt32) -> Int {
    let beyond = Int(glyph) - advanceCount
    return beyond < 0
      ? advances.i16(4 * Int(glyph) + 2) : advances.i16(4 * advanceCount + 2 * beyond)
  }

  mutating func readMetrics(of glyph: UInt32) -> GlyphMetrics {
    let box = box(of: glyph)
    let advance = advance(of: glyph)
    return GlyphMetrics(
      advance: em(advance),
      inkLeft: (box?.minX ?? 0) / unitsPerEm, inkRight: (box?.maxX ?? 0) / unitsPerEm,
      inkTop: (box?.maxY ?? 0) / unitsPerEm, inkBottom: (box?.minY ?? 0) / unitsPerEm,
      italic: em(math.italicsCorrection(of: glyph)),
      accentAttachment: em(math.accentAttachment(of: glyph) ?? advance / 2))
  }

  private mutating func box(of glyph: UInt32) -> Rectangle? {
    trueType.map { $0.box(of: glyph, leftBearing: leftBearing(of: glyph)) }
      ?? drawing(of: glyph).box
  }

  mutating func outline(of glyph: UInt32) -> GlyphOutline { drawing(of: glyph).outline }

  /// A glyph that is measured is mostly drawn as well, so it is read once for both.
  private mutating func drawing(of glyph: UInt32) -> (outline: GlyphOutline, box: Rectangle?) {
    if let known = drawings[glyph] { return known }
    var pen = GlyphPen()
    compact?.draw(glyph, with: &pen)
    trueType?.draw(glyph, leftBearing: leftBearing(of: glyph), with: &pen)
    let outline = GlyphOutline(path: Path(pen.segments), unitsPerEm: unitsPerEm)
    drawings[glyph] = (outline, pen.box)
    return (outline, pen.box)
  }

  func readVariants(of key: StretchKey) -> [UInt32] {
    let variants = math.variants(of: key)
    return variants.isEmpty ? [key.glyph] : variants
  }

  func readAssembly(of key: StretchKey) -> [GlyphPart] {
    math.parts(of: key).map { part in
      GlyphPart(
        glyph: part.glyph, startConnector: em(part.start), endConnector: em(part.end),
        fullAdvance: em(part.full), isExtender: part.flags & 1 != 0)
    }
  }

  mutating func scriptForm(of glyph: UInt32, order: Int) -> UInt32 {
    let lookups = scriptLookups ?? readScriptLookups()
    scriptLookups = lookups
    for lookup in lookups {
      let alternates = lookup.alternates(of: glyph)
      if let first = alternates.first {
        return order > 0 && alternates.count > 1 ? alternates[1] : first
      }
    }
    return glyph
  }

  private func readScriptLookups() -> [LayoutLookup] {
    LayoutTable(substitutions: file.table("GSUB"))
      .lookups("ssty", scripts: [tag("math"), tag("DFLT"), tag("latn")])
  }

  /// The kerning of a script by its tag, read once.
  mutating func kerning(of script: Int) -> Kerning {
    if let known = kernings.first(where: { $0.script == script }) { return known.kerning }
    let scripts = [script, tag("DFLT"), tag("dflt"), tag("latn")]
    let kerning = Kerning(
      positions: file.table("GPOS"), kern: file.table("kern"), scripts: scripts)
    kernings.append((script, kerning))
    return kerning
  }
}

/// What layout needs of a glyph, in em, y upwards.
struct GlyphMetrics {
  let advance: Double
  let inkLeft: Double
  let inkRight: Double
  let inkTop: Double
  let inkBottom: Double
  /// How far the slanted top sticks out to the right of the advance.
  let italic: Double
  /// Where an accent's own attachment goes.
  let accentAttachment: Double

  var inkHeight: Double { inkTop - inkBottom }
}

enum StretchDirection: Hashable {
  case vertical, horizontal
}

struct StretchKey: Hashable {
  let glyph: UInt32
  let direction: StretchDirection
}

/// The corners of a glyph where scripts are attached, in the order of the table `MATH`.
enum KernCorner: Int {
  case topRight, topLeft, bottomRight, bottomLeft
}
