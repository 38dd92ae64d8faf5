/// Writes JSON by appending to one buffer: two blanks a level, keys in the order they are added, so
/// that the same document is the same bytes.
struct JSONText {
  private(set) var text = ""
  private var depth = 0
  private var isFirst = true

  mutating func object(_ members: (inout JSONText) -> Void) {
    nested("{", "}", members)
  }

  mutating func array<Element>(
    _ elements: some Sequence<Element>, _ write: (inout JSONText, Element) -> Void
  ) {
    nested("[", "]") { json in
      for element in elements {
        json.separate()
        write(&json, element)
      }
    }
  }

  /// An array on one line, for numbers and short strings.
  mutating func row(_ elements: [String]) {
    text += "[" + elements.joined(separator: ", ") + "]"
  }

  mutating func member(_ key: String, _ write: (inout JSONText) -> Void) {
    separate()
    text += JSONText.quoted(key) + ": "
    write(&self)
  }

  mutating func member(_ key: String, _ value: String) {
    member(key) { $0.text += JSONText.quoted(value) }
  }

  mutating func member(_ key: String, number value: Int) {
    member(key) { $0.text += String(value) }
  }

  mutating func member(_ key: String, raw value: String) {
    member(key) { $0.text += value }
  }

  mutating func raw(_ value: String) { text += value }

  private mutating func nested(
    _ open: String, _ close: String, _ body: (inout JSONText) -> Void
  ) {
    text += open
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newLine() }
    isFirst = false
    text += close
  }

  private mutating func separate() {
    if !isFirst { text += "," }
    isFirst = false
    newLine()
  }

  private mutating func newLine() {
    text += "\n" + String(repeating: "  ", count: depth)
  }

  /// The string in quotes, with what JSON forbids escaped.
  static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
