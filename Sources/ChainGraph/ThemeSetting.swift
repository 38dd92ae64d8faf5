import ChainScene
import ChainTheme

extension FigureSettings {
  /// Why a theme cannot be used: its file cannot be read, or says what no theme does.
  func themeProblem(_ value: String) -> String? {
    do throws(ThemeError) {
      _ = try theme(value)
      return nil
    } catch {
      return isThemeFile(value) ? "`\(value)`, \(error)" : error.message
    }
  }

  /// The theme of a name or a file, with what its colours become on a dark page.
  func theme(_ value: String) throws(ThemeError) -> (Theme, [ColorChange]) {
    if let name = ThemeName(rawValue: value) { return (name.theme, name.darkColors) }
    guard isThemeFile(value) else {
      throw ThemeError(line: 1, message: "`\(value)` is no theme: expected \(Key.theme.expected)")
    }
    guard let bytes = readFile(value) else {
      throw ThemeError(line: 1, message: "the file cannot be read")
    }
    return (try Theme(yaml: bytes), [])
  }

  private func isThemeFile(_ value: String) -> Bool {
    value.hasSuffix(".yaml") || value.hasSuffix(".yml")
  }
}
