/// What a batch has made, kept beside its figures so that only what changed is made again.
///
/// It is text, a line an input, and lives in the folder `.chaingraph` of the output. A run reads every
/// manifest there and adds lines to its own, one a shard: so shards may write to one folder at once,
/// and folders are merged by copying. Without it everything is made again.
struct Manifest {
  static let folderName = ".chaingraph"
  private static let header = "chaingraph manifest 1"

  /// What was made of one input.
  struct Entry {
    /// The program, libraries and fonts that had a part in it.
    var parts: [String]
    /// The hash of theirs.
    var partsDigest: Digest
    /// Files that the input names; a hash is missing where the file was.
    var reads: [(name: String, digest: Digest?)]
    /// What was written, by its path within the output folder.
    var outputs: [(path: String, record: FileRecord)]
    var origin: Origin
    /// What was found in the input, and the form in which that was said.
    var report = (text: "", form: "")
  }

  /// Where something was made from.
  struct Origin: Hashable {
    /// The input, seen from the output folder.
    var input: String
    /// Stands for the options.
    var options: String
  }

  private let folder: String
  private let path: String
  /// Of the manifests that were read, and the lines in them that say what was made.
  private var contents: [[UInt8]] = []
  private var lines: [Digest: (content: Int, line: Range<Int>)] = [:]
  private var ownSize = 0
  private var partLists: [String: [String]] = [:]
  private var partDigests: [String: Digest?] = [:]
  private var hashes = FileHashes()
  /// Lines to be added.
  private var pending: [UInt8] = []
  /// Lists of parts that the own manifest has already.
  private var declaredLists: Set<String> = []
  private var savedHashes = 0

  /// Reads the manifests in an output folder.
  ///
  /// - Parameter shard: names this run's own; empty for a whole.
  init(in folder: String, shard: String) {
    self.folder = folder
    let own = shard.isEmpty ? "manifest" : "manifest-\(shard)"
    let place = folder + "/" + Self.folderName
    path = "\(place)/\(own)"
    let others = folderEntries(place).map(\.name).filter { $0.hasPrefix("manifest") && $0 != own }
    for name in others.sorted() { read("\(place)/\(name)", isOwn: false) }
    // Last, for what it says is newer.
    read(path, isOwn: true)
  }

  private mutating func read(_ path: String, isOwn: Bool) {
    guard let bytes = try? readInput(path, limit: 1 << 30),
      bytes.starts(with: (Self.header + "\n").utf8)
    else { return }
    contents.append(bytes)
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      take(start..<end, of: contents.count - 1, isOwn: isOwn)
      start = end + 1
    }
    guard isOwn else { return }
    ownSize = bytes.count
    // A line that was cut short is ended.
    if start < bytes.count { pending.append(UInt8(ascii: "\n")) }
  }

  private mutating func take(_ line: Range<Int>, of content: Int, isOwn: Bool) {
    var words = LineReader(contents[content][line])
    switch words.word() {
    case "made":
      if let key = words.digest() { lines[key] = (content, line) }
    case "file":
      if let path = words.path(), let record = words.record() { hashes.remember(path, record) }
    case "parts":
      let id = words.word()
      var paths: [String] = []
      while let path = words.path() { paths.append(path) }
      partLists[id] = paths
      if isOwn { declaredLists.insert(id) }
    default: break
    }
  }
}

extension Manifest {
  /// What was made of the input with this key, if all of it is still as it was: what it was made
  /// with, what it reads, and what was written.
  ///
  /// - Parameter inputFolder: where files are that the input names.
  mutating func current(_ key: Digest, inputFolder: String) -> Entry? {
    guard let (content, line) = lines[key],
      var entry = currentEntry(LineReader(contents[content][line]))
    else { return nil }
    var hasMoved = false
    for (index, output) in entry.outputs.enumerated() {
      let path = folder + "/" + output.path
      guard let state = FileState(of: path), state.size == output.record.state.size else {
        return nil
      }
      guard state != output.record.state else { continue }
      // Copied, perhaps, and the same.
      guard hashes.digest(of: path) == output.record.digest else { return nil }
      entry.outputs[index].record = FileRecord(state: state, digest: output.record.digest)
      hasMoved = true
    }
    for read in entry.reads
    where hashes.digest(of: resolved(read.name, in: inputFolder)) != read.digest { return nil }
    if hasMoved { add(entry, for: key) }
    return entry
  }

  /// What a line says, if programs, libraries and fonts are still those it was made with.
  private mutating func currentEntry(_ reader: LineReader) -> Entry? {
    guard let (list, entry) = entry(reader), partsDigest(list) == entry.partsDigest else {
      return nil
    }
    return entry
  }

