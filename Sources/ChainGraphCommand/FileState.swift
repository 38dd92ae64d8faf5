#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the system tells cheaply of a file; it is another when the file has been written to.
struct FileState: Hashable {
  let size: Int64
  /// When its content was written and when the system last noted a change, in nanoseconds.
  let modified: Int64
  let changed: Int64

  init(size: Int64, modified: Int64, changed: Int64) {
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  /// Nil of what is no file.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int64(status.st_size)
    #if canImport(Glibc)
      modified = status.st_mtim.nanoseconds
      changed = status.st_ctim.nanoseconds
    #else
      modified = status.st_mtimespec.nanoseconds
      changed = status.st_ctimespec.nanoseconds
    #endif
  }
}

extension timespec {
  fileprivate var nanoseconds: Int64 { Int64(tv_sec) * 1_000_000_000 + Int64(tv_nsec) }
}
