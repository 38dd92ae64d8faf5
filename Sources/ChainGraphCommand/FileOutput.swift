#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a file beside its place and renames it, so that nobody ever sees half of it and the old
/// one stays where the new one fails; standard output for `-`. A missing folder is made.
func writeOutput(_ bytes: [UInt8], to path: String) throws(Failure) {
  guard path != "-" else { return try writeStandardOutput(bytes) }
  try makeFolder(of: path)
  let draft = path + ".\(getpid()).part"
  let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw .unwritable(path: path, reason: systemMessage()) }
  guard writeAll(bytes, to: descriptor), close(descriptor) == 0, rename(draft, path) == 0 else {
    let reason = systemMessage()
    unlink(draft)
    throw .unwritable(path: path, reason: reason)
  }
}

/// A reader that has had enough closes the pipe: that ends the program quietly.
private func writeStandardOutput(_ bytes: [UInt8]) throws(Failure) {
  guard writeAll(bytes, to: STDOUT_FILENO) else {
    if errno == EPIPE { exit(0) }
    throw .unwritable(path: "standard output", reason: systemMessage())
  }
}

/// Writes a line to standard error.
func note(_ line: String) {
  _ = writeAll(Array((line + "\n").utf8), to: STDERR_FILENO)
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var sent = 0
    while sent < buffer.count {
      let count = write(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}

private func makeFolder(of path: String) throws(Failure) {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  var folder = ""
  for (index, part) in parts.enumerated() {
    folder += (index == 0 ? "" : "/") + part
    guard !folder.isEmpty, access(folder, F_OK) != 0 else { continue }
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw .unwritable(path: path, reason: systemMessage())
    }
  }
}
