import CSupport
import ChainGraph

/// What `batch` is asked to do.
struct BatchJob {
  var inputs: [String]
  /// The folder of the figures.
  var output: String
  var formats: [OutputFormat] = [.svg]
  /// Workers at a time; nil for as many as there are processors.
  var workers: Int?
  /// Whether everything is made, also what has not changed.
  var isForced = false
  var shard: Shard?
  /// Whether figures that nothing makes any more are removed.
  var prunes = false
  /// The file of rules for make.
  var rules: String?
  /// For how long one input may be drawn, in seconds.
  var timeout = 60
  var figures = FigureChoices()
  var report = ReportChoices()

  func run() -> Never {
    finish(report) { (messages) throws(Failure) in
      var run = BatchRun(self, messages)
      defer { messages = run.messages }
      return try run.run()
    }
  }
}

/// A batch under way.
struct BatchRun {
  private let job: BatchJob
  private let started = now()
  private(set) var messages: Messages
  private let inputs: [BatchInput]
  private let missing: [Failure]
  private let names: OutputNames
  private let options: [UInt8]
  private let searched: [[Substring]]
  private var manifest: Manifest
  /// The input that is looked at next.
  private var next = 0
  /// Of inputs that are being drawn, what the manifest will know them by.
  private var keys: [Int: Digest] = [:]
  private var outcome = Exit.success
  private var counts = (made: 0, unchanged: 0, failed: 0, files: 0)
  private var progress: Progress
  private var lines = OrderedLines()
  /// What became of which files, by the input's number: answers come in any order.
  private var dependencies: [Int: (targets: [String], prerequisites: [String])] = [:]
  /// The files that inputs make, by the input, of those in which nothing is wrong.
  private var asked: [String: Set<String>] = [:]
  private var lastSaved = now()

  init(_ job: BatchJob, _ messages: Messages) {
    var job = job
    while job.output.count > 1, job.output.hasSuffix("/") { job.output.removeLast() }
    self.job = job
    self.messages = messages
    let search = InputSearch(job.inputs, output: job.output)
    missing = search.missing
    searched = search.searched
    names = OutputNames(search.inputs, in: job.output, job.formats)
    inputs = search.inputs.filter { input in job.shard?.holds(input.stem) ?? true }
    options =
      WorkerSetup(
        formats: job.formats, figures: job.figures, report: ReportChoices(color: .never), draft: ""
      ).message.bytes
    let shard = job.shard.map { "\($0.number)-of-\($0.count)" } ?? ""
    manifest = Manifest(in: job.output, shard: shard)
    progress = Progress(total: inputs.count, isQuiet: job.report.isQuiet || job.report.isJSON)
  }

  mutating func run() throws(Failure) -> Exit {
    Interruption.watch()
    for failure in missing {
      messages.tell(failure.finding)
      note(failure.exit)
    }
    let setup = WorkerSetup(
      formats: job.formats, figures: job.figures, report: job.report,
      draft: Draft.path(in: job.output))
    var pool = WorkerPool(
      setup, size: job.workers ?? Int(chaingraph_processor_count()), patience: 1000 * job.timeout)
    do throws(Failure) {
      try work(&pool)
    } catch {
      pool.stop()
      progress.clear()
      try? manifest.save()
      throw error
    }
    let isInterrupted = Interruption.isAsked
    if isInterrupted { pool.stop() } else { pool.dismiss() }
    say(lines.all())
    progress.clear()
    try manifest.save()
    try manifest.tidy(inputCount: inputs.count)
    if !isInterrupted {
      try writeRules()
      if job.shard == nil { settleLeftovers() }
    }
    summarize(isInterrupted)
    return isInterrupted ? .interrupted : outcome
  }

  private mutating func work(_ pool: inout WorkerPool) throws(Failure) {
    var task = try nextTask()
    // A shard without inputs has a folder, too, to be merged with the others'.
    if task != nil || job.shard != nil { try Draft.prepare(in: job.output) }
    while !Interruption.isAsked {
      while let given = task, pool.hasRoom {
        try pool.give(given)
        task = try nextTask()
      }
      if task == nil, pool.isIdle { return }
      for (task, answer) in try pool.answers(within: 100) { settle(task, answer) }
      say(lines.ready())
      progress.show(done: done, failed: counts.failed)
      if now() - lastSaved > 500 {
        try manifest.save()
        lastSaved = now()
      }
    }
  }

