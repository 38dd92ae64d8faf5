package import ChainGeometry
package import ChainScene
package import ChainTheme
package import MathTypesetting

/// Font, sizes and colours that a figure is written with.
package struct Pen {
  package let font: MathFont
  package let theme: Theme
  /// The font size of nodes and panel, in points; also the unit of every distance.
  package let textSize: Double
  package let smallestText: Double
  /// Whether nodes stand closer to their neighbours, for want of room.
  let isTight: Bool

  package init(
    font: MathFont, theme: Theme, textSize: Double, smallestText: Double, isTight: Bool = false
  ) {
    self.font = font
    self.theme = theme
    self.textSize = textSize
    self.smallestText = smallestText
    self.isTight = isTight
  }

  /// The font size of labels, values and notes.
  package var smallSize: Double { max(smallestText, 0.875 * textSize) }
  /// What an arrow and the outline of a node are drawn with.
  package var lineWidth: Double { theme.lineWeight * max(0.6, textSize / 14) }
  package var hairline: Double { 0.6 * lineWidth }

  package enum Size {
    case text, small, title
  }

  package func points(_ size: Size) -> Double {
    switch size {
    case .text: textSize
    case .small: smallSize
    case .title: 1.25 * textSize
    }
  }

  /// Fractions are stacked at full size, so that what is above and below can be read from afar.
  package func set(_ formula: Formula, _ ink: Ink = .text, size: Size = .text) -> SetFormula {
    SetFormula(
      source: formula, layout: font.layout(formula, style: .display), fontSize: points(size),
      color: theme.color(of: ink))
  }
}

/// A formula at a size and in a colour, not placed yet.
package struct SetFormula {
  package let source: Formula
  package let layout: MathLayout
  package let fontSize: Double
  package let color: Color

  /// What ink and logical box cover around the left end of the baseline, y downwards.
  package var bounds: Rectangle {
    Rectangle(
      minX: fontSize * min(0, layout.ink.minX),
      minY: -fontSize * max(layout.height, layout.ink.maxY),
      maxX: fontSize * max(layout.width, layout.ink.maxX),
      maxY: fontSize * max(layout.depth, -layout.ink.minY))
  }

  /// `left` is where the leftmost ink goes.
  package func placed(left: Double, baseline: Double) -> SceneElement {
    .formula(
      PlacedFormula(
        layout: layout, origin: Point(x: left - bounds.minX, y: baseline), fontSize: fontSize,
        color: color, source: source))
  }
}
