/// An installed font that formulas can be set in.
package struct UsableFont: Hashable, Sendable {
  package enum Look: String, Hashable, Sendable {
    case serif, sans
  }

  package let family: String
  /// As the font states it, such as `Version 1.959`.
  package let version: String
  package let look: Look
  /// The tables that hold its mathematics and its outlines, such as `MATH` and `CFF`.
  package let tables: [String]
  package let path: String

  /// All that are installed, the default first, then by family.
  ///
  /// Opens every font file there is, which takes a moment.
  package static func all() -> [UsableFont] {
    var fonts: [UsableFont] = []
    for path in FontLocator.allFiles() {
      guard let face = FontFace(path: path), face.hasMath else { continue }
      let font = UsableFont(face)
      if !fonts.contains(where: { $0.family == font.family }) { fonts.append(font) }
    }
    func isDefault(_ font: UsableFont) -> Bool { font.family == FontLocator.defaultFamily }
    return fonts.filter(isDefault)
      + fonts.filter { !isDefault($0) }.sorted { $0.family < $1.family }
  }

  private init(_ face: FontFace) {
    family = face.name(.typographicFamily) ?? face.name(.family) ?? face.path
    version = face.name(.version) ?? ""
    tables = [("MATH", "MATH"), ("CFF ", "CFF"), ("glyf", "glyf")]
      .filter { !face.table($0.0).isEmpty }.map(\.1)
    path = face.path
    look = Self.look(of: face, named: family)
  }

  /// By the font's PANOSE numbers; where they say nothing, by its name.
  ///
  /// They stand at byte 32 of the table OS/2: the second tells serifs (2 to 10) from none (11 to 15).
  private static func look(of face: FontFace, named family: String) -> Look {
    let facts = face.table("OS/2")
    let serifs = facts.count > 33 && facts[32] == 2 ? facts[33] : 0
    switch serifs {
    case 2...10: return .serif
    case 11...15: return .sans
    default: return family.contains("Sans") || family.contains("Fira") ? .sans : .serif
    }
  }
}
