import ChainGeometry
import ChainScene
import MathTypesetting

/// Rectangular glyphs: face and index decide the width; index 0 has no ink.
let sampleFont = MathFont { glyph in
  guard glyph.index > 0 else { return GlyphOutline(path: Path(), unitsPerEm: 1000) }
  let unitsPerEm = glyph.face == .fallback ? 2048.0 : 1000
  let width = 100 * Double(glyph.index)
  return GlyphOutline(
    path: Path([
      .move(Point(x: 0, y: 0)), .line(Point(x: width, y: 0)), .line(Point(x: width, y: 700)),
      .cubic(Point(x: width, y: 750), Point(x: 0, y: 750), Point(x: 0, y: 700)), .close,
    ]), unitsPerEm: unitsPerEm)
}

let black = Color(hex: 0x000000)
let red = Color(hex: 0xFF0000)
let blue = Color(hex: 0x0000FF)

func scene(
  _ elements: [SceneElement] = [], size: Size = Size(width: 40, height: 20),
  background: Color? = Color(hex: 0xFFFFFF), title: String = "", description: String = "",
  metadata: String = ""
) -> Scene {
  Scene(
    size: size, background: background, title: title, description: description,
    metadata: metadata, elements: elements, font: sampleFont)
}

func glyph(
  _ index: UInt32, face: FaceID = .math, x: Double = 0, y: Double = 0, scale: Double = 1
) -> PlacedGlyph {
  PlacedGlyph(
    glyph: GlyphID(face: face, index: index), scalar: "x", x: x, y: y, scale: scale)
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

/// Every kind of element once, and formulas of every kind of part.
let everything = scene(
  [
    .group(
      SceneGroup(
        role: .node, text: "x is an input",
        elements: [
          .ellipse(
            Rectangle(minX: 2, minY: 2, maxX: 38, maxY: 18),
            stroke: Stroke(color: blue, width: 1.5, dash: [3, 1.25]), fill: nil),
          formula([
            glyph(3), glyph(2, x: 0.3, y: 0.4, scale: 0.7), glyph(3, x: 0.8),
            glyph(1, face: .fallback, x: 1.2),
          ]),
        ])),
    .group(
      SceneGroup(
        role: .panel, text: "",
        elements: [
          formula(
            [glyph(0), glyph(4, face: .text)], rules: [Rule(x: 0, y: 0.25, width: 1, height: 0.04)],
            assemblies: [[glyph(1), glyph(1, y: 0.6)]], text: "a < b & \"c\"")
        ])),
    .path(
      Path([.move(Point(x: 0, y: 0)), .line(Point(x: -0.001, y: 5)), .close]), stroke: nil,
      fill: Color(red: 1, green: 2, blue: 255, alpha: 0.5)),
    .rectangle(
      Rectangle(minX: 1, minY: 1, maxX: 9, maxY: 5), cornerRadius: 2,
      stroke: Stroke(color: red, width: 1), fill: black),
  ], title: "f < g & h", description: "One \"node\".\nTwo.", metadata: "checked at 3 points")
