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

/// A colour and what it becomes on a dark page.
package struct ColorChange: Hashable, Sendable {
  package var light: Color
  package var dark: Color

  package init(light: Color, dark: Color) {
    self.light = light
    self.dark = dark
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
  /// What was typeset, for formats that set it anew; nil where only the layout is known.
  package var source: Formula?

  package init(
    layout: MathLayout, origin: Point, fontSize: Double, color: Color, source: Formula? = nil
  ) {
    self.layout = layout
    self.origin = origin
    self.fontSize = fontSize
    self.color = color
    self.source = source
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
  /// What is seen at each step, as a sentence; empty where the figure is not revealed in steps.
  package var steps: [String]
  /// What colours become for a reader who prefers a dark page; empty where they stay.
  package var darkColors: [ColorChange]
  /// Where the outlines of the formulas' glyphs come from.
  package var font: MathFont

  package init(
    size: Size, background: Color?, title: String, description: String, metadata: String,
    elements: [SceneElement], steps: [String] = [], darkColors: [ColorChange] = [],
    font: MathFont
  ) {
    self.size = size
    self.background = background
    self.title = title
    self.description = description
    self.metadata = metadata
    self.elements = elements
    self.steps = steps
    self.darkColors = darkColors
    self.font = font
  }
}

extension Scene {
  /// The font size of the smallest formula, in points; nil without formulas.
  package var smallestText: Double? { elements.compactMap(\.smallestText).min() }
}

extension SceneElement {
  fileprivate var smallestText: Double? {
    switch self {
    case .formula(let formula): formula.fontSize
    case .group(let group): group.elements.compactMap(\.smallestText).min()
    case .path, .rectangle, .ellipse: nil
    }
  }
}
