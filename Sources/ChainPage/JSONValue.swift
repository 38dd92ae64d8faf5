import ChainNotation

/// A value written as JSON on one line, safe inside an HTML document.
enum JSONValue {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([(String, JSONValue)])

  static func integer(_ value: Int) -> JSONValue { .number(Double(value)) }
  static func integers(_ values: [Int]) -> JSONValue { .list(values.map(integer)) }

  /// A number that is none in JSON becomes null.
  var json: String {
    switch self {
    case .null: "null"
    case .flag(let isTrue): isTrue ? "true" : "false"
    case .number(let value): value.isFinite ? shortest(value) : "null"
    case .text(let text): JSONValue.quoted(text)
    case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSONValue.quoted($0) + ":" + $1.json }.joined(separator: ",") + "}"
    }
  }

  /// `<` is escaped, so that no text ends the script it stands in or opens a comment there.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<" ", "<", ">", "&", "\u{2028}", "\u{2029}":
        let code = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
