import CCairo
import ChainGeometry
import ChainScene
import MathTypesetting

/// A drawing into a document that ends with the value's life.
struct CairoCanvas: ~Copyable {
  let handle: OpaquePointer
  /// Points of the document in a point of the scene.
  let scale: Double

  /// Takes over a canvas that was made before.
  init(handle: OpaquePointer, scale: Double) {
    self.handle = handle
    self.scale = scale
  }

  deinit {
    _ = ccairo_canvas_finish(handle)
  }

  /// Completes the drawing, or says in Cairo's words what went wrong.
  consuming func finish() -> String? {
    let status = ccairo_canvas_finish(handle)
    discard self
    return status == 0 ? nil : String(cString: ccairo_status_text(status))
  }

  func paint(_ color: Color) {
    set(color)
    ccairo_paint(handle)
  }

  /// Fills a path by the nonzero rule, then strokes it; `placement` takes its points to scene points.
  func draw(_ path: Path, placement: Placement = Placement(), stroke: Stroke?, fill: Color?) {
    add(path, placement: placement)
    if let fill {
      set(fill)
      ccairo_fill(handle)
    }
    if let stroke {
      set(stroke.color)
      let dash = stroke.dash.map { $0 * scale }
      ccairo_stroke(handle, stroke.width * scale, dash, Int32(dash.count))
    }
    ccairo_new_path(handle)
  }

  private func add(_ path: Path, placement: Placement) {
    for segment in path.segments {
      switch segment {
      case .move(let point):
        let end = scale * placement(point)
        ccairo_move_to(handle, end.x, end.y)
      case .line(let point):
        let end = scale * placement(point)
        ccairo_line_to(handle, end.x, end.y)
      case .cubic(let control1, let control2, let point):
        let a = scale * placement(control1)
        let b = scale * placement(control2)
        let end = scale * placement(point)
        ccairo_curve_to(handle, a.x, a.y, b.x, b.y, end.x, end.y)
      case .close:
        ccairo_close_path(handle)
      }
    }
  }

  func set(_ color: Color) {
    ccairo_set_color(
      handle, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255,
      color.alpha)
  }
}

// MARK: Scenes

extension CairoCanvas {
  func draw(_ elements: [SceneElement], font: MathFont) {
    for element in elements {
      switch element {
      case .path(let path, let stroke, let fill):
        draw(path, stroke: stroke, fill: fill)
      case .rectangle(let box, let radius, let stroke, let fill):
        draw(.rectangle(box, cornerRadius: radius), stroke: stroke, fill: fill)
      case .ellipse(let box, let stroke, let fill):
        draw(.ellipse(in: box), stroke: stroke, fill: fill)
      case .formula(let formula):
        draw(formula, font: font)
      case .group(let group):
        draw(group.elements, font: font)
      }
    }
  }

  private func draw(_ formula: PlacedFormula, font: MathFont) {
    showGlyphs(of: formula, font: font)
    for assembly in formula.layout.assemblies {
      draw(outlines: assembly, of: formula, font: font)
    }
    let em = formula.fontSize
    let placement = Placement(shift: formula.origin, scaleX: em, scaleY: -em)
    let rules = Path(
      formula.layout.rules.flatMap { Path.rectangle($0.box, cornerRadius: 0).segments })
    draw(rules, placement: placement, stroke: nil, fill: formula.color)
  }

  /// Glyphs as one path, which is filled faster than many; the pieces of a delimiter overlap and
  /// show no seam then, even if translucent.
  func draw(outlines glyphs: [PlacedGlyph], of formula: PlacedFormula, font: MathFont) {
    for piece in glyphs {
      let outline = font.outline(of: piece.glyph)
      add(outline.path, placement: placement(of: piece, in: formula, outline: outline))
    }
    set(formula.color)
    ccairo_fill(handle)
    ccairo_new_path(handle)
  }

  private func placement(
    of glyph: PlacedGlyph, in formula: PlacedFormula, outline: GlyphOutline
  ) -> Placement {
    let em = formula.fontSize
    let unit = em * glyph.scale / outline.unitsPerEm
    return Placement(
      shift: formula.origin + Point(x: em * glyph.x, y: -em * glyph.y),
      scaleX: unit, scaleY: -unit)
  }
}
