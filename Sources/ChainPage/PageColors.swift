import ChainFigure
import ChainScene
import ChainTheme

extension Color {
  /// `#rrggbb`.
  var css: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension Theme {
  /// Rules for the numbers of paths in their circles.
  func numberRules(dark: [ColorChange]) -> (light: String, dark: String) {
    let rules = paths.enumerated().map { index, color -> (String, String) in
      func rule(_ color: Color) -> String { ".number.p\(index + 1){background:\(color.css)}\n" }
      let change = dark.first { $0.light == color }
      return (rule(color), change.map { rule($0.dark) } ?? "")
    }
    return (rules.map(\.0).joined(), rules.map(\.1).joined())
  }
}
