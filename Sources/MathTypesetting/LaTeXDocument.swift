/// A LaTeX document that is complete and needs nothing beyond its packages.
package struct LaTeXDocument {
  private let packages: [String]
  private let preamble: [String]
  private let body: String

  /// - Parameters:
  ///   - packages: names, or `[options]{name}`.
  ///   - preamble: further lines before the document begins.
  ///   - body: what stands in the document; characters that LaTeX does not know are explained.
  package init(packages: [String], preamble: [String] = [], body: String) {
    self.packages = packages
    self.preamble = preamble
    self.body = body
  }

  package var source: String {
    var lines = ["\\documentclass{article}"]
    lines += packages.map { $0.hasPrefix("[") ? "\\usepackage\($0)" : "\\usepackage{\($0)}" }
    lines += declarations + preamble + ["\\begin{document}"]
    return lines.map { $0 + "\n" }.joined() + body + "\\end{document}\n"
  }

  /// Words in which no sign is a command.
  package static func escaped(_ words: String) -> String {
    LaTeXSymbols.escaped(words.replacing { $0.isNewline })
  }

  /// LaTeX stops at characters that its fonts lack, so each has an explanation; newer engines,
  /// which take them from the font, skip it.
  private var declarations: [String] {
    let unknown = Set(body.unicodeScalars.filter { !isKnown($0) }).sorted()
    return unknown.map { scalar in
      let code = String(scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
      let meaning =
        LaTeXSymbols.mathematics(scalar).map { "\\ensuremath{\($0)}" } ?? "\\texttt{[U+\(padded)]}"
      return "\\ifdefined\\DeclareUnicodeCharacter"
        + "\\DeclareUnicodeCharacter{\(padded)}{\(meaning)}\\fi"
    }
  }

  /// ASCII, and what the oldest text encoding of LaTeX composes or has.
  private func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x80: true
    case 0xD0, 0xDE, 0xF0, 0xFE, 0xD7, 0xF7: false
    case 0xC0...0xFF: true
    case 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D: true
    default: false
    }
  }
}

extension String {
  /// Blanks where a line would break.
  fileprivate func replacing(_ isBreak: (Character) -> Bool) -> String {
    String(map { isBreak($0) ? " " : $0 })
  }
}
