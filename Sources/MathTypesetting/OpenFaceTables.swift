import CHarfBuzz

/// What is read from the tables of a face; the caller keeps the results.
extension OpenFace {
  func readMetrics(of glyph: UInt32) -> GlyphMetrics {
    var extents = hb_glyph_extents_t()
    _ = hb_font_get_glyph_extents(font, glyph, &extents)
    // Extents grow downwards: their height is negative.
    return GlyphMetrics(
      advance: em(hb_font_get_glyph_h_advance(font, glyph)),
      inkLeft: em(extents.x_bearing),
      inkRight: em(extents.x_bearing + extents.width),
      inkTop: em(extents.y_bearing),
      inkBottom: em(extents.y_bearing + extents.height),
      italic: em(hb_ot_math_get_glyph_italics_correction(font, glyph)),
      accentAttachment: em(hb_ot_math_get_glyph_top_accent_attachment(font, glyph)))
  }

  func readVariants(of key: StretchKey) -> [UInt32] {
    let direction = key.direction.harfBuzz
    let total = hb_ot_math_get_glyph_variants(font, key.glyph, direction, 0, nil, nil)
    guard total > 0 else { return [key.glyph] }
    var count = total
    var variants = [hb_ot_math_glyph_variant_t](repeating: .init(), count: Int(total))
    _ = hb_ot_math_get_glyph_variants(font, key.glyph, direction, 0, &count, &variants)
    return variants.prefix(Int(count)).map(\.glyph)
  }

  func readAssembly(of key: StretchKey) -> [GlyphPart] {
    let direction = key.direction.harfBuzz
    let total = hb_ot_math_get_glyph_assembly(font, key.glyph, direction, 0, nil, nil, nil)
    var count = total
    var parts = [hb_ot_math_glyph_part_t](repeating: .init(), count: Int(total))
    _ = hb_ot_math_get_glyph_assembly(font, key.glyph, direction, 0, &count, &parts, nil)
    return parts.prefix(Int(count)).map { part in
      GlyphPart(
        glyph: part.glyph, startConnector: em(part.start_connector_length),
        endConnector: em(part.end_connector_length), fullAdvance: em(part.full_advance),
        isExtender: part.flags.rawValue & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER.rawValue != 0)
    }
  }

  mutating func scriptForm(of glyph: UInt32, order: Int) -> UInt32 {
    let lookups = scriptLookups ?? readScriptLookups()
    scriptLookups = lookups
    for lookup in lookups {
      var count: UInt32 = 4
      var alternates: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
      let total = withUnsafeMutableBytes(of: &alternates) { bytes in
        hb_ot_layout_lookup_get_glyph_alternates(
          face, lookup, glyph, 0, &count, bytes.assumingMemoryBound(to: UInt32.self).baseAddress)
      }
      guard total > 0, count > 0 else { continue }
      return order > 0 && count > 1 ? alternates.1 : alternates.0
    }
    return glyph
  }

  /// The substitutions of the `ssty` feature.
  private func readScriptLookups() -> [UInt32] {
    let table = tag("GSUB")
    let scripts = [tag("math"), tag("DFLT"), tag("latn")]
    let defaultLanguage: UInt32 = 0xFFFF
    var script: UInt32 = 0
    var feature: UInt32 = 0
    _ = hb_ot_layout_table_select_script(
      face, table, UInt32(scripts.count), scripts, &script, nil)
    guard
      hb_ot_layout_language_find_feature(
        face, table, script, defaultLanguage, tag("ssty"), &feature) != 0
    else { return [] }
    var count: UInt32 = 16
    var lookups = [UInt32](repeating: 0, count: Int(count))
    _ = hb_ot_layout_feature_get_lookups(face, table, feature, 0, &count, &lookups)
    return Array(lookups.prefix(Int(count)))
  }

  func name(_ id: FontName) -> String? {
    let language = hb_language_from_string("en", -1)
    var capacity: UInt32 = 256
    var bytes = [CChar](repeating: 0, count: Int(capacity))
    let length = hb_ot_name_get_utf8(face, id.rawValue, language, &capacity, &bytes)
    guard length > 0 else { return nil }
    return String(decoding: bytes.prefix(Int(capacity)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func table(_ name: String) -> [UInt8] {
    let blob = hb_face_reference_table(face, name.utf8.reduce(0) { $0 << 8 | hb_tag_t($1) })
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &length) else { return [] }
    return UnsafeRawBufferPointer(start: start, count: Int(length)).map(\.self)
  }

  private func tag(_ name: StaticString) -> hb_tag_t {
    name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | hb_tag_t($1) } }
  }
}
