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

  var isJSON: Bool { style == .json }

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
    Document(
      bytes: try readInput(path), name: shownName(of: path), settings: settings(of: path),
      point: point, for: purpose)
  }

  /// The settings for an input, whose files are beside it.
  func settings(of path: String) -> FigureSettings {
    var settings = settings
    let folder = folder(of: path)
    settings.readFile = { file in try? readInput(resolved(file, in: folder)) }
    return settings
  }
}

/// What findings call an input.
func shownName(of path: String) -> String { path == "-" ? "<stdin>" : path }