  private func entry(_ reader: LineReader) -> (partList: String, entry: Entry)? {
    var words = reader
    _ = words.word()
    _ = words.digest()
    let list = words.word()
    guard let parts = partLists[list], let digest = words.digest(),
      let readCount = words.number(), let outputCount = words.number()
    else { return nil }
    var reads: [(name: String, digest: Digest?)] = []
    for _ in 0..<readCount {
      guard let name = words.path() else { return nil }
      reads.append((name, words.digest()))
    }
    var outputs: [(path: String, record: FileRecord)] = []
    for _ in 0..<outputCount {
      guard let path = words.path(), let record = words.record() else { return nil }
      outputs.append((path, record))
    }
    guard let input = words.path(), let form = words.path() else { return nil }
    let origin = Origin(input: input, options: words.word())
    let entry = Entry(
      parts: parts, partsDigest: digest, reads: reads, outputs: outputs, origin: origin,
      report: (words.path() ?? "", form))
    return (list, entry)
  }

  /// All that was ever made and is still noted, in no order.
  var made: [(path: String, digest: Digest, origin: Origin)] {
    let entries = lines.values.compactMap { content, line in
      entry(LineReader(contents[content][line]))?.entry
    }
    return entries.flatMap { entry in
      entry.outputs.map { ($0.path, $0.record.digest, entry.origin) }
    }
  }

  /// Whether a file within the output folder holds what has this hash.
  mutating func holds(_ path: String, _ digest: Digest) -> Bool {
    hashes.digest(of: folder + "/" + path) == digest
  }

  private mutating func partsDigest(_ id: String) -> Digest? {
    if let digest = partDigests[id] { return digest }
    let paths = partLists[id] ?? []
    let digest = paths.isEmpty ? nil : digest(ofParts: paths)
    partDigests[id] = .some(digest)
    return digest
  }

  /// The hash of files' hashes; nil where one is missing.
  mutating func digest(ofParts paths: [String]) -> Digest? {
    var bytes: [UInt8] = []
    for path in paths {
      guard let digest = hashes.digest(of: path) else { return nil }
      bytes += digest.bytes
    }
    return Digest(of: bytes)
  }
}

extension Manifest {
  /// Notes what was made; it is written with `save`.
  mutating func add(_ entry: Entry, for key: Digest) {
    guard let id = Digest(of: Array(entry.parts.joined(separator: "\0").utf8)) else { return }
    let name = String(decoding: id.hex.prefix(16), as: UTF8.self)
    if declaredLists.insert(name).inserted {
      partLists[name] = entry.parts
      var line = LineWriter("parts \(name)")
      for path in entry.parts { line.append(path: path) }
      pending += line.end()
    }
    var line = LineWriter("made")
    line.append(key)
    line.append(name)
    line.append(entry.partsDigest)
    line.append(String(entry.reads.count))
    line.append(String(entry.outputs.count))
    for (name, digest) in entry.reads {
      line.append(path: name)
      if let digest { line.append(digest) } else { line.append("-") }
    }
    for (path, record) in entry.outputs {
      line.append(path: path)
      line.append(record)
    }
    line.append(path: entry.origin.input)
    line.append(path: entry.report.form)
    line.append(entry.origin.options)
    if !entry.report.text.isEmpty { line.append(path: entry.report.text) }
    pending += line.end()
  }

  /// Adds what is new to this run's manifest, so that a run that is cut short has not worked in vain.
  mutating func save() throws(Failure) {
    if savedHashes < hashes.fresh.count {
      let parts = Set(partLists.values.joined())
      for (path, record) in hashes.fresh[savedHashes...] where parts.contains(path) {
        pending += Self.fileLine(path, record)
      }
      savedHashes = hashes.fresh.count
    }
    guard !pending.isEmpty else { return }
    try appendOutput(pending, to: path, header: Self.header + "\n")
    ownSize += pending.count
    pending = []
  }

  private static func fileLine(_ path: String, _ record: FileRecord) -> [UInt8] {
    var line = LineWriter("file")
    line.append(path: path)
    line.append(record)
    return line.end()
  }

  /// Leaves out of this run's manifest what is no longer so, where it has grown far beyond what a
  /// batch of this size needs.
  mutating func tidy(inputCount: Int) throws(Failure) {
    guard ownSize > 1 << 20, ownSize / 4096 > inputCount else { return }
    let bytes = try readInput(path, limit: 1 << 30)
    var kept: [ArraySlice<UInt8>] = []
    var written: Set<String> = []
    // The newest line about a file counts.
    for line in bytes.split(separator: UInt8(ascii: "\n")).reversed() {
      var words = LineReader(line)
      guard words.word() == "made" else {
        kept.append(line)
        continue
      }
      guard let entry = currentEntry(LineReader(line)),
        entry.outputs.allSatisfy({ written.insert($0.path).inserted })
      else { continue }
      kept.append(line)
    }
    try writeOutput(
      Array(kept.reversed().joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")],
      to: path)
  }
}
