import ChainGraph

/// What a worker is told before its first task.
struct WorkerSetup {
  var formats: [OutputFormat]
  var figures: FigureChoices
  var style: Finding.Style
  var usesColor: Bool
  /// Where a file is written before it is renamed to its place.
  var draft: String

  var message: WireMessage {
    var message = WireMessage()
    message.append(formats.map(\.rawValue))
    message.append(style.rawValue)
    message.append(usesColor ? 1 : 0)
    message.append(draft)
    message.append(figures.point.map { [$0] } ?? [])
    for key in FigureSettings.Key.allCases {
      guard let value = figures.settings[key] else { continue }
      message.append(key.rawValue)
      message.append(value)
    }
    return message
  }

  init(
    formats: [OutputFormat], figures: FigureChoices, report: ReportChoices, draft: String
  ) {
    self.formats = formats
    self.figures = figures
    style = report.style
    usesColor = report.usesColor
    self.draft = draft
  }

  init(_ message: WireMessage) {
    var reader = WireReader(message)
    formats = reader.list().compactMap(OutputFormat.init(rawValue:))
    style = Finding.Style(rawValue: reader.text()) ?? .human
    usesColor = reader.number() == 1
    draft = reader.text()
    figures = FigureChoices()
    figures.point = reader.list().first
    while !reader.isAtEnd {
      let key = FigureSettings.Key(rawValue: reader.text())
      let value = reader.text()
      if let key { figures.settings[key] = value }
    }
  }
}

/// An input for a worker to draw.
struct WorkerTask {
  /// What the answer names it by.
  var number: Int
  /// As findings name it.
  var name: String
  var isMarkdown: Bool
  /// The path of its figures, without their numbers and endings.
  var stem: String
  /// Stems of other inputs that a number behind this one's could lead to.
  var taken: [String]
  var bytes: [UInt8]

  var message: WireMessage {
    var message = WireMessage()
    message.append(number)
    message.append(name)
    message.append(isMarkdown ? 1 : 0)
    message.append(stem)
    message.append(taken)
    message.append(bytes)
    return message
  }
}

extension WorkerTask {
  init(_ message: WireMessage) {
    var reader = WireReader(message)
    number = Int(reader.number())
    name = reader.text()
    isMarkdown = reader.number() == 1
    stem = reader.text()
    taken = reader.list()
    bytes = reader.bytes()
  }
}

/// What came of an input.
struct WorkerResult {
  /// A figure's file.
  struct File: Hashable {
    var path: String
    /// `4 nodes, 4 edges, 2 paths, checked`; nil if it was not written.
    var summary: String?
    /// Nil also where nothing can be hashed.
    var record: FileRecord?
  }

  var number = 0
  var outcome = Exit.success
  /// Findings as they are printed.
  var report = ""
  /// Every file that the input asks for.
  var files: [File] = []
  /// Files that the input names, by the name it has for them, and what was in them.
  var reads: [(name: String, digest: Digest?)] = []
  /// The program, libraries and fonts in use; a worker leaves them out where they are those of its
  /// result before.
  var parts: [String] = []

  var message: WireMessage {
    var message = WireMessage()
    message.append(number)
    message.append(outcome.rawValue)
    message.append(report)
    message.append(parts)
    message.append(reads.count)
    for read in reads {
      message.append(read.name)
      message.append(read.digest?.hex ?? [])
    }
    for file in files {
      message.append(file.path)
      message.append(file.summary.map { [$0] } ?? [])
      message.append(file.record?.state.size ?? -1)
      message.append(file.record?.state.modified ?? 0)
      message.append(file.record?.state.changed ?? 0)
      message.append(file.record?.digest.hex ?? [])
    }
    return message
  }

  init() {}

  init(_ message: WireMessage) {
    var reader = WireReader(message)
    number = Int(reader.number())
    outcome = Exit(rawValue: Int32(truncatingIfNeeded: reader.number())) ?? .software
    report = reader.text()
    parts = reader.list()
    for _ in 0..<max(0, reader.number()) {
      let name = reader.text()
      reads.append((name, Digest(hex: reader.bytes())))
    }
    while !reader.isAtEnd {
      var file = File(path: reader.text(), summary: reader.list().first)
      let state = FileState(
        size: reader.number(), modified: reader.number(), changed: reader.number())
      if let digest = Digest(hex: reader.bytes()), state.size >= 0 {
        file.record = FileRecord(state: state, digest: digest)
      }
      files.append(file)
    }
  }
}
