package import ChainGeometry
package import MathTypesetting

/// A colour with opacity, all between 0 and 1, in sRGB.
package struct Color: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8
  package let alpha: Double

  package init(red: UInt8, green: UInt8, blue: UInt8, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// `0xRRGGBB`, opaque.
  package init(hex: UInt32) {
    self.init(
      red: UInt8(hex >> 16 & 0xFF), green: UInt8(hex >> 8 & 0xFF), blue: UInt8(hex & 0xFF))
  }
}

/// How a line is drawn; lengths in points.
package struct Stroke: Hashable, Sendable {
  package var color: Color
  package var width: Double
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  package var dash: [Double]

  package init(color: Color, width: Double, dash: [Double] = []) {
    self.color = color
    self.width = width
    self.dash = dash
  }
}

/// A formula placed on the canvas: the left end of its baseline, its font size in points.
package struct PlacedFormula: Hashable, Sendable {
  package var layout: MathLayout
  package var origin: Point
  package var fontSize: Double
  package var color: Color

  package init(layout: MathLayout, origin: Point, fontSize: Double, color: Color) {
    self.layout = layout
    self.origin = origin
    self.fontSize = fontSize
    self.color = color
  }
}

/// What a group of primitives stands for; the formats that can, say it.
package enum SceneRole: String, Hashable, Sendable, CaseIterable {
  case header, node, edge, label, panel, note
}

/// A piece of the picture that has a meaning, with the sentence that says it.
package struct SceneGroup: Hashable, Sendable {
  package var role: SceneRole
  /// What a reader who cannot see the picture is told; empty if the parent says it all.
  package var text: String
  package var elements: [SceneElement]

  package init(role: SceneRole, text: String, elements: [SceneElement]) {
    self.role = role
    self.text = text
    self.elements = elements
  }
}

/// A drawing primitive or a group of them, later ones above earlier ones.
package indirect enum SceneElement: Hashable, Sendable {
  case path(Path, stroke: Stroke?, fill: Color?)
  case rectangle(Rectangle, cornerRadius: Double, stroke: Stroke?, fill: Color?)
  case ellipse(Rectangle, stroke: Stroke?, fill: Color?)
  case formula(PlacedFormula)
  case group(SceneGroup)
}

/// A finished picture, y downwards, its upper left corner at the origin.
package struct Scene: Sendable {
  package var size: Size
  package var background: Color?
  package var title: String
  /// Sentences that let a reader follow the figure without seeing it.
  package var description: String
  /// Facts about the figure that stand in the file's metadata, such as the numeric check.
  package var metadata: String
  package var elements: [SceneElement]
  /// Where the outlines of the formulas' glyphs come from.
  package var font: MathFont

  package init(
    size: Size, background: Color?, title: String, description: String, metadata: String,
    elements: [SceneElement], font: MathFont
  ) {
    self.size = size
    self.background = background
    self.title = title
    self.description = description
    self.metadata = metadata
    self.elements = elements
    self.font = font
  }
}
