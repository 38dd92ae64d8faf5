import ChainGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How things are said on standard error.
struct ReportChoices {
  var style = Finding.Style.human
  var color = ReportOptions.ColorChoice.auto
  var isQuiet = false

  var usesColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: isatty(STDERR_FILENO) == 1 && (getenv("NO_COLOR").map { $0[0] == 0 } ?? true)
    }
  }
}

/// How figures are to look, and where they are evaluated.
struct FigureChoices {
  var settings = FigureSettings()
  var point: String?

  /// Reads an input with these choices.
  func document(
    _ path: String, for purpose: Document.Purpose = .figures
  ) throws(Failure) -> Document {
    var settings = settings
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    settings.readFile = { file in try? readInput(file.hasPrefix("/") ? file : folder + file) }
    return Document(
      bytes: try readInput(path), name: path == "-" ? "<stdin>" : path, settings: settings,
      point: point, for: purpose)
  }
}
