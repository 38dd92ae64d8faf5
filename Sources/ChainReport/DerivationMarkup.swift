package import ChainFigure
import MathTypesetting

/// Derivations as a complete LaTeX document, for any LaTeX with amsmath.
package func latex(of figures: [FigureOutline]) -> String {
  let bodies = figures.map { DerivationMarkup.latex.text(of: DerivationDocument($0)) }
  return LaTeXDocument(
    packages: ["amsmath", "amssymb"],
    preamble: ["\\allowdisplaybreaks", "\\setlength{\\parindent}{0pt}"],
    body: bodies.joined(separator: "\n\\bigskip\\hrule\n\n")
  ).source
}

/// Derivations in Markdown, their formulas between dollar signs as Pandoc and GitHub read them.
package func markdown(of figures: [FigureOutline]) -> String {
  figures.map { DerivationMarkup.markdown.text(of: DerivationDocument($0)) }
    .joined(separator: "\n---\n\n")
}

/// How headings, words and displayed equations are marked.
private enum DerivationMarkup {
  case latex, markdown

  private func heading(_ text: String, level: Int) -> String {
    switch self {
    case .latex: "\\\(level == 1 ? "" : "sub")section*{\(text)}"
    case .markdown: String(repeating: "#", count: level) + " " + text
    }
  }

  private func words(_ text: String) -> String {
    switch self {
    case .latex: LaTeXDocument.escaped(text)
    case .markdown: escapedMarkdown(text)
    }
  }

  private func display(_ rows: String) -> String {
    switch self {
    case .latex: "\\begin{align*}\n\(rows)\n\\end{align*}"
    case .markdown: "$$\n\\begin{aligned}\n\(rows)\n\\end{aligned}\n$$"
    }
  }

  func text(of document: DerivationDocument) -> String {
    let title = document.title.map { [heading(running([$0]), level: 1)] } ?? []
    let sections = document.sections.flatMap { section in
      [heading(section.heading, level: 2)] + section.paragraphs.map(text)
    }
    return (title + sections).map { $0 + "\n" }.joined(separator: "\n")
  }

  private func text(of paragraph: DerivationDocument.Paragraph) -> String {
    switch paragraph {
    case .text(let pieces): running(pieces)
    case .equations(let equations): display(rows(equations))
    }
  }

  private func running(_ pieces: [Formula]) -> String {
    pieces.map { $0.running(words: words) }.joined()
  }

  /// Notes in a column of their own, equations aligned at their first relation.
  private func rows(_ equations: [DerivationDocument.Equation]) -> String {
    let hasNotes = equations.contains { $0.note != nil }
    return equations.map { equation in
      let note = hasNotes ? (equation.note?.latex ?? "") + " && " : ""
      return "  " + note + lines(of: equation, indent: hasNotes ? "&& " : "")
    }.joined(separator: " \\\\\n")
  }

  private static let longestLine = 56

  private func lines(of equation: DerivationDocument.Equation, indent: String) -> String {
    let parts = equation.parts
    let first = parts[0].displayedLaTeX
    guard parts.count > 1 else { return "&" + first }
    let shown = (equation.note.map { [$0] } ?? []) + parts
    let length = shown.reduce(0) { $0 + linearText($1).count }
    let rest = parts.dropFirst().map(\.displayedLaTeX)
    return first + " &"
      + rest.joined(separator: length > Self.longestLine ? " \\\\\n  \(indent)&" : " ")
  }
}

extension Formula {
  /// The source of a part of a displayed equation, which is in display style already; what follows
  /// a relation at its beginning is set apart for readers.
  fileprivate var displayedLaTeX: String {
    switch self {
    case .styled(.display, let body): return body.displayedLaTeX
    case .row(let items):
      let plain = items.map { item in
        if case .styled(.display, let body) = item { body } else { item }
      }
      guard case .symbol(_, .relation, _)? = plain.first else { return Formula.row(plain).latex }
      return plain[0].latex + " " + Formula.row(Array(plain.dropFirst())).latex
    case .symbol, .number, .function, .text, .scripts, .fraction, .radical, .fenced, .matrix,
      .bigOperator, .accent, .overbar, .underbar, .overbrace, .underbrace, .space, .styled,
      .classed:
      return latex
    }
  }
}

/// Words in which no sign means markup.
private func escapedMarkdown(_ words: String) -> String {
  let signs: Set<Character> = [
    "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "$", "|", "~", "&",
  ]
  return words.reduce(into: "") { text, character in
    if signs.contains(character) { text += "\\" }
    text += character.isNewline ? " " : String(character)
  }
}
