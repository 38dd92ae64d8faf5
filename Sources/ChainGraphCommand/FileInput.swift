#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file, or of standard input for `-`; at most `limit` bytes and one more are read,
/// so that an endless input ends.
func readInput(_ path: String, limit: Int = 16 << 20) throws(Failure) -> [UInt8] {
  let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .unreadable(path: path, reason: systemMessage()) }
  defer { if path != "-" { close(descriptor) } }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 14)
  while bytes.count <= limit {
    let count = read(descriptor, &buffer, buffer.count)
    if count == 0 { break }
    guard count > 0 else {
      if errno == EINTR { continue }
      throw .unreadable(path: path, reason: systemMessage())
    }
    bytes.append(contentsOf: buffer[0..<count])
  }
  return bytes
}

/// What the system says of the last call that failed.
func systemMessage() -> String { String(cString: strerror(errno)) }
