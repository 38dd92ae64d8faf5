import MathTypesetting

/// An installed font that formulas can be set in.
public struct InstalledFont: Sendable {
  /// What `--font` takes.
  public let family: String
  /// `serif` or `sans`.
  public let look: String
  /// The tables that hold its mathematics and its outlines.
  public let tables: [String]
  /// Its file.
  public let path: String

  /// All that are installed, the default first.
  public static func all() -> [InstalledFont] {
    UsableFont.all().map {
      InstalledFont(
        family: $0.family, look: $0.look.rawValue, tables: $0.tables, path: $0.path)
    }
  }

  /// The files of the fonts that this process has used so far, in order.
  public static var opened: [String] { MathFont.openedFiles }
}
