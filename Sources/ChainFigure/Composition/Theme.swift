package import ChainScene

/// The colours and weights of a figure; every colour in it comes from here.
package struct Theme: Hashable, Sendable {
  package var background: Color
  /// Formulas, boxes and arrows that no path claims.
  package var text: Color
  /// Shapes, zero partials, constants.
  package var muted: Color
  package var value: Color
  /// Adjoints and tangents.
  package var derivative: Color
  package var inputFill: Color
  package var inputLine: Color
  package var outputFill: Color
  /// One a numbered path.
  package var paths: [Color]
  /// What stands on a filled circle of a path's colour.
  package var onPath: Color
  /// Lengths in multiples of the line width, one a numbered path, so that a grey print works too.
  package var dashes: [[Double]]

  /// Dark on white; every hue has a contrast of at least 5 : 1.
  package static let light = Theme(
    background: Color(hex: 0xFFFFFF), text: Color(hex: 0x1A1A1A), muted: Color(hex: 0x595959),
    value: Color(hex: 0x0072B2), derivative: Color(hex: 0xB34700),
    inputFill: Color(hex: 0xDDEBF7), inputLine: Color(hex: 0x1F4E79),
    outputFill: Color(hex: 0xFFF2CC),
    paths: [0x0072B2, 0xB34700, 0x00735C, 0x9B4079].map { Color(hex: $0) },
    onPath: Color(hex: 0xFFFFFF), dashes: [[], [4, 2], [1.2, 1.6], [5, 1.8, 1.2, 1.8]])

  /// The color that text of a meaning is written in.
  package func color(of ink: Ink) -> Color {
    switch ink {
    case .text: text
    case .muted: muted
    case .value: value
    case .derivative: derivative
    case .path(let path): paths[path.index % paths.count]
    }
  }
}
