import CHarfBuzz

/// An opened font file: owns HarfBuzz's face and font, in font units so that nothing is rounded.
struct OpenFace: ~Copyable {
  let face: OpaquePointer
  let font: OpaquePointer
  let unitsPerEm: Double
  var metrics: [UInt32: GlyphMetrics] = [:]
  var glyphs: [Unicode.Scalar: UInt32] = [:]
  var variants: [StretchKey: [UInt32]] = [:]
  var assemblies: [StretchKey: [GlyphPart]] = [:]
  var outlines: [UInt32: GlyphOutline] = [:]
  var scriptLookups: [UInt32]?

  /// Nil when the file cannot be read or holds no font.
  init?(path: String) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { return nil }
    // The face keeps a reference of its own.
    let opened = hb_face_create(blob, 0)
    hb_blob_destroy(blob)
    guard let opened, hb_face_get_glyph_count(opened) > 0, let sized = hb_font_create(opened) else {
      hb_face_destroy(opened)
      return nil
    }
    let units = Int32(clamping: hb_face_get_upem(opened))
    hb_ot_font_set_funcs(sized)
    hb_font_set_scale(sized, units, units)
    hb_font_make_immutable(sized)
    face = opened
    font = sized
    unitsPerEm = Double(units)
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// A length of the font's, in em.
  func em(_ length: Int32) -> Double { Double(length) / unitsPerEm }
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

  var harfBuzz: hb_direction_t {
    switch self {
    case .vertical: HB_DIRECTION_TTB
    case .horizontal: HB_DIRECTION_LTR
    }
  }
}

struct StretchKey: Hashable {
  let glyph: UInt32
  let direction: StretchDirection
}

/// The corners of a glyph where scripts are attached.
enum KernCorner {
  case topRight, bottomRight, topLeft, bottomLeft

  var harfBuzz: hb_ot_math_kern_t {
    switch self {
    case .topRight: HB_OT_MATH_KERN_TOP_RIGHT
    case .bottomRight: HB_OT_MATH_KERN_BOTTOM_RIGHT
    case .topLeft: HB_OT_MATH_KERN_TOP_LEFT
    case .bottomLeft: HB_OT_MATH_KERN_BOTTOM_LEFT
    }
  }
}