  private var done: Int { counts.made + counts.unchanged + counts.failed }
}

extension BatchRun {
  /// The next input that has to be drawn; nil if there is none.
  private mutating func nextTask() throws(Failure) -> WorkerTask? {
    while next < inputs.count, !Interruption.isAsked {
      next += 1
      if let task = task(next - 1) { return task }
      progress.show(done: done, failed: counts.failed)
    }
    return nil
  }

  /// The task of drawing an input; nil if there is nothing to be drawn.
  private mutating func task(_ number: Int) -> WorkerTask? {
    let input = inputs[number]
    let name = shownName(of: input.path)
    let bytes: [UInt8]
    do throws(Failure) {
      if let conflict = names.conflict(of: input) { throw conflict }
      bytes = try readInput(input.path)
    } catch {
      lines.add(number, kept: text(of: error.finding), said: "")
      note(error.exit)
      return nil
    }
    if input.isMarkdown, MarkdownSource(bytes: bytes, name: name).blocks.isEmpty {
      let finding = Finding(
        .warning, id: "no-block", "the document has no fenced `chaingraph` block", in: name)
      lines.add(number, kept: input.isNamed ? text(of: finding) : "", said: "")
      asked[pathFromOutput(input.path)] = []
      return nil
    }
    let key = key(of: input, bytes)
    let folder = folder(of: input.path)
    if !job.isForced, let key, let entry = manifest.current(key, inputFolder: folder),
      entry.report.text.isEmpty || entry.report.form == form(of: name)
    {
      counts.unchanged += 1
      lines.add(number, kept: entry.report.text, said: "")
      asked[entry.origin.input] = Set(entry.outputs.map(\.path))
      if job.rules != nil {
        addRule(number, entry.outputs.map { "\(job.output)/\($0.path)" }, entry.reads.map(\.name))
      }
      return nil
    }
    keys[number] = key
    return WorkerTask(
      number: number, name: name, isMarkdown: input.isMarkdown,
      stem: "\(job.output)/\(input.stem)",
      taken: names.numbered(input.stem).map { "\(job.output)/\($0)" }, bytes: bytes)
  }

  /// The hash of all that an input's figures are made of, but for files that it names, and the program
  /// with its libraries and fonts, which the manifest lists.
  private func key(of input: BatchInput, _ bytes: [UInt8]) -> Digest? {
    var message = WireMessage()
    message.append(options)
    message.append(input.stem)
    message.append(input.isMarkdown ? 1 : 0)
    message.append(bytes)
    return Digest(of: message.bytes)
  }

  private mutating func settle(_ task: WorkerTask, _ answer: WorkerPool.Answer) {
    let key = keys.removeValue(forKey: task.number)
    let input = inputs[task.number]
    switch answer {
    case .failure(let reason):
      let failure = Failure.workerEnded(input: task.name, reason: reason)
      note(failure.exit)
      lines.add(task.number, kept: text(of: failure.finding), said: "")
      addRule(task.number, job.formats.map { "\(task.stem).\($0.ending)" }, [])
    case .result(let result):
      note(result.outcome)
      let written = result.files.filter { $0.summary != nil }
      counts.files += written.count
      let said = written.map { "wrote \($0.path) (\($0.summary ?? ""))" }
      lines.add(
        task.number, kept: result.report,
        said: progress.replacesLines ? "" : said.joined(separator: "\n"))
      addRule(task.number, result.files.map(\.path), result.reads.map(\.name))
      if result.outcome == .success, let key {
        remember(result, of: input.path, task.name, as: key)
      }
    }
  }

  /// How findings in an input are said; what is noted in another form is of no use.
  private func form(of name: String) -> String {
    "\(job.report.style.rawValue) \(job.report.usesColor) \(name)"
  }

  /// Counts an input that is done.
  private mutating func note(_ exit: Exit) {
    outcome.worsen(to: exit)
    if exit == .success { counts.made += 1 } else { counts.failed += 1 }
  }

