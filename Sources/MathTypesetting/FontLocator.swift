import CFontconfig

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where fonts are looked for; the only place that asks the file system or fontconfig.
enum FontLocator {
  /// The files of a family: its mathematics, and the words that go with it.
  struct Files: Hashable {
    let family: String
    let math: String
    let words: String?
  }

  static let defaultFamily = "Latin Modern Math"

  /// A family by its name, its name without the last word `Math`, either with hyphens for blanks, or
  /// the path of a font file.
  ///
  /// Known places are tried first, for fontconfig takes tens of milliseconds to wake.
  static func files(of request: String?) throws(FontError) -> Files {
    let request = request ?? defaultFamily
    if request.contains("/") {
      guard isReadable(request) else { throw .missing(family: request, package: nil) }
      return Files(family: request, math: request, words: nil)
    }
    let known = knownFonts.first { $0.answers(to: request) }
    if let known, let math = firstReadable(known.mathFile) {
      return Files(
        family: known.family, math: math, words: known.wordsFile.flatMap(firstReadable))
    }
    let family = known?.family ?? request
    guard let math = askFontconfig(for: family) else {
      throw .missing(family: family, package: known?.package)
    }
    return Files(family: family, math: math, words: known?.wordsFile.flatMap(firstReadable))
  }

  /// The face that is asked for glyphs which others lack, if it is installed.
  static func fallbackFile() -> String? {
    firstReadable("dejavu/DejaVuMathTeXGyre.ttf")
  }

  /// The files of all fonts that may hold mathematics: known ones first, then every other that
  /// fontconfig lists, each once, by path.
  static func allFiles() -> [String] {
    let known = knownFonts.compactMap { firstReadable($0.mathFile) }
    var listed: Set<String> = []
    withUnsafeMutablePointer(to: &listed) { paths in
      chaingraph_list_fonts(
        { _, path, context in
          guard let path else { return }
          context?.assumingMemoryBound(to: Set<String>.self).pointee
            .insert(String(cString: path))
        }, paths)
    }
    return known + listed.subtracting(known).sorted()
  }

  private static func firstReadable(_ file: String) -> String? {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    for tree in trees where isReadable(tree + file) { return tree + file }
    for folder in folders where isReadable(folder + name) { return folder + name }
    return nil
  }

  private static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  private static func askFontconfig(for family: String) -> String? {
    var path = [CChar](repeating: 0, count: 4096)
    guard chaingraph_find_font(family, &path, path.count) != 0 else { return nil }
    return path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
  }

  /// Folders that keep fonts in subfolders by family: Debian's, TeX Live's, MacTeX's.
  private static let trees = [
    "/usr/share/texmf/fonts/opentype/public/",
    "/usr/share/fonts/truetype/",
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/",
    "/usr/share/texmf-dist/fonts/opentype/public/",
    "/usr/share/fonts/",
    "/Library/TeX/Root/texmf-dist/fonts/opentype/public/",
  ]

  /// Folders that keep font files side by side.
  private static let folders: [String] = {
    let shared = ["/usr/share/fonts/TTF/", "/usr/local/share/fonts/", "/Library/Fonts/"]
    guard let home = getenv("HOME").map({ String(cString: $0) }) else { return shared }
    return [home + "/.local/share/fonts/", home + "/Library/Fonts/"] + shared
  }()
}

/// A font we know the files of, and the Debian package that brings it.
private struct KnownFont {
  let family: String
  let package: String
  let mathFile: String
  let wordsFile: String?

  func answers(to request: String) -> Bool {
    let wanted = String(request.lowercased().map { $0 == "-" ? " " : $0 })
    let name = family.lowercased()
    return wanted == name || wanted + " math" == name || request == mathFile
  }
}

private let knownFonts: [KnownFont] =
  [
    KnownFont(
      family: "Latin Modern Math", package: "fonts-lmodern",
      mathFile: "lm-math/latinmodern-math.otf", wordsFile: "lm/lmroman10-regular.otf"),
    KnownFont(
      family: "DejaVu Math TeX Gyre", package: "fonts-dejavu-extra",
      mathFile: "dejavu/DejaVuMathTeXGyre.ttf", wordsFile: "dejavu/DejaVuSerif.ttf"),
    KnownFont(
      family: "Asana Math", package: "fonts-oflb-asana-math",
      mathFile: "asana-math/Asana-Math.otf", wordsFile: nil),
  ] + ["Termes", "Pagella", "Bonum", "Schola", "DejaVu"].map(texGyre)

private func texGyre(_ name: String) -> KnownFont {
  let file = "texgyre" + name.lowercased()
  return KnownFont(
    family: "TeX Gyre \(name) Math", package: "fonts-texgyre-math",
    mathFile: "tex-gyre-math/\(file)-math.otf", wordsFile: "tex-gyre/\(file)-regular.otf")
}
