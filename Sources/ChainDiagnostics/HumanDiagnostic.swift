/// A finding with its source lines, marks under them, notes and mends.
func humanText(of diagnostic: Diagnostic, in source: SourceText, usesColor: Bool) -> String {
  let paint = Paint(isOn: usesColor)
  var text = headlineText(of: diagnostic, in: source, paint) + "\n"
  let marks = marks(of: diagnostic, in: source)
  let width = String(marks.map(\.line).max() ?? 1).count
  let indent = String(repeating: " ", count: width)
  for excerpt in excerpts(of: marks, in: source) {
    let number = String(excerpt.line)
    let gutter = String(repeating: " ", count: width - number.count) + number + " |"
    text += withoutTrailingBlanks(paint(gutter, .gutter) + " " + excerpt.text) + "\n"
    for row in excerpt.rows {
      text += paint(indent + " |", .gutter) + " " + row.text(paint, diagnostic.severity) + "\n"
    }
  }
  let margin = marks.isEmpty ? "  " : indent + " "
  for note in diagnostic.notes { text += margin + printable("= note: \(note)") + "\n" }
  for help in diagnostic.help { text += margin + printable("= help: \(help)") + "\n" }
  return text
}

private func headlineText(
  of diagnostic: Diagnostic, in source: SourceText, _ paint: Paint
) -> String {
  let severity = paint(diagnostic.severity.rawValue + ":", .severity(diagnostic.severity))
  let message = paint(printable(diagnostic.message), .strong)
  return "\(printable(place(of: diagnostic, in: source))): \(severity) \(message) "
    + "[\(diagnostic.id)]"
}

/// A stretch of one line to be marked.
private struct Mark {
  let line: Int
  let range: SourceRange
  let label: String?
  let isPrimary: Bool
}

/// Marks by line, the primary one first within a line; a stretch of several lines is marked on
/// its first.
private func marks(of diagnostic: Diagnostic, in source: SourceText) -> [Mark] {
  guard let primary = diagnostic.primary else { return [] }
  let labels = [(primary, true)] + diagnostic.secondary.map { ($0, false) }
  let marks = labels.map { label, isPrimary in
    let line = source.lineNumber(of: label.range.start)
    let lineRange = source.range(ofLine: line)
    let start = min(max(label.range.start, lineRange.start), lineRange.end)
    let range = SourceRange(start, max(start, min(label.range.end, lineRange.end)))
    return Mark(line: line, range: range, label: label.text, isPrimary: isPrimary)
  }
  return marks.enumerated()
    .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
    .map { $0.element }
}

/// A source line as printed, with the rows of marks under it.
private struct Excerpt {
  struct Row {
    let column: Int
    let width: Int
    let label: String?
    let isPrimary: Bool

    func text(_ paint: Paint, _ severity: Diagnostic.Severity) -> String {
      let sign = String(repeating: isPrimary ? "^" : "-", count: width)
      let marked = label.map { sign + " " + printable($0) } ?? sign
      let color: Paint.Role = isPrimary ? .severity(severity) : .explanation
      return String(repeating: " ", count: column) + paint(marked, color)
    }
  }

  let line: Int
  let text: String
  var rows: [Row]
}

/// One excerpt a line; a line too long to print whole is shown once for each mark.
private func excerpts(of marks: [Mark], in source: SourceText) -> [Excerpt] {
  var excerpts: [Excerpt] = []
  for mark in marks {
    let shown = DisplayLine(source, line: mark.line, around: mark.range)
    let columns = shown.columns(of: mark.range)
    let row = Excerpt.Row(
      column: columns.lowerBound, width: max(1, columns.count), label: mark.label,
      isPrimary: mark.isPrimary)
    if let last = excerpts.last, last.line == mark.line, last.text == shown.text {
      excerpts[excerpts.count - 1].rows.append(row)
    } else {
      excerpts.append(Excerpt(line: mark.line, text: shown.text, rows: [row]))
    }
  }
  return excerpts
}

private func withoutTrailingBlanks(_ text: String) -> String {
  let kept = text.reversed().drop { $0 == " " }
  return String(kept.reversed())
}

/// ANSI colours, or none.
private struct Paint {
  enum Role {
    case severity(Diagnostic.Severity)
    case explanation, gutter, strong
  }

  let isOn: Bool

  func callAsFunction(_ text: String, _ role: Role) -> String {
    isOn ? "\u{1B}[\(code(role))m\(text)\u{1B}[0m" : text
  }

  private func code(_ role: Role) -> String {
    switch role {
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .explanation, .gutter: "34"
    case .strong: "1"
    }
  }
}
