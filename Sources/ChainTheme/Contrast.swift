package import ChainScene

extension Color {
  /// The contrast of two opaque colours, from 1 to 21, as WCAG 2 defines it.
  package func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Relative luminance of sRGB, 0 for black and 1 for white.
  private var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}

/// `base` to the power 2.4, by square roots: 2.4 = 2 + 1/4 + 1/8 + 1/64 + …, the rest below 1e-3 of
/// the result.
private func power(_ base: Double) -> Double {
  var result = base * base
  var root = base.squareRoot()
  // The binary digits of 0.4 are 0110 0110 … behind the point.
  for digit in 1...32 {
    if digit % 4 == 2 || digit % 4 == 3 { result *= root }
    root = root.squareRoot()
  }
  return result
}

extension Theme {
  /// The least contrast that text may have with what it stands on.
  package static let leastContrast = 4.5

  /// Every pair of a text's colour and what lies under it, named as in a theme file.
  package var textPairs: [(text: String, under: String, contrast: Double)] {
    let texts = [("text", text), ("muted", muted), ("value", value), ("derivative", derivative)]
    let grounds = [
      ("background", background), ("input-fill", inputFill), ("output-fill", outputFill),
    ]
    let pairs = texts.flatMap { text in
      grounds.map { (text.0, $0.0, text.1.contrast(with: $0.1)) }
    }
    return pairs + paths.map { ("on-path", "paths", onPath.contrast(with: $0)) }
  }
}
