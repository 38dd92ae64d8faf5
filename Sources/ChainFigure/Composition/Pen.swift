import ChainGeometry
import ChainScene
import MathTypesetting

/// Font, sizes and colours that a figure is written with.
struct Pen {
  let font: MathFont
  let theme: Theme
  /// The font size of nodes and panel, in points; also the unit of every distance.
  let textSize: Double
  let smallestText: Double
  /// Whether nodes stand closer to their neighbours, for want of room.
  let isTight: Bool

  /// The font size of labels, values and notes.
  var smallSize: Double { max(smallestText, 0.875 * textSize) }
  /// What an arrow and the outline of a node are drawn with.
  var lineWidth: Double { max(0.6, textSize / 14) }
  var hairline: Double { 0.6 * lineWidth }

  enum Size {
    case text, small, title
  }

  func points(_ size: Size) -> Double {
    switch size {
    case .text: textSize
    case .small: smallSize
    case .title: 1.25 * textSize
    }
  }

  /// Fractions are stacked at full size, so that what is above and below can be read from afar.
  func set(_ formula: Formula, _ ink: Ink = .text, size: Size = .text) -> SetFormula {
    SetFormula(
      source: formula, layout: font.layout(formula, style: .display), fontSize: points(size),
      color: theme.color(of: ink))
  }
}

/// A formula at a size and in a colour, not placed yet.
struct SetFormula {
  let source: Formula
  let layout: MathLayout
  let fontSize: Double
  let color: Color

  /// What ink and logical box cover around the left end of the baseline, y downwards.
  var bounds: Rectangle {
    Rectangle(
      minX: fontSize * min(0, layout.ink.minX),
      minY: -fontSize * max(layout.height, layout.ink.maxY),
      maxX: fontSize * max(layout.width, layout.ink.maxX),
      maxY: fontSize * max(layout.depth, -layout.ink.minY))
  }

  /// `left` is where the leftmost ink goes.
  func placed(left: Double, baseline: Double) -> SceneElement {
    .formula(
      PlacedFormula(
        layout: layout, origin: Point(x: left - bounds.minX, y: baseline), fontSize: fontSize,
        color: color, source: source))
  }
}
