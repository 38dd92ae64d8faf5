import ChainGraph

/// What keeps the program from doing a job, apart from findings in an input.
enum Failure: Error {
  case unreadable(path: String, reason: String)
  case unwritable(path: String, reason: String)
  case unformattable(path: String)
  case noPandocDocument
  case unknownFormat(String, known: [String])
  case severalFigures(count: Int, format: String)
  case drawing(input: String, DrawingError)
  case sameOutput(input: String, path: String, other: String)
  case workerEnded(input: String, reason: String)
  case noWorker(reason: String)
  case cannotListen(port: UInt16, reason: String)
  /// The text of a page has no picture of the number and form asked for.
  case noFigure

  /// What is said of it.
  var finding: Finding {
    switch self {
    case .unreadable(let path, let reason):
      Finding(.error, id: "unreadable-input", "cannot read the input: \(reason)", in: path)
    case .unwritable(let path, let reason):
      Finding(.error, id: "unwritable-output", "cannot write the output: \(reason)", in: path)
    case .unformattable(let path):
      Finding(
        .error, id: "not-formatted", "the canonical form would read differently", in: path,
        help: "leave the file as it is, and report this")
    case .noPandocDocument:
      Finding(
        .error, id: "unreadable-input", "standard input holds no Pandoc document", in: "chaingraph",
        help: "pass it through Pandoc: `pandoc --filter chaingraph-pandoc`")
    case .unknownFormat(let name, let known):
      Finding(
        .error, id: "unsupported-format", "unknown format `\(name)`", in: "chaingraph",
        help: "the formats are " + known.joined(separator: ", "))
    case .severalFigures(let count, let format):
      Finding(
        .error, id: "several-figures",
        "\(count) figures do not fit one \(format) on standard output", in: "chaingraph",
        help: "name a file with `-o`, or ask for `-f json`")
    case .drawing(let input, let error):
      Finding(
        .error, id: error.isOfInput ? "figure-too-large" : "not-drawn", error.description,
        in: input)
    case .sameOutput(let input, let path, let other):
      Finding(
        .error, id: "same-output", "`\(path)` would be written over by what \(other) is made into",
        in: input, help: "give one of the two another name")
    case .workerEnded(let input, let reason):
      Finding(
        .error, id: "not-drawn", reason, in: input,
        help: "please report this input; others are not affected")
    case .noWorker(let reason):
      Finding(.error, id: "no-worker", "cannot start a process: \(reason)", in: "chaingraph")
    case .cannotListen(let port, let reason):
      Finding(
        .error, id: "port-unavailable", "cannot listen on port \(port): \(reason)",
        in: "chaingraph", help: "leave `--port` out, and any free port is taken")
    case .noFigure:
      Finding(
        .error, id: "no-figure", "the text has no such figure in this form", in: "text")
    }
  }

  var exit: Exit {
    switch self {
    case .unreadable, .noPandocDocument: .noInput
    case .unwritable, .cannotListen: .cannotCreate
    case .noFigure: .inputErrors
    case .unformattable: .software
    case .unknownFormat, .severalFigures: .usage
    case .drawing(_, let error): error.isOfInput ? .inputErrors : .software
    case .sameOutput: .inputErrors
    case .workerEnded, .noWorker: .software
    }
  }
}

/// How the program ends.
///
/// Of several outcomes the gravest wins.
enum Exit: Int32, Comparable {
  case success = 0
  case inputErrors = 1
  case checkFailed = 2
  case usage = 64
  case noInput = 66
  case software = 70
  case cannotCreate = 73
  case interrupted = 130

  private var gravity: Int {
    switch self {
    case .success: 0
    case .inputErrors: 1
    case .checkFailed: 2
    case .noInput: 3
    case .cannotCreate: 4
    case .software: 5
    case .usage: 6
    case .interrupted: 7
    }
  }

  static func < (a: Exit, b: Exit) -> Bool { a.gravity < b.gravity }

  mutating func worsen(to other: Exit) { self = max(self, other) }
}
