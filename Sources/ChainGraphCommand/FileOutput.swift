#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a file beside its place and renames it, so that nobody ever sees half of it and the old
/// one stays where the new one fails; standard output for `-`.
///
/// A missing folder is made.
///
/// A link is followed. What is no file, such as a terminal or a pipe, is written to as it is.
///
/// - Parameter draft: where the file is written first, if not beside its place.
func writeOutput(_ bytes: [UInt8], to path: String, draft: String? = nil) throws(Failure) {
  guard path != "-" else { return try writeStandardOutput(bytes) }
  try makeFolder(of: path)
  let target = resolved(path)
  var status = stat()
  let exists = stat(target, &status) == 0
  let kind = status.st_mode & S_IFMT
  if exists, kind != S_IFREG, kind != S_IFDIR {
    return try write(bytes, throughDevice: target)
  }
  let beside = target + ".\(getpid()).part"
  let draft = draft ?? beside
  let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw .unwritable(path: path, reason: systemMessage()) }
  if exists { fchmod(descriptor, status.st_mode & 0o777) }
  guard writeAll(bytes, to: descriptor), close(descriptor) == 0, rename(draft, target) == 0 else {
    let isElsewhere = errno == EXDEV
    let reason = systemMessage()
    unlink(draft)
    // A folder may be a link to another disk, where nothing can be renamed to.
    if isElsewhere, draft != beside { return try writeOutput(bytes, to: path) }
    throw .unwritable(path: path, reason: reason)
  }
}

/// Removes a file.
func removeOutput(_ path: String) throws(Failure) {
  guard unlink(path) == 0 else { throw .unwritable(path: path, reason: systemMessage()) }
}

/// Adds to a file, which begins with the header where it is made; all at once, so that what several
/// processes add is not mingled.
func appendOutput(_ bytes: [UInt8], to path: String, header: String) throws(Failure) {
  try makeFolder(of: path)
  let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw .unwritable(path: path, reason: systemMessage()) }
  defer { close(descriptor) }
  let isNew = lseek(descriptor, 0, SEEK_END) == 0
  guard writeAll((isNew ? Array(header.utf8) : []) + bytes, to: descriptor) else {
    throw .unwritable(path: path, reason: systemMessage())
  }
}

/// Where a link leads; the path itself if it is none.
private func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}

private func write(_ bytes: [UInt8], throughDevice path: String) throws(Failure) {
  let descriptor = open(path, O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .unwritable(path: path, reason: systemMessage()) }
  defer { close(descriptor) }
  guard writeAll(bytes, to: descriptor) else {
    if errno == EPIPE { leave(.success) }
    throw .unwritable(path: path, reason: systemMessage())
  }
}

/// A reader that has had enough closes the pipe: that ends the program quietly.
private func writeStandardOutput(_ bytes: [UInt8]) throws(Failure) {
  guard writeAll(bytes, to: STDOUT_FILENO) else {
    if errno == EPIPE { leave(.success) }
    throw .unwritable(path: "standard output", reason: systemMessage())
  }
}

/// Writes to standard error; nothing can be done where that fails.
func writeStandardError(_ text: String) {
  _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
}

/// Whether standard error is a terminal on which what was written can be written over.
var isScreen: Bool {
  let isDumb = getenv("TERM").map { strcmp($0, "dumb") == 0 } ?? true
  return !isDumb && isatty(STDERR_FILENO) == 1
}

/// Ends the program.
func leave(_ outcome: Exit) -> Never { exit(outcome.rawValue) }

func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
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

func makeFolder(of path: String) throws(Failure) {
  guard let end = path.lastIndex(of: "/"), access(String(path[...end]), F_OK) != 0 else { return }
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
