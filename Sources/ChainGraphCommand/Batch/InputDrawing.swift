import ChainGraph
import Synchronization

/// Draws the figures of one input in every format asked for; the formats share derivation and layout.
///
/// An input that has nothing but plots is drawn as them.
struct InputDrawing {
  private let task: WorkerTask
  private let setup: WorkerSetup
  private let reads = FileReads()
  private var messages: Messages
  private var result = WorkerResult()
  private var figures: [(figure: Figure, number: Int)] = []
  private var plots: [(plot: Plot, number: Int)] = []
  /// How many figures and plots the input has, those with errors included.
  private var count = 0

  static func result(of task: WorkerTask, _ setup: WorkerSetup) -> WorkerResult {
    var drawing = InputDrawing(task, setup)
    drawing.read()
    drawing.drawFigures()
    drawing.drawPlots()
    drawing.result.report = drawing.messages.kept ?? ""
    drawing.result.reads = drawing.reads.all
    return drawing.result
  }

  private init(_ task: WorkerTask, _ setup: WorkerSetup) {
    self.task = task
    self.setup = setup
    let report = ReportChoices(style: setup.style, color: setup.usesColor ? .always : .never)
    messages = Messages(report, keeps: true)
    result.number = task.number
  }

  private mutating func fail(_ failure: Failure) {
    messages.tell(failure.finding)
    result.outcome.worsen(to: failure.exit)
  }
}

extension InputDrawing {
  private mutating func read() {
    guard task.isMarkdown else {
      let settings = settings(of: setup.figures)
      return take(task.bytes) { [task, setup] purpose in
        Document(
          bytes: task.bytes, name: task.name, settings: settings, point: setup.figures.point,
          for: purpose)
      }
    }
    let markdown = MarkdownSource(bytes: task.bytes, name: task.name)
    for block in markdown.blocks {
      var choices = setup.figures
      choices.settings = settings(of: choices)
      if let problem = choices.complete(by: block.attributes) {
        messages.tell(markdown.error("setting-value", problem, in: block))
        result.outcome.worsen(to: .inputErrors)
        count += 1
        continue
      }
      let settings = settings(of: choices)
      take(task.bytes) { [choices] purpose in
        markdown.document(of: block, settings: settings, point: choices.point, for: purpose)
      }
    }
  }

  private func settings(of choices: FigureChoices) -> FigureSettings {
    var settings = choices.settings(of: task.name)
    let read = settings.readFile
    settings.readFile = { [reads] name in
      let bytes = read(name)
      reads.add(name, bytes)
      return bytes
    }
    return settings
  }

  private mutating func take(_ bytes: [UInt8], _ document: (Document.Purpose) -> Document) {
    var read = document(setup.formats.contains(.json) ? .figures : .pictures)
    if read.figures.isEmpty, !read.hasErrors {
      let asPlots = document(.plots)
      if asPlots.figureCount > 0 { read = asPlots }
    }
    messages.tell(read)
    if read.hasErrors { result.outcome.worsen(to: .inputErrors) }
    if !read.figures.allSatisfy(\.isChecked) || !read.plots.allSatisfy(\.isChecked) {
      result.outcome.worsen(to: .checkFailed)
    }
    figures += read.figures.map { ($0, count + $0.number) }
    plots += read.plots.map { ($0, count + $0.number) }
    count += max(1, read.figureCount)
  }
}

extension InputDrawing {
  private mutating func drawFigures() {
    let pictured = setup.formats.filter(\.showsPicture)
    var drawn: [(figure: DrawnFigure, number: Int)] = []
    for (figure, number) in figures where figure.isChecked {
      do throws(Failure) {
        drawn.append((try DrawnFigure(figure, of: task.name, in: pictured, &messages), number))
      } catch {
        fail(error)
      }
    }
    for format in setup.formats {
      if format == .json {
        // It tells of derivatives that failed their check, too.
        write(together: figures.compactMap { undrawn($0.figure) }, format)
      } else if format.holdsSeveral {
        write(together: drawn.map(\.figure), format)
      } else {
        for (figure, number) in drawn { write(figure, number, format) }
        let missing = (1...max(1, count)).filter { number in
          !drawn.contains { $0.number == number } && !plots.contains { $0.number == number }
        }
        for number in missing where count > 0 { note(path(format, number)) }
      }
    }
  }

  private mutating func undrawn(_ figure: Figure) -> DrawnFigure? {
    try? DrawnFigure(figure, of: task.name, in: [], &messages)
  }

