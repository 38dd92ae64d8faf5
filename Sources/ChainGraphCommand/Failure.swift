/// What keeps the program from doing a job, apart from findings in an input.
enum Failure: Error, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case unwritable(path: String, reason: String)
  case unknownFormat(String)
  case severalFigures(count: Int, format: String)
  case drawing(String)

  var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    case .unwritable(let path, let reason): "cannot write \(path): \(reason)"
    case .unknownFormat(let name):
      "unknown format `\(name)`: expected "
        + OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
    case .severalFigures(let count, let format):
      "\(count) figures do not fit one \(format) on standard output: "
        + "name a file with `-o`, or ask for `-f json`"
    case .drawing(let reason): reason
    }
  }

  var exit: Exit {
    switch self {
    case .unreadable: .noInput
    case .unwritable: .cannotCreate
    case .unknownFormat, .severalFigures: .usage
    case .drawing: .software
    }
  }
}

/// How the program ends. Of several outcomes the gravest wins.
enum Exit: Int32, Comparable {
  case success = 0
  case inputErrors = 1
  case checkFailed = 2
  case usage = 64
  case noInput = 66
  case software = 70
  case cannotCreate = 73

  private var gravity: Int {
    switch self {
    case .success: 0
    case .inputErrors: 1
    case .checkFailed: 2
    case .noInput: 3
    case .cannotCreate: 4
    case .software: 5
    case .usage: 6
    }
  }

  static func < (a: Exit, b: Exit) -> Bool { a.gravity < b.gravity }

  mutating func worsen(to other: Exit) { self = max(self, other) }
}

/// A format of figures that is built.
enum OutputFormat: String, CaseIterable {
  case svg, png, json

  /// The format that a file name's ending asks for.
  init(ending path: String) throws(Failure) {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".").count > 1 ? String(name.split(separator: ".").last ?? "") : ""
    guard let format = OutputFormat(rawValue: ending.lowercased()) else {
      throw .unknownFormat(ending.isEmpty ? String(name) : ending)
    }
    self = format
  }
}
