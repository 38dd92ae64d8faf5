import Foundation
import Testing

/// Programs of the system that read what chaingraph writes.
enum Tool {
  static func isInstalled(_ name: String) -> Bool { path(of: name) != nil }

  private static func path(of name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
  }

  /// Runs a program in a folder and gives what it writes to standard output, and how it ends.
  static func run(
    _ name: String, _ arguments: String..., in folder: URL
  ) throws -> (status: Int32, output: String) {
    try run(name, arguments: arguments, in: folder)
  }

  /// Runs a program with a list of arguments.
  static func run(
    _ name: String, arguments: [String], in folder: URL
  ) throws -> (status: Int32, output: String) {
    let executable = try #require(path(of: name))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = folder.appendingPathComponent(".tool")
    try Data().write(to: output)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self)
    )
  }
}
