/// A format of figures that is built.
enum OutputFormat: String, CaseIterable {
  case svg, png, json

  /// The format asked for by name, else by the output's ending, else SVG.
  init(named name: String?, output: String?) throws(Failure) {
    if let name {
      guard let format = OutputFormat(rawValue: name.lowercased()) else {
        throw .unknownFormat(name)
      }
      self = format
    } else if let output, output != "-" {
      try self.init(ending: output)
    } else {
      self = .svg
    }
  }

  /// The format that a file name's ending asks for.
  private init(ending path: String) throws(Failure) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: ".") else { throw .unknownFormat(name) }
    let ending = String(name[dot...].dropFirst())
    guard let format = OutputFormat(rawValue: ending.lowercased()) else {
      throw .unknownFormat(ending.isEmpty ? name : ending)
    }
    self = format
  }
}
