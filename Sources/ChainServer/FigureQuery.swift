/// What a page asks to be made of its text.
package struct FigureQuery: Hashable, Sendable {
  /// A form in which the worker gives a text's figures.
  package enum Form: String, CaseIterable, Sendable {
    /// All pictures and findings, as JSON.
    case figures
    case svg, png, pdf, eps, tikz, html, dot
    /// The derivation as a document.
    case latex

    package var type: String {
      switch self {
      case .figures: "application/json"
      case .svg: "image/svg+xml"
      case .png: "image/png"
      case .pdf: "application/pdf"
      case .eps: "application/postscript"
      case .tikz, .latex: "application/x-tex"
      // Kept by the browser, never shown as a page of this server.
      case .html, .dot: "application/octet-stream"
      }
    }

    fileprivate var fileName: String? {
      switch self {
      case .figures: nil
      case .tikz: "figure.tex"
      case .latex: "derivation.tex"
      case .svg, .png, .pdf, .eps, .html, .dot: "figure.\(rawValue)"
      }
    }
  }

  package let form: Form
  /// For the worker; every word stands in this file, only numbers are the client's.
  package let arguments: [String]

  package var fileName: String? { form.fileName }

  /// The settings that a page may choose, with their values.
  ///
  /// Texts, families of fonts and files are none: the text itself can set the harmless ones.
  package static let choices: [(name: String, values: [String])] = [
    ("detail", ["auto", "functions", "components", "operations"]),
    ("mode", ["none", "reverse", "forward", "both"]),
    ("layout", ["numerator", "denominator"]),
    ("theme", ["light", "dark", "print", "auto"]),
    ("tensors", ["index", "kronecker", "differential"]),
    ("direction", ["auto", "right", "up", "down", "left"]),
    ("profile", ["slide", "paper", "column"]),
    ("bold", ["yes"]),
    ("transparent", ["yes"]),
  ]

  private static let parts = [
    "jacobians", "products", "values", "shapes", "totals", "derivation", "cost", "check",
  ]

  private static let flags = ["bold", "transparent"]

  /// Reads the target of a request, as `/png?number=2&detail=operations&show=jacobians,values`.
  ///
  /// Nil if it names anything else, or one setting twice.
  package init?(path: String, query: String) {
    guard path.hasPrefix("/"), let form = Form(rawValue: String(path.dropFirst())) else {
      return nil
    }
    self.form = form
    var arguments: [String] = []
    var seen: Set<Substring> = []
    for pair in query.split(separator: "&", omittingEmptySubsequences: true) {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, seen.insert(sides[0]).inserted,
        let more = Self.argument(sides[0], sides[1])
      else { return nil }
      arguments += more
    }
    self.arguments = [form.rawValue] + arguments
  }

  private static func argument(_ name: Substring, _ value: Substring) -> [String]? {
    switch name {
    case "number": return number(value, in: 1...10_000).map { ["--number", $0] }
    case "digits": return number(value, in: 1...15).map { ["--digits", $0] }
    case "paths": return number(value, in: 1...64).map { ["--paths", $0] }
    case "show":
      let named = value.split(separator: ",", omittingEmptySubsequences: false)
      let known = parts.filter { part in named.contains { $0 == part } }
      return known.count == named.count ? ["--show", known.joined(separator: ",")] : nil
    default:
      guard let row = choices.first(where: { $0.name == name }),
        let known = row.values.first(where: { $0 == value })
      else { return nil }
      return flags.contains(row.name) ? ["--\(row.name)"] : ["--\(row.name)", known]
    }
  }

  private static func number(_ digits: Substring, in range: ClosedRange<Int>) -> String? {
    guard digits.utf8.count <= 5, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let value = Int(digits), range.contains(value)
    else { return nil }
    return String(value)
  }
}
