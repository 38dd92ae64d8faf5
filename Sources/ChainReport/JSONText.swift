/// Writes JSON by appending to one buffer: two blanks a level, keys in the order they are added, so
/// that the same document is the same bytes.
struct JSONText {
  private(set) var text = ""
  /// What begins a line at the level that is open.
  private var lineStart = "\n"
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
    appendQuoted(key)
    text += ": "
    write(&self)
  }

  mutating func member(_ key: String, _ value: String) {
    member(key) { $0.appendQuoted(value) }
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
    lineStart += "  "
    isFirst = true
    body(&self)
    lineStart.removeLast(2)
    if !isFirst { text += lineStart }
    isFirst = false
    text += close
  }

  private mutating func separate() {
    if !isFirst { text += "," }
    isFirst = false
    text += lineStart
  }

  /// The string in quotes, with what JSON forbids escaped.
  static func quoted(_ value: String) -> String {
    var json = JSONText()
    json.appendQuoted(value)
    return json.text
  }

  private mutating func appendQuoted(_ value: String) {
    text += "\""
    if value.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
    {
      text += value
    } else {
      appendEscaped(value)
    }
    text += "\""
  }

  private mutating func appendEscaped(_ value: String) {
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
  }
}
