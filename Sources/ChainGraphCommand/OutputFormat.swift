/// A format of figures that is built.
enum OutputFormat: String, CaseIterable {
  case svg, png, pdf, eps, dot, tikz, html, json

  /// Formats of one formula.
  static let ofFormulas: [OutputFormat] = [.svg, .png, .pdf, .eps, .json]

  /// The format asked for by name, else by the output's ending, else SVG.
  init(
    named name: String?, output: String?, among formats: [OutputFormat] = allCases
  ) throws(Failure) {
    let wish: String
    if let name {
      wish = name
    } else if let output, output != "-" {
      wish = Self.ending(of: output)
    } else {
      wish = Self.svg.rawValue
    }
    let name = Self.otherNames[wish.lowercased()] ?? wish.lowercased()
    guard let format = formats.first(where: { $0.rawValue == name }) else {
      throw .unknownFormat(wish, known: formats.map(\.rawValue))
    }
    self = format
  }

  /// Endings that mean a format as well as its own name does.
  private static let otherNames = ["gv": "dot", "tex": "tikz"]

  /// Whether one file can hold any number of figures.
  var holdsSeveral: Bool {
    switch self {
    case .pdf, .html, .json: true
    case .svg, .png, .eps, .dot, .tikz: false
    }
  }

  /// Whether a figure is laid out for it; a page lays out its own.
  var showsPicture: Bool {
    switch self {
    case .svg, .png, .pdf, .eps, .tikz: true
    case .dot, .html, .json: false
    }
  }

  /// What its files are called at their end.
  var ending: String { self == .tikz ? "tex" : rawValue }

  /// The formats of a list with commas, each once, in the order of their declaration.
  static func list(_ names: String) throws(Failure) -> [OutputFormat] {
    var formats: Set<OutputFormat> = []
    for name in names.split(separator: ",", omittingEmptySubsequences: false) {
      formats.insert(try OutputFormat(named: String(name.filter { $0 != " " }), output: nil))
    }
    return allCases.filter(formats.contains)
  }

  /// What stands behind a file name's last dot; the name itself where there is none.
  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), name[dot...] != "." else { return name }
    return String(name[dot...].dropFirst())
  }
}
