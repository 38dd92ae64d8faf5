import ChainGeometry
import ChainRendering
import ChainScene
import MathTypesetting
import Testing

/// The default font, which the scripts of the project install.
let font = Result { try MathFont.load() }

/// A glyph of the math face by its character.
func glyphID(_ character: Unicode.Scalar) throws -> GlyphID {
  let layout = try font.get().layout(.ordinary(character))
  return try #require(layout.glyphs.first).glyph
}

/// What a glyph covers, in em from its origin, y upwards.
func inkBox(of glyph: GlyphID) throws -> Rectangle {
  let outline = try font.get().outline(of: glyph)
  let points = outline.path.segments.flatMap { segment in
    switch segment {
    case .move(let end), .line(let end), .cubic(_, _, let end): [end]
    case .close: [] as [Point]
    }
  }
  let units = outline.unitsPerEm
  return Rectangle(
    minX: try #require(points.map(\.x).min()) / units,
    minY: try #require(points.map(\.y).min()) / units,
    maxX: try #require(points.map(\.x).max()) / units,
    maxY: try #require(points.map(\.y).max()) / units)
}

/// The data a document holds for a glyph: font units, y downwards.
func pathData(of glyph: GlyphID) throws -> String {
  var buffer = MarkupBuffer()
  let outline = try font.get().outline(of: glyph)
  buffer.append(pathData: outline.path.placed(by: Placement(scaleY: -1)), decimals: 0)
  return String(decoding: buffer.bytes, as: UTF8.self)
}

let black = Color(hex: 0x000000)
let red = Color(hex: 0xFF0000)
let blue = Color(hex: 0x0000FF)

func scene(
  _ elements: [SceneElement] = [], size: Size = Size(width: 40, height: 20),
  background: Color? = Color(hex: 0xFFFFFF), title: String = "", description: String = "",
  metadata: String = ""
) throws -> Scene {
  try Scene(
    size: size, background: background, title: title, description: description,
    metadata: metadata, elements: elements, font: font.get())
}

func glyph(
  _ character: Unicode.Scalar, x: Double = 0, y: Double = 0, scale: Double = 1
) throws -> PlacedGlyph {
  PlacedGlyph(glyph: try glyphID(character), scalar: character, x: x, y: y, scale: scale)
}

func formula(
  _ glyphs: [PlacedGlyph], rules: [Rule] = [], assemblies: [[PlacedGlyph]] = [],
  text: String = "", origin: Point = Point(x: 10, y: 15), fontSize: Double = 10,
  color: Color = black
) -> SceneElement {
  .formula(
    PlacedFormula(
      layout: MathLayout(
        width: 1, height: 1, depth: 0, ink: Rectangle(minX: 0, minY: 0, maxX: 1, maxY: 1),
        glyphs: glyphs, rules: rules, assemblies: assemblies, text: text, missing: []),
      origin: origin, fontSize: fontSize, color: color))
}

func typeset(_ tex: String) throws -> SceneElement {
  let layout = try font.get().layout(readTeX(tex).formula, style: .display)
  return .formula(
    PlacedFormula(layout: layout, origin: Point(x: 5, y: 12), fontSize: 10, color: black))
}

/// Every kind of element once, and formulas of every kind of part.
func everything() throws -> Scene {
  try scene(
    [
      .group(
        SceneGroup(
          role: .node, text: "x is an input",
          elements: [
            .ellipse(
              Rectangle(minX: 2, minY: 2, maxX: 38, maxY: 18),
              stroke: Stroke(color: blue, width: 1.5, dash: [3, 1.25]), fill: nil),
            typeset("x_1^2 + \\sin t"),
          ])),
      .group(
        SceneGroup(
          role: .panel, text: "",
          elements: [typeset("\\frac{\\partial f}{\\partial x} < \\sqrt{x}"), tallBrackets()])),
      .path(
        Path([.move(Point(x: 0, y: 0)), .line(Point(x: -0.001, y: 5)), .close]), stroke: nil,
        fill: Color(red: 1, green: 2, blue: 255, alpha: 0.5)),
      .rectangle(
        Rectangle(minX: 1, minY: 1, maxX: 9, maxY: 5), cornerRadius: 2,
        stroke: Stroke(color: red, width: 1), fill: black),
    ], title: "f < g & h", description: "One \"node\".\nTwo.", metadata: "checked at 3 points")
}

/// Brackets so tall that the font assembles them from pieces.
private func tallBrackets() throws -> SceneElement {
  try typeset("\\begin{bmatrix}" + String(repeating: "x \\\\ ", count: 9) + "y\\end{bmatrix}")
}
