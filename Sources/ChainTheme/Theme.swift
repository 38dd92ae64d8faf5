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
  /// How many times their usual width lines are drawn.
  package var lineWeight: Double

  package init(
    background: UInt32, text: UInt32, muted: UInt32, value: UInt32, derivative: UInt32,
    inputFill: UInt32, inputLine: UInt32, outputFill: UInt32, paths: [UInt32], onPath: UInt32,
    lineWeight: Double = 1
  ) {
    self.background = Color(hex: background)
    self.text = Color(hex: text)
    self.muted = Color(hex: muted)
    self.value = Color(hex: value)
    self.derivative = Color(hex: derivative)
    self.inputFill = Color(hex: inputFill)
    self.inputLine = Color(hex: inputLine)
    self.outputFill = Color(hex: outputFill)
    self.paths = paths.map { Color(hex: $0) }
    self.onPath = Color(hex: onPath)
    self.dashes = [[], [4, 2], [1.2, 1.6], [5, 1.8, 1.2, 1.8]]
    self.lineWeight = lineWeight
  }

  /// Dark on white; the hues are told apart by colour-blind readers too.
  package static let light = Theme(
    background: 0xFFFFFF, text: 0x1A1A1A, muted: 0x595959, value: 0x0072B2, derivative: 0xB34700,
    inputFill: 0xE6F1FA, inputLine: 0x1F4E79, outputFill: 0xFFF2CC,
    paths: [0x0072B2, 0xB34700, 0x00735C, 0x9B4079], onPath: 0xFFFFFF)

  /// Light on nearly black.
  package static let dark = Theme(
    background: 0x15181C, text: 0xE8E8E8, muted: 0xA8ADB3, value: 0x56B4E9, derivative: 0xFF9E5E,
    inputFill: 0x1E3448, inputLine: 0x9CC9EC, outputFill: 0x3D3517,
    paths: [0x56B4E9, 0xFF9E5E, 0x4CC9A0, 0xE7A8CB], onPath: 0x15181C)

  /// Black and grey, for paper: paths differ by their dashes.
  package static let print = Theme(
    background: 0xFFFFFF, text: 0x000000, muted: 0x595959, value: 0x404040, derivative: 0x202020,
    inputFill: 0xF2F2F2, inputLine: 0x000000, outputFill: 0xE6E6E6,
    paths: [0x000000, 0x303030, 0x484848, 0x181818], onPath: 0xFFFFFF)
}

/// The themes that have a name.
package enum ThemeName: String, Hashable, Sendable, CaseIterable {
  case light, dark, print
  /// Light, or dark where the reader's page is.
  case auto

  package var theme: Theme {
    switch self {
    case .light, .auto: .light
    case .dark: .dark
    case .print: .print
    }
  }

  /// What the theme's colours become on a dark page.
  package var darkColors: [ColorChange] {
    self == .auto ? Theme.light.changes(to: .dark) : []
  }
}

extension Theme {
  /// Every colour, each role in one place.
  package var colors: [Color] {
    [background, text, muted, value, derivative, inputFill, inputLine, outputFill, onPath] + paths
  }

  /// Which colour of another theme stands for each of this one; the first role of a colour decides.
  package func changes(to other: Theme) -> [ColorChange] {
    var changes: [ColorChange] = []
    for (light, dark) in zip(colors, other.colors)
    where !changes.contains(where: { $0.light == light }) {
      changes.append(ColorChange(light: light, dark: dark))
    }
    return changes
  }
}