  private mutating func remember(
    _ result: WorkerResult, of path: String, _ name: String, as key: Digest
  ) {
    var outputs: [(path: String, record: FileRecord)] = []
    for file in result.files {
      guard let record = file.record else { return }
      outputs.append((String(file.path.dropFirst(job.output.count + 1)), record))
    }
    guard let digest = manifest.digest(ofParts: result.parts) else { return }
    let origin = Manifest.Origin(input: pathFromOutput(path), options: optionsName)
    asked[origin.input] = Set(outputs.map(\.path))
    manifest.add(
      Manifest.Entry(
        parts: result.parts, partsDigest: digest, reads: result.reads, outputs: outputs,
        origin: origin, report: (result.report, form(of: name))),
      for: key)
  }

  private var optionsName: String {
    String(decoding: Digest(of: options)?.hex.prefix(16) ?? [], as: UTF8.self)
  }

  private func pathFromOutput(_ input: String) -> String {
    input == "-" ? input : path(to: absoluteParts(input), from: absoluteParts(job.output))
  }

  /// Tells of figures that nothing makes any more, or removes them.
  private mutating func settleLeftovers() {
    let files = Leftovers(
      &manifest, asked: asked, options: optionsName, searched: searched, output: job.output
    ).files
    if job.prunes { return files.forEach { remove($0) } }
    for file in files.prefix(Leftovers.told) {
      messages.tell(
        Finding(
          .warning, id: "left-over", file.reason, in: "\(job.output)/\(file.path)",
          help: "`--prune` removes what has no source"))
    }
    guard files.count > Leftovers.told else { return }
    messages.tell(
      Finding(
        .warning, id: "left-over",
        "\(files.count - Leftovers.told) more figures have no source any more", in: job.output))
  }

  private mutating func remove(_ file: Leftovers.File) {
    let path = "\(job.output)/\(file.path)"
    do throws(Failure) {
      try removeOutput(path)
      messages.say("removed \(path): \(file.reason)")
    } catch {
      messages.tell(error.finding)
      outcome.worsen(to: error.exit)
    }
  }
}

extension BatchRun {
  private func text(of finding: Finding) -> String {
    var messages = Messages(job.report, keeps: true)
    messages.tell(finding)
    return messages.kept ?? ""
  }

  private mutating func say(_ ready: [OrderedLines.Entry]) {
    for entry in ready where !entry.kept.isEmpty || !entry.said.isEmpty {
      progress.clear()
      messages.tell(kept: entry.kept)
      if !entry.said.isEmpty { messages.say(entry.said) }
    }
  }

  private mutating func addRule(_ number: Int, _ outputs: [String], _ reads: [String]) {
    let path = inputs[number].path
    guard job.rules != nil, path != "-" else { return }
    let folder = folder(of: path)
    dependencies[number] = (outputs, [path] + reads.map { resolved($0, in: folder) })
  }

  private mutating func writeRules() throws(Failure) {
    guard let path = job.rules else { return }
    var rules = MakeRules()
    for number in inputs.indices {
      guard let row = dependencies[number] else { continue }
      rules.add(row.targets, from: row.prerequisites)
    }
    for file in rules.untellable {
      messages.tell(
        Finding(
          .warning, id: "untellable-path",
          "make cannot be told of a path with `;`, `|` or a line break",
          in: file))
    }
    try writeOutput(Array(rules.text.utf8), to: path)
  }

  private mutating func summarize(_ isInterrupted: Bool) {
    if inputs.isEmpty, missing.isEmpty, job.shard == nil {
      messages.tell(
        Finding(
          .warning, id: "no-input", "no input was found", in: job.inputs.joined(separator: " "),
          help: "a folder's sources end in .txt, .chaingraph or .md"))
    }
    let milliseconds = now() - started
    let hundredths = milliseconds / 10 % 100
    let seconds = "\(milliseconds / 1000).\(hundredths < 10 ? "0" : "")\(hundredths)"
    let files = counts.files == 1 ? "1 file" : "\(counts.files) files"
    messages.say(
      (isInterrupted ? "interrupted: " : "")
        + "made \(counts.made) (\(files)), unchanged \(counts.unchanged), failed \(counts.failed) "
        + "in \(seconds) s")
  }
}
