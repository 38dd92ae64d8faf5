#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where workers write files before they are renamed: beside the manifest, so that what a machine that
/// went down left half done is found.
enum Draft {
  private static let prefix = "draft-"

  /// To be completed by the worker's process number.
  static func path(in output: String) -> String {
    "\(output)/\(Manifest.folderName)/\(prefix)\(host())-"
  }

  /// Makes the folder, and removes what processes of this machine left that are gone.
  static func prepare(in output: String) throws(Failure) {
    let folder = "\(output)/\(Manifest.folderName)"
    do throws(Failure) {
      try makeFolder(of: folder + "/")
    } catch {
      guard case .unwritable(_, let reason) = error else { throw error }
      throw .unwritable(path: output, reason: reason)
    }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw .unwritable(path: output, reason: systemMessage())
    }
    let own = "\(prefix)\(host())-"
    for entry in folderEntries(folder) where entry.name.hasPrefix(own) {
      guard let process = pid_t(entry.name.dropFirst(own.count)), kill(process, 0) != 0,
        errno == ESRCH
      else { continue }
      unlink("\(folder)/\(entry.name)")
    }
  }

  private static func host() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "host" }
    return name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "host" }
  }
}
