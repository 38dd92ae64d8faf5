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

/// The content of a file by its hash, and the state it was found in.
struct FileRecord: Hashable {
  let state: FileState
  let digest: Digest
}

/// The hashes of files, each computed once a run, and only if the file is not as it was when it was
/// last hashed.
struct FileHashes {
  private var known: [String: FileRecord] = [:]
  private var current: [String: Digest?] = [:]
  /// What was hashed in this run.
  private(set) var fresh: [(path: String, record: FileRecord)] = []

  /// Remembers a file of an earlier run.
  mutating func remember(_ path: String, _ record: FileRecord) { known[path] = record }

  /// Nil of a file that is missing or cannot be read.
  mutating func digest(of path: String) -> Digest? {
    if let digest = current[path] { return digest }
    let digest = computed(path)
    current[path] = .some(digest)
    return digest
  }

  private mutating func computed(_ path: String) -> Digest? {
    guard let state = FileState(of: path) else { return nil }
    if let record = known[path], record.state == state { return record.digest }
    guard let digest = Digest(ofFile: path) else { return nil }
    let record = FileRecord(state: state, digest: digest)
    known[path] = record
    fresh.append((path, record))
    return digest
  }
}
