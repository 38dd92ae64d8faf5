import CHarfBuzz
import ChainGeometry

extension OpenFace {
  /// Words as glyphs with kerning, left to right.
  ///
  /// Ligatures stay off, so that each glyph stands for one character of a searchable text.
  func shape(_ text: String) -> [ShapedGlyph] {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    let utf8 = Array(text.utf8)
    let length = Int32(clamping: utf8.count)
    utf8.withUnsafeBytes { bytes in
      hb_buffer_add_utf8(
        buffer, bytes.assumingMemoryBound(to: CChar.self).baseAddress, length, 0, length)
    }
    hb_buffer_guess_segment_properties(buffer)
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    var ligatures = hb_feature_t()
    _ = hb_feature_from_string("-liga", -1, &ligatures)
    hb_shape(font, buffer, &ligatures, 1)
    return shapedGlyphs(of: buffer, scalars: scalarsByOffset(text))
  }

  private func shapedGlyphs(
    of buffer: OpaquePointer?, scalars: [Unicode.Scalar?]
  ) -> [ShapedGlyph] {
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return [] }
    return (0..<Int(count)).map { index in
      let cluster = Int(infos[index].cluster)
      let position = positions[index]
      return ShapedGlyph(
        glyph: infos[index].codepoint,
        scalar: cluster < scalars.count ? scalars[cluster] : nil,
        advance: em(position.x_advance), xOffset: em(position.x_offset),
        yOffset: em(position.y_offset))
    }
  }

  /// For each byte of the text the character that begins there.
  private func scalarsByOffset(_ text: String) -> [Unicode.Scalar?] {
    text.unicodeScalars.flatMap { scalar in
      [scalar] + [Unicode.Scalar?](repeating: nil, count: UTF8.width(scalar) - 1)
    }
  }

  func readOutline(of glyph: UInt32) -> GlyphOutline {
    let pen = hb_draw_funcs_create()
    defer { hb_draw_funcs_destroy(pen) }
    hb_draw_funcs_set_move_to_func(
      pen, { _, data, _, x, y, _ in OutlineRecorder.at(data) { $0.move(x, y) } }, nil, nil)
    hb_draw_funcs_set_line_to_func(
      pen, { _, data, _, x, y, _ in OutlineRecorder.at(data) { $0.line(x, y) } }, nil, nil)
    hb_draw_funcs_set_quadratic_to_func(
      pen,
      { _, data, _, cx, cy, x, y, _ in OutlineRecorder.at(data) { $0.quadratic(cx, cy, x, y) } },
      nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      pen,
      { _, data, _, ax, ay, bx, by, x, y, _ in
        OutlineRecorder.at(data) { $0.cubic(ax, ay, bx, by, x, y) }
      }, nil, nil)
    hb_draw_funcs_set_close_path_func(
      pen, { _, data, _, _ in OutlineRecorder.at(data) { $0.close() } }, nil, nil)
    var recorder = OutlineRecorder()
    withUnsafeMutablePointer(to: &recorder) { chaingraph_hb_draw_glyph(font, glyph, pen, $0) }
    return GlyphOutline(path: Path(recorder.segments), unitsPerEm: unitsPerEm)
  }
}

/// Collects what HarfBuzz draws, all curves as cubics.
private struct OutlineRecorder {
  var segments: [Path.Segment] = []
  private var current = Point(x: 0, y: 0)

  /// The recorder that a callback's data points to: valid as long as the drawing call lasts.
  static func at(_ data: UnsafeMutableRawPointer?, _ record: (inout OutlineRecorder) -> Void) {
    guard let data else { return }
    record(&data.assumingMemoryBound(to: OutlineRecorder.self).pointee)
  }

  mutating func move(_ x: Float, _ y: Float) {
    current = Point(x: Double(x), y: Double(y))
    segments.append(.move(current))
  }

  mutating func line(_ x: Float, _ y: Float) {
    current = Point(x: Double(x), y: Double(y))
    segments.append(.line(current))
  }

  /// A parabola as a cubic: its control points lie two thirds of the way to the middle one.
  mutating func quadratic(_ cx: Float, _ cy: Float, _ x: Float, _ y: Float) {
    let control = Point(x: Double(cx), y: Double(cy))
    let end = Point(x: Double(x), y: Double(y))
    let first = current + (2.0 / 3) * (control - current)
    let second = end + (2.0 / 3) * (control - end)
    segments.append(.cubic(first, second, end))
    current = end
  }

  mutating func cubic(_ ax: Float, _ ay: Float, _ bx: Float, _ by: Float, _ x: Float, _ y: Float) {
    current = Point(x: Double(x), y: Double(y))
    segments.append(
      .cubic(
        Point(x: Double(ax), y: Double(ay)), Point(x: Double(bx), y: Double(by)), current))
  }

  mutating func close() {
    segments.append(.close)
  }
}