  private mutating func write(together figures: [DrawnFigure], _ format: OutputFormat) {
    let path = "\(task.stem).\(format.ending)"
    guard let first = figures.first else {
      if plots.isEmpty, count > 0 { note(path) }
      return
    }
    let summary = figures.count == 1 ? first.summary : "\(figures.count) figures"
    write(path, summary) { () throws(Failure) in
      try DrawnFigure.bytes(of: figures, in: format)
    }
  }

  /// Writes a figure, or a numbered file a step of it.
  private mutating func write(_ figure: DrawnFigure, _ number: Int, _ format: OutputFormat) {
    let path = path(format, number)
    let frames = figure.frames(in: format)
    for (index, frame) in frames.enumerated() {
      let file = frames.count == 1 ? path : Placement.numbered(path, index + 1)
      write(file, frame.summary) { () throws(Failure) in
        try DrawnFigure.bytes(of: [frame], in: format)
      }
    }
  }

  private mutating func drawPlots() {
    var pictures: [(picture: Picture, summary: String, number: Int)] = []
    for (plot, number) in plots where plot.isChecked {
      do throws(DrawingError) {
        let picture = try plot.picture()
        for warning in picture.warnings { messages.tell(warning) }
        let summary = "\(plot.function) along \(plot.variables.joined(separator: " and "))"
        pictures.append((picture, summary, number))
      } catch {
        fail(.drawing(input: task.name, error))
      }
    }
    for format in setup.formats where !plots.isEmpty {
      guard OutputFormat.ofPlots.contains(format) else {
        messages.tell(
          Finding(
            .warning, id: "unsupported-format", "plots have no form as \(format.rawValue)",
            in: task.name))
        continue
      }
      if format.holdsSeveral {
        let all = pictures.map(\.picture)
        let summary = all.count == 1 ? pictures[0].summary : "\(all.count) plots"
        if !all.isEmpty { write("\(task.stem).\(format.ending)", summary, all, format) }
      } else {
        for (picture, summary, number) in pictures {
          write(path(format, number), summary, [picture], format)
        }
      }
    }
  }

  private mutating func write(
    _ path: String, _ summary: String, _ pictures: [Picture], _ format: OutputFormat
  ) {
    write(path, summary) { [task] () throws(Failure) in
      do throws(DrawingError) {
        return try format.bytes(of: pictures)
      } catch {
        throw .drawing(input: task.name, error)
      }
    }
  }
}

extension InputDrawing {
  private func path(_ format: OutputFormat, _ number: Int) -> String {
    let path = "\(task.stem).\(format.ending)"
    return count <= 1 ? path : Placement.numbered(path, number)
  }

  private mutating func note(_ path: String) { result.files.append(WorkerResult.File(path: path)) }

  private mutating func write(
    _ path: String, _ summary: String, _ bytes: () throws(Failure) -> [UInt8]
  ) {
    var file = WorkerResult.File(path: path)
    do throws(Failure) {
      if let other = task.taken.first(where: { path.hasPrefix($0 + ".") }) {
        throw .sameOutput(input: task.name, path: path, other: other)
      }
      let bytes = try bytes()
      try writeOutput(bytes, to: path, draft: setup.draft)
      file.summary = summary
      if let state = FileState(of: path), let digest = Digest(of: bytes) {
        file.record = FileRecord(state: state, digest: digest)
      }
    } catch {
      fail(error)
    }
    result.files.append(file)
  }
}

extension FigureChoices {
  /// Takes what a block's fence says where nothing was chosen; what is wrong with it, if anything.
  ///
  /// Attributes that are no options of figures are for other programs.
  fileprivate mutating func complete(by attributes: [(key: String, value: String)]) -> String? {
    for (name, value) in attributes {
      if name == "at" {
        point = point ?? value
      } else if let key = FigureSettings.Key(rawValue: name), key != .caption,
        settings[key] == nil
      {
        settings[key] = value
        if let problem = settings.problem(with: key) { return problem }
      }
    }
    return nil
  }
}

/// The files that an input names, and what was in them when they were read.
private final class FileReads: Sendable {
  private let found = Mutex<[(name: String, digest: Digest?)]>([])

  func add(_ name: String, _ bytes: [UInt8]?) {
    found.withLock { found in
      guard !found.contains(where: { $0.name == name }) else { return }
      found.append((name, bytes.flatMap { Digest(of: $0) }))
    }
  }

  var all: [(name: String, digest: Digest?)] { found.withLock { $0 } }
}
