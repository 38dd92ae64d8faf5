import ChainGeometry
import ChainScene
import MathTypesetting

/// A straight edge of a polygon, in pixels, y downwards.
struct Edge {
  var x0: Float
  var y0: Float
  var x1: Float
  var y1: Float
}

/// Polygons filled with one colour, in pixels.
///
/// Polygons that run the same way round may overlap and count once; those that run against the
/// others are holes.
struct FilledShape {
  let color: Color
  private(set) var edges: [Edge] = []
  private(set) var minX = Float.infinity
  private(set) var minY = Float.infinity
  private(set) var maxX = -Float.infinity
  private(set) var maxY = -Float.infinity

  init(_ color: Color) {
    self.color = color
  }

  mutating func append(_ polygon: [Point]) {
    guard var last = polygon.last else { return }
    for point in polygon {
      edges.append(
        Edge(x0: Float(last.x), y0: Float(last.y), x1: Float(point.x), y1: Float(point.y)))
      minX = min(minX, Float(point.x))
      maxX = max(maxX, Float(point.x))
      minY = min(minY, Float(point.y))
      maxY = max(maxY, Float(point.y))
      last = point
    }
  }
}

// MARK: Scenes

/// Elements of a scene as shapes in pixels, later ones above earlier ones.
struct ShapeList {
  private(set) var shapes: [FilledShape] = []
  /// Pixels in a point of the scene.
  let scale: Double
  let font: MathFont

  init(_ scene: Scene, scale: Double) {
    self.scale = scale
    font = scene.font
    append(scene.elements)
  }

  private mutating func append(_ elements: [SceneElement]) {
    for element in elements {
      switch element {
      case .path(let path, let stroke, let fill):
        append(path, stroke: stroke, fill: fill)
      case .rectangle(let box, let radius, let stroke, let fill):
        append(.rectangle(box, cornerRadius: radius), stroke: stroke, fill: fill)
      case .ellipse(let box, let stroke, let fill):
        append(.ellipse(in: box), stroke: stroke, fill: fill)
      case .formula(let formula):
        append(formula)
      case .group(let group):
        append(group.elements)
      }
    }
  }

  private mutating func append(_ path: Path, stroke: Stroke?, fill: Color?) {
    let pieces = path.polylines { scale * $0 }
    if let fill {
      var shape = FilledShape(fill)
      for piece in pieces { shape.append(piece.points) }
      shapes.append(shape)
    }
    if let stroke {
      var shape = FilledShape(stroke.color)
      let dash = stroke.dash.map { $0 * scale }
      for piece in dash.isEmpty ? pieces : pieces.flatMap({ $0.dashed(dash) }) {
        for polygon in piece.outline(width: stroke.width * scale) { shape.append(polygon) }
      }
      shapes.append(shape)
    }
  }

  private mutating func append(_ formula: PlacedFormula) {
    for glyph in formula.layout.glyphs { append([glyph], of: formula) }
    // The pieces of a delimiter overlap; as one shape they show no seam, even if translucent.
    for assembly in formula.layout.assemblies { append(assembly, of: formula) }
    let em = formula.fontSize
    let placement = Placement(shift: formula.origin, scaleX: em, scaleY: -em)
    for rule in formula.layout.rules {
      var shape = FilledShape(formula.color)
      for piece in Path.rectangle(rule.box, cornerRadius: 0).polylines({ scale * placement($0) }) {
        shape.append(piece.points)
      }
      shapes.append(shape)
    }
  }

  private mutating func append(_ glyphs: [PlacedGlyph], of formula: PlacedFormula) {
    let em = formula.fontSize
    var shape = FilledShape(formula.color)
    for glyph in glyphs {
      let outline = font.outline(of: glyph.glyph)
      let unit = em * glyph.scale / outline.unitsPerEm
      let placement = Placement(
        shift: formula.origin + Point(x: em * glyph.x, y: -em * glyph.y), scaleX: unit,
        scaleY: -unit)
      for piece in outline.path.polylines({ scale * placement($0) }) { shape.append(piece.points) }
    }
    shapes.append(shape)
  }
}
