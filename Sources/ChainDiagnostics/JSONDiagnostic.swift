extension DiagnosticWriter {
  /// One finding as a JSON object on one line; places are lines and columns from 1.
  package func json(of diagnostic: Diagnostic, in source: SourceText) -> String {
    var fields = [
      field("severity", quoted(diagnostic.severity.rawValue)),
      field("id", quoted(diagnostic.id)),
      field("message", quoted(diagnostic.message)),
      field("file", quoted(source.name)),
    ]
    if let primary = diagnostic.primary {
      fields += place(primary.range, in: source)
      if let label = primary.text { fields.append(field("label", quoted(label))) }
    }
    let related = diagnostic.secondary.map { label in
      object(
        place(label.range, in: source) + [field("label", quoted(label.text ?? ""))])
    }
    fields.append(field("related", array(related)))
    fields.append(field("notes", array(diagnostic.notes.map(quoted))))
    fields.append(field("help", array(diagnostic.help.map(quoted))))
    if let replacement = diagnostic.replacement {
      let edit = place(replacement.range, in: source) + [field("text", quoted(replacement.text))]
      fields.append(field("replacement", object(edit)))
    }
    return object(fields)
  }

  private func place(_ range: SourceRange, in source: SourceText) -> [String] {
    let start = source.position(of: range.start)
    let end = source.position(of: range.end)
    return [
      field("line", String(start.line)), field("column", String(start.column)),
      field("endLine", String(end.line)), field("endColumn", String(end.column)),
    ]
  }

  private func field(_ key: String, _ value: String) -> String { quoted(key) + ": " + value }

  private func object(_ fields: [String]) -> String {
    "{ " + fields.joined(separator: ", ") + " }"
  }

  private func array(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{0}"..<"\u{20}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
