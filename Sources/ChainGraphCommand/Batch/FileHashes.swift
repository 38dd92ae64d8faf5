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
