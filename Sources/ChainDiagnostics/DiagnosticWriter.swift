/// Turns findings into text for people or programs.
///
/// Findings come out by position, none twice, no more than a reader has use for; errors go before
/// warnings where not all fit.
package struct DiagnosticWriter: Sendable {
  package enum Style: String, CaseIterable, Sendable {
    /// The source line with marks under it.
    case human
    /// One line a finding.
    case short
    /// One JSON object a line.
    case json
  }

  package let style: Style
  package let usesColor: Bool
  package let limit: Int

  /// - Parameter limit: of findings shown; twenty for people, a hundred for programs.
  package init(style: Style = .human, usesColor: Bool = false, limit: Int? = nil) {
    self.style = style
    self.usesColor = usesColor
    self.limit = limit ?? (style == .json ? 100 : 20)
  }

  /// All findings of one source, each with its line break; empty if there are none.
  package func text(of diagnostics: [Diagnostic], in source: SourceText) -> String {
    let ordered = diagnostics.inReadingOrder()
    let shown = mostImportant(ordered)
    var text = ""
    for diagnostic in shown {
      switch style {
      case .human: text += humanText(of: diagnostic, in: source, usesColor: usesColor)
      case .short: text += printable(headline(of: diagnostic, in: source)) + "\n"
      case .json: text += json(of: diagnostic, in: source) + "\n"
      }
    }
    let left = ordered.count - shown.count
    return left > 0 && style != .json ? text + "… and \(left) more\n" : text
  }

  /// The first findings up to the limit, warnings dropped before errors.
  package func mostImportant(_ ordered: [Diagnostic]) -> [Diagnostic] {
    guard ordered.count > limit else { return ordered }
    let errors = ordered.count { $0.severity == .error }
    var warningsLeft = max(0, limit - errors)
    let kept = ordered.filter { diagnostic in
      guard diagnostic.severity == .warning else { return true }
      warningsLeft -= 1
      return warningsLeft >= 0
    }
    return [Diagnostic](kept.prefix(limit))
  }
}

/// The first line of a finding: `path:line:column: error: message [id]`.
func headline(of diagnostic: Diagnostic, in source: SourceText) -> String {
  "\(place(of: diagnostic, in: source)): \(diagnostic.severity.rawValue): "
    + "\(diagnostic.message) [\(diagnostic.id)]"
}

/// `path:line:column`, or the path alone.
func place(of diagnostic: Diagnostic, in source: SourceText) -> String {
  guard let range = diagnostic.primary?.range else { return source.name }
  let position = source.position(of: range.start)
  return "\(source.name):\(position.line):\(position.column)"
}

/// The text with control characters made visible, so that a source cannot command a terminal.
func printable(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  if isPlain { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map(visible)))
}

/// A picture for a control character; bidirectional marks, which reorder a line, as U+FFFD.
func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
  case 0x7F: "\u{2421}"
  case 0x80..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: "\u{FFFD}"
  default: scalar
  }
}
