import ArgumentParser
import ChainGraph

/// Draws the figures of one or more inputs, each to a file of its own where there are several.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Draws the figures of an input.")

  @Argument(
    help: ArgumentHelp("Files to read; - is standard input.", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; - is standard output. {name} and {n} stand for the input and the figure.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup
  var format: FormatOption

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    let job = RenderJob(
      inputs: inputs, output: output, format: format.name, figures: figures.choices,
      report: report.choices)
    job.run()
  }
}

/// What `render` is asked to do.
struct RenderJob {
  var inputs: [String]
  var output: String?
  var format: String?
  var figures = FigureChoices()
  var report = ReportChoices()

  func run() -> Never {
    finish(report) { (messages) throws(Failure) in
      let format = try OutputFormat(named: format, output: output)
      var outcome = Exit.success
      let purpose: Document.Purpose = format == .json ? .figures : .pictures
      let readings = figures.read(inputs, for: purpose, &messages, &outcome)
      if format.holdsSeveral, !Placement.isTemplate(target) {
        try drawTogether(readings, format, &messages, &outcome)
      } else {
        try drawEach(readings, format, &messages, &outcome)
      }
      return outcome
    }
  }

  private var target: String { output ?? "-" }

  /// Writes every figure into one file.
  private func drawTogether(
    _ readings: [Reading], _ format: OutputFormat, _ messages: inout Messages,
    _ outcome: inout Exit
  ) throws(Failure) {
    var drawn: [DrawnFigure] = []
    for reading in readings {
      for figure in reading.document?.figures ?? [] where format == .json || figure.isChecked {
        do throws(Failure) {
          drawn.append(try DrawnFigure(figure, of: reading.input, in: [format], &messages))
        } catch {
          messages.tell(error.finding)
          outcome.worsen(to: error.exit)
        }
      }
    }
    guard let first = drawn.first else { return }
    let summary = drawn.count == 1 ? first.summary : "\(drawn.count) figures"
    try write(try DrawnFigure.bytes(of: drawn, in: format), to: target, summary, messages)
  }

  /// Writes a file a figure.
  private func drawEach(
    _ readings: [Reading], _ format: OutputFormat, _ messages: inout Messages,
    _ outcome: inout Exit
  ) throws(Failure) {
    let places = readings.flatMap(\.places)
    let figures = readings.flatMap { $0.document?.figures ?? [] }
    guard figures.count <= 1 || target != "-" else {
      throw .severalFigures(count: figures.count, format: format.rawValue)
    }
    let placement = Placement(of: places, in: target)
    var first = 0
    for reading in readings {
      for figure in reading.document?.figures ?? [] where figure.isChecked {
        let path = placement[first + figure.number - 1]
        do throws(Failure) {
          let drawn = try DrawnFigure(figure, of: reading.input, in: [format], &messages)
          try writeFrames(of: drawn, format, to: path, messages)
        } catch {
          messages.tell(error.finding)
          outcome.worsen(to: error.exit)
        }
      }
      first += reading.places.count
    }
  }

  /// Writes a figure, or a numbered file a step of it.
  private func writeFrames(
    of drawn: DrawnFigure, _ format: OutputFormat, to path: String, _ messages: Messages
  ) throws(Failure) {
    let frames = drawn.frames(in: format)
    guard frames.count <= 1 || path != "-" else {
      throw .severalFigures(count: frames.count, format: format.rawValue)
    }
    for (index, frame) in frames.enumerated() {
      let file = frames.count == 1 ? path : Placement.numbered(path, index + 1)
      try write(
        try DrawnFigure.bytes(of: [frame], in: format), to: file, frame.summary, messages)
    }
  }

  private func write(
    _ bytes: [UInt8], to path: String, _ summary: String, _ messages: Messages
  ) throws(Failure) {
    try writeOutput(bytes, to: path)
    if path != "-" { messages.say("wrote \(path) (\(summary))") }
  }
}
