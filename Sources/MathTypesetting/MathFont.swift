import Synchronization

/// A font for formulas: a face with a MATH table, one for words and one for what both lack.
///
/// Loading maps the files and reads the constants, well under a millisecond; glyphs are read when
/// first used. Safe from any thread.
package final class MathFont: Sendable {
  package var family: String {
    math.name(.typographicFamily) ?? math.name(.family) ?? math.path
  }
  /// As the font states it, such as `Version 1.959`.
  package var version: String { math.name(.version) ?? "" }
  let math: FontFace
  let words: FontFace
  let constants: MathConstants
  private let layouts = Mutex<[LayoutKey: MathLayout]>([:])

  private struct LayoutKey: Hashable {
    let formula: Formula
    let style: MathStyle
  }

  /// Formulas kept typeset; when there are more, all are forgotten, so that memory stays flat.
  private static let layoutLimit = 4096

  /// The fonts opened so far, under what they were asked for by.
  private static let opened = Mutex<[(request: String?, font: MathFont)]>([])

  /// A font by its family or path; Latin Modern Math without one.
  ///
  /// It is found and opened once and kept as long as the process lives, with what it has read.
  package static func load(_ family: String? = nil) throws(FontError) -> MathFont {
    if let known = opened.withLock({ $0.first { $0.request == family } }) { return known.font }
    let font = try open(family)
    opened.withLock { $0.append((family, font)) }
    return font
  }

  /// The font files that this process has read so far, in order.
  package static var openedFiles: [String] { FontFace.openedPaths.withLock { $0 } }

  private static func open(_ family: String?) throws(FontError) -> MathFont {
    let files = try FontLocator.files(of: family)
    guard let math = FontFace(path: files.math) else {
      throw .missing(family: files.family, package: nil)
    }
    guard math.hasMath else { throw .notMath(family: files.family) }
    return MathFont(math: math, words: files.words.flatMap(FontFace.init(path:)) ?? math)
  }

  private init(math: FontFace, words: FontFace) {
    self.math = math
    self.words = words
    constants = MathConstants(of: math)
  }

  /// Where the glyphs of a formula go, in em; the same formula is laid out once.
  package func layout(_ formula: Formula, style: MathStyle = .text) -> MathLayout {
    let key = LayoutKey(formula: formula, style: style)
    if let known = layouts.withLock({ $0[key] }) { return known }
    var typesetter = Typesetter(font: self)
    let layout = typesetter.typeset(formula, style: style)
    layouts.withLock { kept in
      if kept.count >= Self.layoutLimit { kept.removeAll() }
      kept[key] = layout
    }
    return layout
  }

  /// The shape of a glyph; empty for a space or for a face that is not there.
  package func outline(of glyph: GlyphID) -> GlyphOutline {
    (face(glyph.face) ?? math).outline(of: glyph.index)
  }

  /// The file a face was read from; nil for a fallback that is not installed.
  package func filePath(of id: FaceID) -> String? { face(id)?.path }

  /// Opened when a character is first missing in the other faces; nil where it is not installed.
  var fallback: FontFace? { Self.sharedFallback }

  private static let sharedFallback = FontLocator.fallbackFile().flatMap(FontFace.init(path:))

  func face(_ id: FaceID) -> FontFace? {
    switch id {
    case .math: math
    case .text: words
    case .fallback: fallback
    }
  }

  func metrics(of glyph: GlyphID) -> GlyphMetrics {
    (face(glyph.face) ?? math).metrics(of: glyph.index)
  }
}
