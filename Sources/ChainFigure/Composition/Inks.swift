package import ChainScene
package import ChainTheme

extension Theme {
  /// The colour that text of a meaning is written in.
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
